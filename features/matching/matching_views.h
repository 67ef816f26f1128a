// Questions of the "Ask" dialog; only the module and tests of this feature use it.
#pragma once

#include "features/matching/matching.h"

namespace vs::matching {

struct Found {
  std::vector<Candidate> items;
};
BOOST_DESCRIBE_STRUCT(Found, (), (items))

/// The need that the parameters describe; refuses with everything that is wrong.
Result<Need> need_of(const Ask&);
/// The best candidates, or why or why not the one named by `contact`.
Result<Found> find(const directory::State&, const policies::State&, const authorizations::State&,
                   const advocates::State&, const Ask&);
Result<Narrowing> narrow(const directory::State&, const policies::State&, const authorizations::State&,
                         const advocates::State&, const Ask&);

}  // namespace vs::matching
