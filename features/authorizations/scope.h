// Arithmetic of permissions: does a grant cover a use, and what remains after narrowing.
#pragma once

#include "features/authorizations/authorizations.h"

namespace vs::authorizations {

/// What one grant says to a use, and the clause that decides it in a sentence.
struct Finding {
  MayUse answer = MayUse::no;
  std::string clause;
};

/// Weighs one grant for its use type; what forbids is looked at before what is not known.
Finding weigh(const Grant&, const directory::State&, const Use&);
/// How far grants reach to a use: their best answer, and the limits within which they might cover it.
struct Reach {
  MayUse answer = MayUse::no;
  std::vector<std::vector<std::string>> limits;
};

/// The reach of all grants of the use type together.
Reach reach(const std::vector<Grant>&, const directory::State&, const Use&);
/// The same for what the customer said, whether or not legal has read the conditions.
Reach said(const std::vector<Grant>&, const directory::State&, const Use&);
/// The grants as they are after narrowing; a grant with an empty channel or limit is gone.
std::vector<Grant> narrowed(std::vector<Grant>, const Narrowed&);
/// Last day of any grant; nothing without grants.
std::optional<Date> last_day(const std::vector<Grant>&);
/// Key of a use that is counted once: contact, request, use type.
std::string use_key(const std::string& contact, const std::string& request, UseType use_type);
/// "logo and quote".
std::string use_types_in_words(const std::vector<Grant>&);
/// "a, b and c".
std::string in_words(const std::vector<std::string>&);

}  // namespace vs::authorizations
