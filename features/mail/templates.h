// The words of letters: those delivered with the product in five languages, those a workspace adopted, and what
// becomes of them with the facts of one letter.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "features/mail/mail.h"

namespace vs::mail {

/// What is particular to a kind of letter.
struct Kind {
  std::string name;
  bool asks = false;  ///< asks for something new: who unsubscribed is spared it, and it says how to unsubscribe
};

/// The kind of that name, or null.
const Kind* kind(const std::string& name);
/// Texts of `templates/*.yaml`, by language, compiled in.
const std::vector<std::pair<std::string_view, std::string_view>>& delivered_texts();
/// The delivered words for a kind in a language; in English where the language has none.
const Template& delivered(const std::string& kind, const std::string& language);
/// A phrase that frames letters (`unsubscribe`, `why`, `sent_by`) in a language.
const std::string& phrase(const std::string& name, const std::string& language);
/// What colleagues are told (`notices` of `templates/*.yaml`), with its values; throws std::out_of_range for a name
/// that is not there.
std::string sentence(const std::string& name, const std::string& language,
                     const std::map<std::string, std::string>& values);
/// The names of all such sentences in a language.
std::vector<std::string> sentences(const std::string& language);
/// Invented facts for previews and letters to try a template, in a language.
std::map<std::string, std::string> sample_values(const std::string& language);
/// `de` of `de-CH`; `en` for a language in which nothing is delivered.
std::string nearest_language(const std::string& language);

/// The words in force for this kind and language.
struct Chosen {
  Template words;
  std::uint64_t revision = 0;
};
Chosen words_in_force(const State&, const std::string& kind, const std::string& language);

/// What a template becomes with the values of one letter. Values say nothing that could be taken for a placeholder.
Template filled(const Template&, const std::map<std::string, std::string>& values);
/// What is wrong with words somebody wants to adopt.
void check(const Template&, const std::string& kind, Reasons&);

}  // namespace vs::mail
