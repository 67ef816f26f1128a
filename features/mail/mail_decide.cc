#include <stdexcept>

#include "features/mail/mail.h"
#include "features/mail/templates.h"

namespace vs::mail {
namespace {

// R6: an answer is seldom given after a month; the letter says how to get a new link.
constexpr int link_days = 30;

}  // namespace

bool suppressed(const State& state, const std::string& recipient, const std::string& name) {
  const auto it = state.suppressed.find(recipient);
  const auto* k = kind(name);
  return it != state.suppressed.end() && it->second.unsubscribed && k && k->asks;
}

Events write(const State& state, const Draft& draft, const Context& context) {
  if (!kind(draft.kind)) throw std::logic_error("no kind of letter: " + draft.kind);
  const std::string& recipient = draft.contact.empty() ? draft.person : draft.contact;
  if (suppressed(state, recipient, draft.kind)) return {};  // R4
  auto values = draft.values;
  values.try_emplace("company", state.settings.company);
  const auto language = nearest_language(draft.language);
  const auto chosen = words_in_force(state, draft.kind, language);
  const auto words = filled(chosen.words, values);
  Written letter{context.id("mai"), draft.kind, draft.contact, draft.person, language, draft.about, draft.purpose};
  if (draft.purpose != Purpose::none) letter.link_until = draft.link_until.value_or(context.now.plus_days(link_days));
  letter.not_before = context.now;
  letter.template_revision = chosen.revision;
  letter.button = words.button;
  letter.subject = Personal::of(recipient, words.subject);
  letter.text = Personal::of(recipient, words.text.text);
  if (!draft.calendar.empty()) letter.calendar = Personal::of(recipient, draft.calendar);
  return {std::move(letter)};
}

Events drop(const State& state, const std::string& about, const std::string& kind_prefix, const Context&) {
  Events events;
  const auto letters = state.about.find(about);
  if (letters == state.about.end()) return events;
  for (const auto& id : letters->second)
    if (state.waiting.contains(id) && state.letters.at(id).kind.starts_with(kind_prefix)) events.push_back(Dropped{id});
  return events;
}

}  // namespace vs::mail
