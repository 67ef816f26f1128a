#include "features/privacy/privacy_views.h"

#include <algorithm>

namespace vs::privacy {
namespace {

std::string name_of_subject(const directory::State& directory, const people::State& people, const std::string& id) {
  if (const auto* contact = directory::contact(directory, id)) return contact->name.words();
  return people::name_of(people, id);
}

MatterStatus status_of(const Matter& one) {
  if (!one.settled_at) return MatterStatus::open;
  switch (one.settlement) {
    case Settlement::done: return MatterStatus::done;
    case Settlement::refused: return MatterStatus::refused;
    case Settlement::withdrawn: return MatterStatus::withdrawn;
  }
  return MatterStatus::open;
}

MatterRow row_of(const Matter& one, const directory::State& directory, const people::State& people, Date today) {
  MatterRow row;
  row.id = one.id, row.subject = one.subject, row.right = one.right;
  row.subject_name = name_of_subject(directory, people, one.subject);
  row.words = one.words.words(), row.answer = one.answer.words();
  row.status = status_of(one);
  row.received_on = one.due.plus_days(-request_days), row.due = one.due;
  row.late = !one.settled_at && one.due < today;
  row.settled_at = one.settled_at;
  if (one.settled_at) row.settled_by = people::name_of(people, one.settled_by);
  row.version = one.version;
  return row;
}

SubjectStatus status_of(const Subject* subject, bool gone) {
  const auto* erasure = subject && subject->erasure ? &*subject->erasure : nullptr;
  if (erasure && erasure->confirmed_at && !erasure->done_at) return SubjectStatus::erasing;
  if (gone || (erasure && erasure->done_at)) return SubjectStatus::erased;
  return erasure ? SubjectStatus::proposed : SubjectStatus::known;
}

SubjectRow row_of(const State& state, const directory::State& directory, const people::State& people,
                  const std::string& id, Date today) {
  SubjectRow row;
  row.id = id;
  row.name = name_of_subject(directory, people, id);
  bool erased = false;
  if (const auto* contact = directory::contact(directory, id)) {
    row.account = contact->account, row.kind = SubjectKind::contact, erased = contact->erased_on.has_value();
    if (const auto* account = directory::account(directory, contact->account)) row.account_name = account->name;
  } else if (const auto* person = people::find(people, id)) {
    row.kind = SubjectKind::person, erased = person->erased_on.has_value();
  }
  const auto* subject = find(state, id);
  row.status = status_of(subject, erased);
  if (!subject) return row;
  row.held = held(state, id, today), row.restricted = subject->restriction.has_value();
  row.open_requests = std::uint64_t(std::ranges::count_if(
      subject->matters, [&](const auto& each) { return !state.matters.at(each).settled_at.has_value(); }));
  row.version = subject->version;
  return row;
}

bool says(const Personal& words, const std::string& wanted) {
  return folded(words.words()).find(wanted) != std::string::npos;
}

void show_remainder(SubjectItem& out, const Subject& subject, const people::State& people, const Ask& ask) {
  if (!subject.remainder) return;
  RemainderShown shown{subject.remainder->until, subject.remainder->gone, {}, {}};
  for (const auto& reading : subject.remainder->readings) {
    shown.readings.push_back({reading.at, people::name_of(people, reading.by), reading.why.words()});
    const bool mine = reading.by == ask.actor.person() && ask.has_role("privacy_reviewer");
    if (mine && ask.now <= reading.at.plus_seconds(remainder_minutes * 60))
      shown.words = LongText{subject.remainder->words.words()};
  }
  out.remainder = std::move(shown);
}

void show_erasure(SubjectItem& out, const Subject& subject, const people::State& people) {
  if (!subject.erasure) return;
  const auto& e = *subject.erasure;
  const auto named = [&](const std::string& id) { return id.empty() ? std::string{} : people::name_of(people, id); };
  out.erasure = ErasureShown{named(e.proposed_by),
                             named(e.confirmed_by),
                             e.reason.words(),
                             e.proposed_at,
                             e.confirmed_at,
                             e.done_at,
                             e.also.size(),
                             e.words,
                             e.files};
}

}  // namespace

std::vector<MatterRow> matter_rows(const State& state, const directory::State& directory, const people::State& people,
                                   const Ask& ask) {
  std::vector<MatterRow> rows;
  for (const auto& [id, one] : state.matters) rows.push_back(row_of(one, directory, people, ask.today()));
  std::ranges::stable_sort(rows, {}, [](const MatterRow& r) { return std::pair(r.settled_at.has_value(), r.due); });
  return rows;
}

Result<MatterRow> matter_item(const State& state, const directory::State& directory, const people::State& people,
                              const Ask& ask) {
  const auto it = state.matters.find(ask.id);
  if (it == state.matters.end()) return refuse(RefusalKind::not_found, "not_found", "There is no such request.");
  return row_of(it->second, directory, people, ask.today());
}

std::vector<SubjectRow> subject_rows(const State& state, const directory::State& directory, const people::State& people,
                                     const Ask& ask) {
  std::vector<SubjectRow> rows;
  const auto wanted = folded(ask.param("q"));
  const auto add = [&](const std::string& id) { rows.push_back(row_of(state, directory, people, id, ask.today())); };
  if (wanted.empty())
    for (const auto& [id, subject] : state.subjects) add(id);
  if (!wanted.empty()) {
    for (const auto& [id, c] : directory.contacts)
      if (says(c.name, wanted)) add(id);
    for (const auto& [id, p] : people.people)
      if (says(p.name, wanted)) add(id);
  }
  std::ranges::stable_sort(rows, {}, [](const SubjectRow& r) { return std::pair(r.open_requests == 0, r.name); });
  return rows;
}

Result<SubjectItem> subject_item(const State& state, const directory::State& directory, const people::State& people,
                                 const authorizations::State& permissions, const mail::State& mail, const Ask& ask) {
  if (!directory::contact(directory, ask.id) && !people::find(people, ask.id))
    return refuse(RefusalKind::not_found, "not_found", "There is no such person.");
  SubjectItem out;
  static_cast<SubjectRow&>(out) = row_of(state, directory, people, ask.id, ask.today());
  if (const auto it = permissions.by_contact.find(ask.id); it != permissions.by_contact.end())
    out.permissions = it->second.size();
  out.letters = std::uint64_t(
      std::ranges::count_if(mail.letters, [&](const auto& each) { return each.second.recipient() == ask.id; }));
  const auto* subject = find(state, ask.id);
  if (!subject) return out;
  if (const auto& h = subject->hold)
    out.hold = HoldShown{h->until, people::name_of(people, h->by), h->reason.words(), h->since};
  if (const auto& r = subject->restriction)
    out.restriction =
        RestrictionShown{people::name_of(people, r->by), r->reason.words(), r->since, r->suspended.size()};
  show_erasure(out, *subject, people);
  show_remainder(out, *subject, people, ask);
  for (const auto& each : subject->exports) out.exports.push_back({each.at, people::name_of(people, each.by)});
  for (const auto& id : subject->matters)
    out.requests.push_back(row_of(state.matters.at(id), directory, people, ask.today()));
  return out;
}

}  // namespace vs::privacy
