// Sentences about scopes in a customer's language, made from controlled wording.
#pragma once

#include "features/authorizations/wordings.h"

namespace vs::authorizations {

/// One grant in words: what it is, where, how long, and every limit as a sentence.
ScopeShown shown(const Lexicon&, const directory::State&, const Grant&, int position);
std::vector<ScopeShown> shown(const Lexicon&, const directory::State&, const std::vector<Grant>&);

/// Who asks whom.
struct Parties {
  std::string customer, company, sender;
};
/// The names as the directory and the staff list know them now.
Parties parties_of(const directory::State&, const people::State&, const std::string& contact, const std::string& by);

/// The first paragraph: who asks whom for what.
std::string opening_of(const Lexicon&, const Parties&);
/// The exact text of a request.
std::string request_text(const Lexicon&, const directory::State&, const Parties&, const std::vector<Grant>& asks,
                         const std::vector<LongText>& disclosures);

}  // namespace vs::authorizations
