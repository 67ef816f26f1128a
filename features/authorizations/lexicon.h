// Controlled wording in one language, as data: delivered in wording/*.yaml and compiled in, or a workspace's own
// (AUT-01).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "features/authorizations/rounds.h"

namespace vs::authorizations {

struct UseWords {
  std::string title, text;
};

struct Lexicon {
  std::string language;
  int revision = 0;
  int terms = 0;  ///< raised when the meaning changed: older permissions are asked for again, not renewed
  std::map<std::string, std::string> phrases;  ///< title, opening, where, …
  std::map<std::string, UseWords> uses;        ///< by use type
  std::map<std::string, std::string> channels, authority;
  std::vector<std::string> months;
};

using Values = std::map<std::string, std::string>;

/// Texts of the files delivered.
const std::vector<std::string_view>& delivered_wording();
/// The lexicon of a language delivered; English for any other. What is in force is told by `lexicon(State, …)`.
const Lexicon& delivered_lexicon(const std::string& language);

/// Every text of a lexicon that a workspace may put in its own words, by name: `opening`, `uses.logo.text`.
std::map<std::string, std::string> texts_of(const Lexicon&);
/// The lexicon with these texts in place of its own; what is not named stays.
Lexicon with_texts(Lexicon, const std::map<std::string, LongText>&);
/// Names of the places in a text that are filled: `customer` of "Dear {{customer}}".
std::set<std::string> placeholders_of(const std::string& text);
/// Can it be filled? Only `{{name}}` is used; sections, partials and other signs are not.
bool fillable(const std::string& text);

/// A phrase with its places filled: `phrase(l, "until", {{"until", "…"}})`.
std::string phrase(const Lexicon&, const std::string& name, const Values& = {});
std::string use_title(const Lexicon&, UseType);
std::string use_text(const Lexicon&, UseType);
std::string channel_words(const Lexicon&, Channel);
std::string authority_words(const Lexicon&, Authority);
/// "22 November 2027", as the language writes it.
std::string date_words(const Lexicon&, Date);
/// "a, b and c".
std::string list_words(const Lexicon&, const std::vector<std::string>&);

/// SHA-256 of a text, in hex.
std::string digest_of(const std::string& text);

}  // namespace vs::authorizations
