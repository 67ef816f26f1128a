// Writing letters and dropping them: what other features call.
#include <stdexcept>

#include "features/mail/mail.h"
#include "features/mail/templates.h"
#include "features/policies/policies.h"

namespace vs::mail {
namespace {

// R6: an answer is seldom given after a month; the letter says how to get a new link.
constexpr int link_days = 30;

// R2: the next moment at which the recipient's day is open.
Instant when_awake(const Settings& settings, const std::string& time_zone, Instant now) {
  using enum policies::Weekday;
  policies::WorkingCalendar day;
  day.days = {mon, tue, wed, thu, fri};
  if (!settings.quiet_weekends) day.days.insert(day.days.end(), {sat, sun});
  day.from_hour = settings.quiet_until_hour;
  day.until_hour = settings.quiet_from_hour;
  day.time_zone = policies::known_time_zone(time_zone) ? time_zone : settings.time_zone;
  return policies::after_working(day, now, 0);
}

bool bounces(const State& state, const std::string& recipient) {
  const auto it = state.suppressed.find(recipient);
  return it != state.suppressed.end() && it->second.bounced;
}

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
  const auto language = nearest_language(draft.language);
  auto values = draft.values;
  auto& company = values["company"];
  if (company.empty()) company = state.settings.company;
  if (company.empty()) company = phrase("company", language);
  const auto chosen = words_in_force(state, draft.kind, language);
  const auto words = filled(chosen.words, values);
  Written letter{context.id("mai"), draft.kind, draft.contact, draft.person, language, draft.about, draft.purpose};
  if (draft.purpose != Purpose::none) letter.link_until = draft.link_until.value_or(context.now.plus_days(link_days));
  letter.not_before = draft.may_wait ? when_awake(state.settings, draft.time_zone, context.now) : context.now;
  letter.template_revision = chosen.revision;
  letter.button = words.button;
  letter.subject = Personal::of(recipient, words.subject);
  letter.text = Personal::of(recipient, words.text.text);
  if (!draft.calendar.empty()) letter.calendar = Personal::of(recipient, draft.calendar);
  Events events{letter};
  if (bounces(state, recipient)) events.push_back(Failed{letter.id, 0, "address_bounced"});  // R8
  return events;
}

// R12
Events tell(const State& state, const people::State& staff, const Notice& notice, const Context& context) {
  if (!people::find(staff, notice.person)) return {};
  Draft letter;
  letter.kind = "staff.notice";
  letter.person = notice.person;
  letter.language = people::language_of(staff, notice.person);
  letter.about = notice.about;
  letter.values = {{"customer", people::name_of(staff, notice.person)},
                   {"number", notice.number},
                   {"what", sentence(notice.what, letter.language, notice.values)},
                   {"message", notice.details},  // for words of the workspace's own that know only this
                   {"details", notice.details}};
  return write(state, letter, context);
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
