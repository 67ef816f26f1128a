#include "features/mail/mail_views.h"

#include "features/mail/frame.h"

namespace vs::mail {
namespace {

const std::string hidden = "•••";

struct Recipient {
  std::string name, address;
};

// Addresses of customers are for those who may see them anywhere, those of colleagues for administrators.
Recipient recipient_of(const Letter& letter, const directory::State& directory, const people::State& people,
                       const Ask& ask) {
  const bool customer = !letter.contact.empty();
  const bool shown = customer ? directory::may_see_contact_details(ask.roles)
                              : ask.has_role("administrator") || ask.actor.person() == letter.person;
  Recipient out;
  if (const auto* c = directory::contact(directory, letter.contact)) out = {c->name.words(), c->email.words()};
  if (const auto* p = people::find(people, letter.person)) out = {p->name.words(), p->email.words()};
  if (!letter.to.words().empty()) out.address = letter.to.words();
  if (!shown && !out.address.empty()) out.address = hidden;
  return out;
}

Row row_of(const Letter& l, const directory::State& directory, const people::State& people, const Ask& ask) {
  const auto recipient = recipient_of(l, directory, people, ask);
  return {l.id,
          l.kind,
          l.recipient(),
          recipient.name,
          recipient.address,
          l.about,
          l.subject.words(),
          l.status,
          l.attempts,
          l.code,
          l.purpose != Purpose::none && !l.contact.empty(),
          l.written_at,
          l.due_at,
          l.sent_at,
          l.version};
}

std::string name_of(const std::string& id, const directory::State& directory, const people::State& people) {
  if (const auto* contact = directory::contact(directory, id)) return contact->name.words();
  const auto* person = people::find(people, id);
  return person ? person->name.words() : std::string{};
}

SuppressionRow suppression_of(const std::string& id, const Suppression& s, const directory::State& directory,
                              const people::State& people) {
  return {id,
          name_of(id, directory, people),
          s.unsubscribed.has_value(),
          s.bounced.has_value(),
          s.unsubscribed.value_or(s.bounced.value_or(Instant{})),
          s.version};
}

}  // namespace

// Newest first; those of one case through the index.
std::vector<Row> rows(const State& state, const directory::State& directory, const people::State& people,
                      const Ask& ask) {
  std::vector<Row> out;
  if (const auto about = ask.param("about"); !about.empty()) {
    if (const auto it = state.about.find(about); it != state.about.end())
      for (const auto& id : it->second) out.push_back(row_of(state.letters.at(id), directory, people, ask));
  } else {
    for (const auto& [id, letter] : state.letters) out.push_back(row_of(letter, directory, people, ask));
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, &Row::written_at);
  return out;
}

Result<Item> item(const State& state, const directory::State& directory, const people::State& people, const Ask& ask) {
  const auto it = state.letters.find(ask.id);
  if (it == state.letters.end()) return refuse(RefusalKind::not_found, "not_found", "There is no such letter.");
  const auto& l = it->second;
  const auto framed = mail::framed(state.settings, l, stand_ins(l));
  Item out{row_of(l, directory, people, ask), l.language, l.purpose, l.link_until, framed.text, framed.html};
  out.has_calendar = l.calendar.has_value();
  if (l.calendar && (ask.has_role("administrator") || ask.actor.person() == l.person))
    out.calendar = l.calendar->words();
  out.template_revision = l.template_revision;
  return out;
}

std::vector<SuppressionRow> suppression_rows(const State& state, const directory::State& directory,
                                             const people::State& people, const Ask&) {
  std::vector<SuppressionRow> out;
  for (const auto& [id, s] : state.suppressed) out.push_back(suppression_of(id, s, directory, people));
  return out;
}

Result<SuppressionRow> suppression_item(const State& state, const directory::State& directory,
                                        const people::State& people, const Ask& ask) {
  const auto it = state.suppressed.find(ask.id);
  if (it == state.suppressed.end())
    return refuse(RefusalKind::not_found, "not_found", "Letters are written to this recipient.");
  return suppression_of(it->first, it->second, directory, people);
}

Result<SettingsItem> settings_item(const State& state, const Ask&) {
  return SettingsItem{state.settings, state.settings_version};
}

}  // namespace vs::mail
