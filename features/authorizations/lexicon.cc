#include "features/authorizations/lexicon.h"

#include <openssl/evp.h>
#include <yaml-cpp/yaml.h>
#include <kainjow/mustache.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace vs::authorizations {
namespace {

// Maps of words by code, beside the plain phrases.
std::map<std::string, std::string> words_of(const YAML::Node& node) {
  std::map<std::string, std::string> out;
  for (const auto& pair : node) out[pair.first.as<std::string>()] = pair.second.as<std::string>();
  return out;
}

Lexicon read(std::string_view text) {
  const auto root = YAML::Load(std::string(text));
  Lexicon l;
  l.language = root["language"].as<std::string>();
  l.revision = root["revision"].as<int>();
  l.terms = root["terms"].as<int>();
  l.months = root["months"].as<std::vector<std::string>>();
  l.channels = words_of(root["channels"]);
  l.authority = words_of(root["authority"]);
  for (const auto& pair : root["uses"])
    l.uses[pair.first.as<std::string>()] = {pair.second["title"].as<std::string>(),
                                            pair.second["text"].as<std::string>()};
  for (const auto& pair : root)
    if (pair.second.IsScalar()) l.phrases[pair.first.as<std::string>()] = pair.second.as<std::string>();
  return l;
}

const std::map<std::string, Lexicon>& lexicons() {
  static const auto all = [] {
    std::map<std::string, Lexicon> found;
    for (const auto text : delivered_wording()) {
      auto one = read(text);
      found[one.language] = std::move(one);
    }
    return found;
  }();
  return all;
}

// Names are written as they are: this is plain text, and who shows it as HTML escapes it there.
std::string fill(const std::string& text, const Values& values) {
  kainjow::mustache::mustache form(text);
  form.set_custom_escape([](const std::string& s) { return s; });
  kainjow::mustache::data data;
  for (const auto& [name, value] : values) data.set(name, value);
  return form.render(data);
}

std::string of_code(const std::map<std::string, std::string>& words, std::string_view code) {
  const auto it = words.find(std::string(code));
  return it == words.end() ? spoken(code) : it->second;
}

}  // namespace

const Lexicon& delivered_lexicon(const std::string& language) {
  const auto it = lexicons().find(language);
  return it == lexicons().end() ? lexicons().at("en") : it->second;
}

std::map<std::string, std::string> texts_of(const Lexicon& l) {
  // How a language counts and writes dates is grammar, not wording.
  static const std::set<std::string> grammar{"language", "revision", "terms", "date", "and"};
  std::map<std::string, std::string> out;
  for (const auto& [name, text] : l.phrases)
    if (!grammar.contains(name)) out[name] = text;
  for (const auto& [use, words] : l.uses) {
    out["uses." + use + ".title"] = words.title;
    out["uses." + use + ".text"] = words.text;
  }
  for (const auto& [channel, words] : l.channels) out["channels." + channel] = words;
  for (const auto& [code, words] : l.authority) out["authority." + code] = words;
  return out;
}

Lexicon with_texts(Lexicon l, const std::map<std::string, LongText>& texts) {
  for (const auto& [name, words] : texts) {
    const auto first = name.find('.');
    const auto group = name.substr(0, first);
    if (first == std::string::npos) l.phrases[name] = words.text;
    else if (group == "channels") l.channels[name.substr(first + 1)] = words.text;
    else if (group == "authority") l.authority[name.substr(first + 1)] = words.text;
    else {
      const auto last = name.rfind('.');
      auto& use = l.uses[name.substr(first + 1, last - first - 1)];
      (name.substr(last + 1) == "title" ? use.title : use.text) = words.text;
    }
  }
  return l;
}

std::set<std::string> placeholders_of(const std::string& text) {
  std::set<std::string> out;
  for (auto at = text.find("{{"); at != std::string::npos; at = text.find("{{", at + 2)) {
    const auto end = text.find("}}", at);
    if (end != std::string::npos) out.insert(text.substr(at + 2, end - at - 2));
  }
  return out;
}

bool fillable(const std::string& text) {
  const kainjow::mustache::mustache form(text);
  const auto plain = [](const std::string& name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
  };
  return form.is_valid() && std::ranges::all_of(placeholders_of(text), plain);
}

const std::vector<std::string>& wording_languages() {
  static const auto all = [] {
    std::vector<std::string> names{"en"};
    for (const auto& [language, l] : lexicons())
      if (language != "en") names.push_back(language);
    return names;
  }();
  return all;
}

std::string wording_language(const std::string& wanted) {
  const auto base = folded(wanted.substr(0, wanted.find_first_of("-_")));
  return lexicons().contains(base) ? base : "en";
}

std::string phrase(const Lexicon& l, const std::string& name, const Values& values) {
  const auto it = l.phrases.find(name);
  if (it == l.phrases.end()) throw std::logic_error("controlled wording has no phrase " + name);
  return values.empty() ? it->second : fill(it->second, values);
}

std::string use_title(const Lexicon& l, UseType type) {
  const auto it = l.uses.find(std::string(name_of(type)));
  return it == l.uses.end() ? spoken(type) : it->second.title;
}

std::string use_text(const Lexicon& l, UseType type) {
  const auto it = l.uses.find(std::string(name_of(type)));
  return it == l.uses.end() ? "" : it->second.text;
}

std::string channel_words(const Lexicon& l, Channel channel) {
  return of_code(l.channels, name_of(channel));
}

std::string authority_words(const Lexicon& l, Authority authority) {
  return of_code(l.authority, name_of(authority));
}

std::string date_words(const Lexicon& l, Date date) {
  const std::chrono::year_month_day day{date.day};
  const auto month = unsigned(day.month());
  return phrase(l, "date",
                {{"day", std::to_string(unsigned(day.day()))},
                 {"month", l.months.at(month - 1)},
                 {"number", std::to_string(month)},
                 {"year", std::to_string(int(day.year()))}});
}

std::string list_words(const Lexicon& l, const std::vector<std::string>& items) {
  // The comma between two words of Japanese is its "and".
  const auto& last = l.phrases.at("and");
  const bool wide = static_cast<unsigned char>(last.front()) > 127;
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += wide ? last : i + 1 == items.size() ? " " + last + " " : ", ";
    out += items[i];
  }
  return out;
}

std::string digest_of(const std::string& text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  if (EVP_Digest(text.data(), text.size(), bytes.data(), &size, EVP_sha256(), nullptr) != 1)
    throw std::runtime_error("SHA-256 failed");
  static constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  for (unsigned i = 0; i < size; ++i) {
    hex += digits[bytes[i] >> 4];
    hex += digits[bytes[i] & 15];
  }
  return hex;
}

}  // namespace vs::authorizations
