#include "features/activities/letters.h"

#include "features/activities/activities_decide.h"
#include "features/activities/briefing.h"
#include "features/activities/calendar.h"

namespace vs::activities {
namespace {

// All that a letter about one activity is made from.
struct Desk {
  const Activity& activity;
  const people::State& people;
  const directory::State& directory;
  const authorizations::State& authorizations;
  const advocates::State& advocates;
  const mail::State& mail;
  Instant at;  ///< of the event that is told
  const Context& ctx;
};

constexpr std::int64_t day_seconds = 86'400;

// On whose clock, in which words.
struct Reader {
  std::string language, time_zone;
};

Reader customer(const Desk& d) {
  const auto* c = directory::contact(d.directory, d.activity.plan.contact);
  Reader reader = c ? Reader{c->language, c->time_zone} : Reader{};
  if (reader.language.empty()) reader.language = d.activity.plan.language;
  if (reader.language.empty()) reader.language = "en";
  if (reader.time_zone.empty()) reader.time_zone = d.mail.settings.time_zone;
  return reader;
}

Reader requester(const Desk& d) {
  return {"en", d.mail.settings.time_zone};
}

Party customer_party(const Desk& d) {
  const auto* c = directory::contact(d.directory, d.activity.plan.contact);
  return c ? Party{c->name.words(), c->email.words()} : Party{};
}

Party requester_party(const Desk& d) {
  const auto* p = people::find(d.people, d.activity.plan.requester);
  return p ? Party{p->name.words(), p->email.words()} : Party{};
}

// Answers of calendars go where answers to letters go.
Party organizer(const Desk& d) {
  const auto& settings = d.mail.settings;
  if (!settings.reply_to.empty()) return {settings.company, settings.reply_to};
  return requester_party(d);
}

// "A reference call with …" above a day of a calendar; other scripts have no capitals.
std::string headline(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') words.front() -= 'a' - 'A';
  return words;
}

std::string calendar(const Desk& d, const Reader& reader, const std::string& description, bool cancelled) {
  const auto& a = d.activity;
  const auto from = organizer(d);
  // An invitation that nobody can answer is none.
  if (!a.scheduled_for || a.sequence < 0 || from.email.empty()) return {};
  const Words words(reader.language);
  Invitation i{a.id, a.sequence, cancelled, d.at, *a.scheduled_for, a.minutes, reader.time_zone};
  if (i.minutes <= 0) i.minutes = usual_minutes;
  i.summary = headline(what(a, words));
  i.description = description;
  i.location = a.where.words();
  i.organizer = from;
  for (const auto& each : {customer_party(d), requester_party(d)})
    if (!each.email.empty()) i.attendees.push_back(each);
  return calendar_text(i);
}

mail::Draft draft(const Desk& d, const std::string& kind, const Reader& reader) {
  const auto& a = d.activity;
  const Words words(reader.language);
  mail::Draft out;
  out.kind = kind;
  out.language = reader.language;
  out.time_zone = reader.time_zone;
  out.about = a.id;
  out.values["number"] = a.plan.request_number;
  out.values["what"] = what(a, words);
  if (a.scheduled_for) out.values["when"] = words.when(*a.scheduled_for, a.minutes, reader.time_zone);
  if (a.minutes > 0) out.values["duration"] = words.minutes(a.minutes);
  out.values["where"] = a.where.words();
  // News of the next day does not wait for the morning.
  out.may_wait = !a.scheduled_for || a.scheduled_for->us - d.ctx.now.us > day_seconds * 1'000'000;
  return out;
}

mail::Draft to_customer(const Desk& d, const std::string& kind) {
  auto out = draft(d, kind, customer(d));
  out.contact = d.activity.plan.contact;
  out.values["customer"] = customer_party(d).name;
  out.values["sender"] = requester_party(d).name;
  return out;
}

Events write_to_requester(const Desk& d, const mail::Draft& letter) {
  return people::find(d.people, letter.person) ? mail::write(d.mail, letter, d.ctx) : Events{};
}

// Our own side is told in the words of the program: what happened, and what they have to know for it.
mail::Draft notice(const Desk& d, const std::string& what_happened, const std::string& details) {
  auto out = draft(d, "staff.notice", requester(d));
  out.person = d.activity.plan.requester;
  out.about = d.activity.plan.request;
  out.values["customer"] = requester_party(d).name;
  out.values["what"] = what_happened;
  out.values["details"] = details;
  return out;
}

std::string in_short(const Desk& d, const std::string& key) {
  const Words words(requester(d).language);
  const auto& a = d.activity;
  Words::Values values{{"what", what(a, words)}, {"name", customer_party(d).name}};
  if (a.scheduled_for) values["when"] = words.when(*a.scheduled_for, a.minutes, requester(d).time_zone);
  return words(key, values);
}

// The same time to both sides, each with what they have to know.
Events to_both(const Desk& d, const std::string& kind, const std::string& told, bool with_calendar) {
  auto letter = to_customer(d, kind);
  letter.purpose = mail::Purpose::activity;
  letter.values["details"] = agenda_text(d.activity, Words(customer(d).language));
  if (with_calendar) letter.calendar = calendar(d, customer(d), letter.values["details"], false);
  Events out = mail::write(d.mail, letter, d.ctx);

  const auto note = briefing_text(d.activity, Words(requester(d).language), d.directory, d.authorizations, d.advocates,
                                  d.ctx.today());
  auto brief = notice(d, in_short(d, told), note);
  if (with_calendar) brief.calendar = calendar(d, requester(d), note, false);
  append(out, write_to_requester(d, brief));
  return out;
}

// What was planned with both sides is taken back; `theirs` and `ours` say why, where there is something to say.
Events take_back(const Desk& d, const std::string& theirs, const std::string& ours) {
  auto letter = to_customer(d, "activity.cancel");
  letter.values["reason"] = theirs;
  letter.calendar = calendar(d, customer(d), "", true);
  Events out = mail::drop(d.mail, d.activity.id, "activity.", d.ctx);
  append(out, mail::write(d.mail, letter, d.ctx));
  auto told = notice(d, in_short(d, "notice_cancelled"), ours);
  told.calendar = calendar(d, requester(d), "", true);
  append(out, write_to_requester(d, told));
  return out;
}

Events ask_how_it_went(const Desk& d) {
  auto letter = to_customer(d, "activity.debrief");
  letter.purpose = mail::Purpose::debrief;
  letter.may_wait = true;
  return mail::write(d.mail, letter, d.ctx);
}

}  // namespace

#define VS_DESK(event)                            \
  const auto* a = lookup(s, (event).activity);    \
  if (!a) return {};                              \
  const Desk d {                                  \
    *a, people, dir, auths, advs, mail, m.at, ctx \
  }

Events letters_on_scheduled(VS_POST, const Scheduled& e, const Meta& m, const Context& ctx) {
  VS_DESK(e);
  Events out = mail::drop(mail, a->id, "activity.", ctx);
  append(out, a->sequence == 0 ? to_both(d, "activity.invite", "notice_invite", true)
                               : to_both(d, "activity.change", "notice_change", true));
  return out;
}

Events letters_on_cancelled(VS_POST, const Cancelled& e, const Meta& m, const Context& ctx) {
  VS_DESK(e);
  // What the program says to itself is not the customer's business; what they did themselves is.
  const bool theirs = m.actor.kind == ActorKind::contact && m.actor.id == a->plan.contact;
  return take_back(d, theirs ? Words(customer(d).language)("cancel_permission") : "", e.reason.words());
}

Events letters_on_recorded(VS_POST, const Recorded& e, const Meta& m, const Context& ctx) {
  VS_DESK(e);
  if (e.outcome == Outcome::cancelled_by_customer)
    return take_back(d, Words(customer(d).language)("cancel_yours"), e.notes.value_or(Personal{}).words());
  Events out = mail::drop(mail, a->id, "activity.", ctx);
  if (e.outcome == Outcome::held) append(out, ask_how_it_went(d));
  return out;
}

Events letters_on_other_times(VS_POST, const OtherTimesProposed& e, const Meta& m, const Context& ctx) {
  VS_DESK(e);
  const Words words(requester(d).language);
  std::string times;
  for (const auto at : e.slots) times += "- " + words.time(at, requester(d).time_zone) + "\n";
  if (e.reason) times += "\n" + e.reason->words() + "\n";
  const auto told = words("notice_times", {{"name", customer_party(d).name}, {"number", a->plan.request_number}});
  return write_to_requester(d, notice(d, told, times));
}

Events letters_on_reminded(VS_POST, const Reminded& e, const Meta& m, const Context& ctx) {
  VS_DESK(e);
  return to_both(d, "activity.remind", "notice_remind", false);
}

Events letters_on_chased(VS_POST, const DebriefChased& e, const Meta& m, const Context& ctx) {
  VS_DESK(e);
  if (e.of == Side::customer) return ask_how_it_went(d);
  const Words words(requester(d).language);
  const auto owed = words("notice_debrief", {{"number", a->plan.request_number}, {"what", what(*a, words)}});
  return write_to_requester(d, notice(d, owed, words("notice_debrief_why")));
}

}  // namespace vs::activities
