// A round as the staff sees it.
#pragma once

#include "features/authorizations/authorizations_views.h"

namespace vs::authorizations {

/// Who was asked what in which words, and who answered; nothing when it was never put in writing.
std::optional<RoundView> round_view(const Authorization&, const directory::State&, const people::State&);
std::vector<DoubtRow> doubts_of(const Authorization&);

}  // namespace vs::authorizations
