// The evidence of a request as one page to print.
#pragma once

#include "features/requests/requests_views.h"

namespace vs::requests {

/// The record of a request as one self-contained page to read and to print; every text in it is escaped.
std::string page_of(const Item&, const Ask&);
/// Text made safe for HTML, attributes included.
std::string escaped(std::string_view);

}  // namespace vs::requests
