// What facts must be like, whoever states them: entered by hand or read from a file.
#pragma once

#include "features/directory/directory.h"

namespace vs::directory {

/// Every obstacle in the facts of one record; `id` is that record's.
void check(const State&, const AccountFacts&, const std::string& id, Reasons&);
void check(const State&, const ContactFacts&, const std::string& id, Reasons&);
void check(const State&, const DealFacts&, const std::string& id, Reasons&);
void check(const State&, const ProductFacts&, const std::string& id, Reasons&);
void check(const State&, const SellerFacts&, const std::string& id, Reasons&);

}  // namespace vs::directory
