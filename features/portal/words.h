// The portal's words in the customer's language. One file per language in words/; what a file lacks is said in
// English.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/json.h"
#include "kernel/time.h"

namespace vs::portal {

/// A language that the portal speaks: "de", "Deutsch".
struct Language {
  std::string code, name;
};

/// All of them, English first.
const std::vector<Language>& languages();
/// The best of them for a wish: "de-AT" or a browser's "fr;q=0.9, en" alike; English when none fits.
std::string language_for(std::string_view wish);

class Words {
 public:
  explicit Words(const std::string& language);

  using Values = std::vector<std::pair<std::string_view, std::string>>;
  /// The sentence under the key, with `{name}` filled in.
  std::string operator()(std::string_view key, const Values& = {}) const;
  /// True if the key has words in some file.
  bool has(std::string_view key) const;

  const std::string& language() const { return language_; }
  /// "31 Aug 2027".
  std::string date(Date) const;
  /// "22 Nov 2026, 10:42", as the clock stands in the time zone (UTC when it is unknown).
  std::string moment(Instant, const std::string& time_zone) const;
  /// "Tuesday, 24 Nov 2026, 10:00".
  std::string appointment(Instant, const std::string& time_zone) const;
  /// "a, b and c".
  std::string list(const std::vector<std::string>&) const;
  /// How somebody is addressed in this language.
  std::string call(const std::string& full_name) const;
  /// Every sentence, for templates.
  const json::Object& all() const { return *words_; }

 private:
  std::string language_;
  const json::Object* words_;
};

}  // namespace vs::portal
