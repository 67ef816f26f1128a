#include "features/mail/templates.h"

#include <yaml-cpp/yaml.h>
#include <kainjow/mustache.hpp>

#include <algorithm>
#include <stdexcept>

namespace vs::mail {
namespace {

const std::vector<Kind>& all_kinds() {
  static const std::vector<Kind> all{{"authorization.ask", true},
                                     {"authorization.remind", true},
                                     {"authorization.receipt"},
                                     {"authorization.renew", true},
                                     {"authorization.expiring", true},
                                     {"authorization.step_up"},
                                     {"request.confirm", true},
                                     {"request.confirm_remind", true},
                                     {"activity.invite"},
                                     {"activity.change"},
                                     {"activity.cancel"},
                                     {"activity.remind"},
                                     {"activity.debrief", true},
                                     {"link.fresh"},
                                     {"staff.notice"},
                                     {"staff.invitation"},
                                     {"staff.security"}};
  return all;
}

struct Language {
  std::map<std::string, Template> letters;
  std::map<std::string, std::string> phrases, notices, samples;
};

Language read(std::string_view yaml) {
  const auto root = YAML::Load(std::string(yaml));
  Language language;
  for (const auto& pair : root["phrases"]) language.phrases[pair.first.Scalar()] = pair.second.Scalar();
  for (const auto& pair : root["notices"]) language.notices[pair.first.Scalar()] = pair.second.Scalar();
  for (const auto& pair : root["samples"]) language.samples[pair.first.Scalar()] = pair.second.Scalar();
  for (const auto& pair : root["letters"]) {
    const auto& node = pair.second;
    language.letters[pair.first.Scalar()] = {
        node["subject"].Scalar(), {node["text"].Scalar()}, node["button"] ? node["button"].Scalar() : ""};
  }
  return language;
}

const std::map<std::string, Language>& all_languages() {
  static const auto all = [] {
    std::map<std::string, Language> read_ones;
    for (const auto& [name, yaml] : delivered_texts()) read_ones[std::string(name)] = read(yaml);
    return read_ones;
  }();
  return all;
}

// What somebody wrote must not become the link or the code of a letter.
std::string harmless(std::string words) {
  for (auto at = words.find("{{"); at != std::string::npos; at = words.find("{{", at)) words.insert(at + 1, " ");
  return words;
}

std::string rendered(const std::string& words, const std::map<std::string, std::string>& values) {
  kainjow::mustache::mustache text(words);
  text.set_custom_escape([](const std::string& plain) { return plain; });  // letters are plain text first
  kainjow::mustache::data data;
  for (const auto& [name, value] : values)
    if (!value.empty()) data.set(name, harmless(value));
  data.set("link", "{{link}}");
  data.set("code", "{{code}}");
  return text.render(data);
}

std::string one_line(std::string words) {
  std::ranges::replace_if(words, [](unsigned char c) { return c < 0x20; }, ' ');
  return words;
}

bool readable(const std::string& words) {
  const kainjow::mustache::mustache text(words);
  return text.is_valid() && words.find("{{>") == std::string::npos && words.find("{{=") == std::string::npos;
}

}  // namespace

const std::vector<std::string>& kinds() {
  static const auto names = [] {
    std::vector<std::string> list;
    for (const auto& k : all_kinds()) list.push_back(k.name);
    return list;
  }();
  return names;
}

const std::vector<std::string>& languages() {
  static const auto names = [] {
    std::vector<std::string> list;
    for (const auto& [name, language] : all_languages()) list.push_back(name);
    return list;
  }();
  return names;
}

const Kind* kind(const std::string& name) {
  const auto it = std::ranges::find(all_kinds(), name, &Kind::name);
  return it == all_kinds().end() ? nullptr : &*it;
}

std::string nearest_language(const std::string& language) {
  const auto base = folded(language.substr(0, language.find_first_of("-_")));
  return all_languages().contains(base) ? base : "en";
}

const Template& delivered(const std::string& kind, const std::string& language) {
  const auto& letters = all_languages().at(nearest_language(language)).letters;
  const auto it = letters.find(kind);
  return it == letters.end() ? all_languages().at("en").letters.at(kind) : it->second;
}

const std::string& phrase(const std::string& name, const std::string& language) {
  const auto& phrases = all_languages().at(nearest_language(language)).phrases;
  const auto it = phrases.find(name);
  return it == phrases.end() ? all_languages().at("en").phrases.at(name) : it->second;
}

std::string sentence(const std::string& name, const std::string& language,
                     const std::map<std::string, std::string>& values) {
  return one_line(rendered(all_languages().at(nearest_language(language)).notices.at(name), values));
}

std::vector<std::string> sentences(const std::string& language) {
  std::vector<std::string> names;
  for (const auto& [name, text] : all_languages().at(nearest_language(language)).notices) names.push_back(name);
  return names;
}

std::map<std::string, std::string> sample_values(const std::string& language) {
  const auto& samples = all_languages().at(nearest_language(language)).samples;
  return samples.empty() ? all_languages().at("en").samples : samples;
}

Chosen words_in_force(const State& state, const std::string& kind, const std::string& language) {
  const auto own = state.wordings.find(kind + "." + nearest_language(language));
  const std::uint64_t revision = own == state.wordings.end() ? 0 : own->second.revision;
  if (own != state.wordings.end() && own->second.own) return {own->second.words, revision};
  return {delivered(kind, language), revision};
}

Template filled(const Template& words, const std::map<std::string, std::string>& values) {
  return {one_line(rendered(words.subject, values)),
          {rendered(words.text.text, values)},
          one_line(rendered(words.button, values))};
}

void check(const Template& words, const std::string& kind, Reasons& reasons) {
  const auto& usual = delivered(kind, "en");
  reasons.expect(!words.subject.empty(), "mail.no_subject", "subject", "A letter needs a subject.");
  reasons.expect(!words.text.text.empty(), "mail.no_text", "text", "A letter needs a text.");
  for (const auto& [field, text] :
       {std::pair{"subject", words.subject}, {"text", words.text.text}, {"button", words.button}})
    reasons.expect(readable(text), "mail.bad_placeholder", field, "A placeholder here cannot be read.",
                   "Every {{#name}} needs its {{/name}}; partials and other delimiters are not used.");
  for (const char* must : {"{{link}}", "{{code}}"})
    if (usual.text.text.find(must) != std::string::npos)
      reasons.expect(words.text.text.find(must) != std::string::npos, "mail.placeholder_missing", "text",
                     std::string("This letter is of no use without ") + must + ".",
                     std::string("Put ") + must + " where it belongs.");
}

}  // namespace vs::mail
