// The words and the look of letters: templates of the workspace's own, its settings, letters to try them out.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "features/mail/commands.h"
#include "features/mail/templates.h"
#include "features/policies/policies.h"

namespace vs::mail {
namespace {

struct Name {
  std::string kind, language;
};

// `authorization.ask.de`; nothing when no such words are delivered.
std::optional<Name> name_of_template(const std::string& id) {
  const auto dot = id.rfind('.');
  if (dot == std::string::npos) return {};
  Name name{id.substr(0, dot), id.substr(dot + 1)};
  if (!kind(name.kind) || std::ranges::find(languages(), name.language) == languages().end()) return {};
  return name;
}

std::unexpected<Refusal> unknown() {
  return refuse(RefusalKind::not_found, "not_found", "There is no such template.");
}

std::optional<std::array<int, 3>> colour_of(const std::string& text) {
  if (text.size() != 7 || text[0] != '#') return {};
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    const char* from = text.data() + 1 + 2 * i;
    if (const auto [end, ec] = std::from_chars(from, from + 2, parts[i], 16); ec != std::errc{} || end != from + 2)
      return {};
  }
  return parts;
}

// Contrast of white words on the colour, as WCAG 2 counts it.
double contrast_with_white(const std::array<int, 3>& colour) {
  const auto linear = [](int part) {
    const double c = part / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 1.05 / (0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]) + 0.05);
}

bool one_line(const std::string& text) {
  return std::ranges::none_of(text, [](unsigned char c) { return c < 0x20; });
}

}  // namespace

// R9
Result<Decision> adopt_template(const State& state, const Template& words, const Context& context) {
  const auto name = name_of_template(context.target);
  if (!name) return unknown();
  Reasons reasons;
  check(words, name->kind, reasons);
  if (!reasons.empty()) return reasons.refuse();
  if (words_in_force(state, name->kind, name->language).words == words) return Decision{{}, context.target};
  return Decision{{TemplateAdopted{name->kind, name->language, words}}, context.target};
}

Result<void> can_restore(const State& state, const Context& context) {
  const auto it = state.wordings.find(context.target);
  if (it == state.wordings.end() || !it->second.own)
    return refuse(RefusalKind::rule, "mail.as_delivered", "The delivered words are in force.");
  return {};
}

Result<Decision> restore_template(const State& state, const RestoreTemplate&, const Context& context) {
  const auto name = name_of_template(context.target);
  if (!name) return unknown();
  if (!can_restore(state, context)) return Decision{{}, context.target};
  return Decision{{TemplateRestored{name->kind, name->language}}, context.target};
}

Result<Decision> send_test(const State& state, const people::State& people, const SendTest&, const Context& context) {
  const auto name = name_of_template(context.target);
  const auto* person = people::find(people, context.actor.person());
  if (!name || !person) return unknown();
  Draft draft{name->kind, "", person->id, name->language};
  draft.values = sample_values(name->language);
  draft.values["customer"] = person->name.words();
  draft.about = context.target;
  draft.may_wait = false;
  return Decision{write(state, draft, context), context.target};
}

Result<Decision> adopt_settings(const State& state, const Settings& s, const Context&) {
  Reasons reasons;
  for (const auto& [field, text] : {std::pair{"company", s.company}, {"sender", s.sender}, {"reply_to", s.reply_to}})
    reasons.expect(one_line(text), "mail.several_lines", field, "This must be one line.");
  reasons.expect(!s.company.empty(), "required", "company", "Say which company writes.");
  reasons.expect(s.reply_to.empty() || s.reply_to.find('@') != std::string::npos, "bad_email", "reply_to",
                 "This is not an e-mail address.");
  const auto colour = colour_of(s.colour);
  reasons.expect(colour.has_value(), "mail.bad_colour", "colour", "This is not a colour.", "Write it like #1f5f8b.");
  reasons.expect(!colour || contrast_with_white(*colour) >= 4.5, "mail.pale_colour", "colour",
                 "White words on this colour are hard to read.", "Choose a darker one.");
  reasons.expect(policies::known_time_zone(s.time_zone), "mail.unknown_time_zone", "time_zone",
                 "There is no such time zone.", "Write it like Europe/Berlin.");
  const bool in_order = 0 <= s.quiet_until_hour && s.quiet_until_hour < s.quiet_from_hour && s.quiet_from_hour <= 24;
  reasons.expect(in_order, "mail.bad_hours", "quiet_from_hour", "The quiet hours must leave some of the day open.",
                 "For example from 20 until 8.");
  if (!reasons.empty()) return reasons.refuse();
  if (state.settings_version && s == state.settings) return Decision{};
  return Decision{{SettingsAdopted{s}}, ""};
}

}  // namespace vs::mail
