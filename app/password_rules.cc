#include "app/password_rules.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <unordered_set>

#include "kernel/json.h"
#include "kernel/text.h"

namespace vs::app {

/// The list of @zxcvbn-ts/language-common, compiled in: a JSON array of text in lower case.
const char* common_passwords_json();

namespace {

// Words shorter than this occur in anything.
constexpr std::size_t known_word_least = 4;

const std::unordered_set<std::string>& common() {
  static const auto all = [] {
    std::unordered_set<std::string> out;
    const auto list = boost::json::parse(common_passwords_json());
    for (const auto& each : list.as_array()) {
      const auto& text = each.as_string();
      if (text.size() >= password_characters_with_factor) out.emplace(text.data(), text.size());
    }
    return out;
  }();
  return all;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Without the digits and signs that people put around a word when they are asked for more.
std::string core_of(const std::string& folded_password) {
  const auto first = std::ranges::find_if(folded_password, is_letter);
  const auto last = std::find_if(folded_password.rbegin(), folded_password.rend(), is_letter).base();
  return first < last ? std::string(first, last) : std::string{};
}

bool repeats(const std::string& text) {
  for (std::size_t unit = 1; unit <= 4 && unit < text.size(); ++unit) {
    bool same = true;
    for (std::size_t i = unit; i < text.size() && same; ++i) same = text[i] == text[i - unit];
    if (same) return true;
  }
  return false;
}

bool guessed_first(const std::string& password) {
  const auto text = folded(password);
  const auto core = core_of(text);
  return common().contains(text) || core.size() < known_word_least || common().contains(core) || repeats(text) ||
         repeats(core);
}

std::size_t characters(const std::string& text) {
  return std::size_t(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The parts of what is known: "Rita Questa", "rita.questa@halcyon.test" → rita, questa, halcyon, test.
std::vector<std::string> words_of(const std::vector<std::string>& known) {
  std::vector<std::string> out{"vouchsafe", "reference", "password", "passwort"};
  for (const auto& text : known) {
    std::string word;
    for (const char c : folded(text) + ' ') {
      if (is_letter(c) || (c >= '0' && c <= '9')) word += c;
      else if (word.size() >= known_word_least) out.push_back(std::exchange(word, {}));
      else word.clear();
    }
  }
  return out;
}

std::string without(std::string text, const std::vector<std::string>& words) {
  for (const auto& word : words)
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) text.erase(at, word.size());
  return text;
}

}  // namespace

std::size_t common_passwords() {
  return common().size();
}

Reasons password_obstacles(const std::string& password, bool second_factor, const std::vector<std::string>& known,
                           const std::string& field) {
  const auto least = second_factor ? password_characters_with_factor : password_characters_alone;
  Reasons reasons;
  reasons.expect(characters(password) >= least, "password.short", field,
                 "A password has at least " + std::to_string(least) + " characters.",
                 second_factor
                     ? "Take a few words that belong together only for you."
                     : "Take a few words that belong together only for you, or set up a second factor first.");
  reasons.expect(password.size() <= password_bytes_most && valid_utf8(password), "password.long", field,
                 "This password is longer than a thousand bytes, or not text.", "Take a shorter one.");
  if (characters(password) < least) return reasons;
  reasons.expect(!guessed_first(password), "password.common", field, "This password is among the first that are tried.",
                 "Choose one that nobody else has.");
  reasons.expect(characters(without(folded(password), words_of(known))) >= password_characters_with_factor,
                 "password.known", field, "This password is made of names that others know.",
                 "Leave out your name, your address and the name of the company.");
  return reasons;
}

}  // namespace vs::app
