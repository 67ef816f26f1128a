#include "features/takedowns/takedowns_views.h"

#include <algorithm>

namespace vs::takedowns {
namespace {

Row row_of(const Takedown& t, const people::State& people, const directory::State& directory,
           const authorizations::State& auths, Date today) {
  const auto* contact = directory::contact(directory, t.contact);
  const auto* account = directory::account(directory, t.account);
  const auto* a = authorizations::find(auths, t.authorization);
  const bool person = people::find(people, t.owner);
  Row row{t.id,
          t.number,
          t.authorization,
          a ? a->number : "",
          t.contact,
          contact ? contact->name.words() : "",
          t.account,
          account ? account->name : "",
          t.use.use_type,
          t.use.channel,
          t.use.request,
          t.use.on,
          t.cause,
          t.owner,
          person ? people::name_of(people, t.owner) : spoken(t.owner),
          t.due,
          t.status == Status::open && t.due < today,
          t.status,
          {},
          t.raised_at,
          t.closed_at,
          t.version};
  if (t.status == Status::closed) row.how = t.how;
  return row;
}

}  // namespace

std::vector<Row> rows(const State& s, const people::State& people, const directory::State& directory,
                      const authorizations::State& auths, const Ask& ask) {
  std::vector<Row> out;
  for (const auto& [id, t] : s.takedowns) out.push_back(row_of(t, people, directory, auths, ask.today()));
  std::ranges::sort(out, [](const Row& a, const Row& b) {  // what is open and soonest due comes first
    return std::tuple(a.status, a.due, a.id) < std::tuple(b.status, b.due, b.id);
  });
  return out;
}

Result<Item> item(const State& s, const people::State& people, const directory::State& directory,
                  const authorizations::State& auths, const Ask& ask) {
  const auto* t = find(s, ask.id);
  if (!t) return refuse(RefusalKind::not_found, "not_found", "There is no such take-down.");
  Item out{row_of(*t, people, directory, auths, ask.today()), t->link, t->note.words(), "", {}};
  if (t->status == Status::closed) out.closed_by = people::name_of(people, t->closed_by);
  for (const auto& each : t->evidence) out.evidence.push_back({each.file, each.name.words()});
  return out;
}

}  // namespace vs::takedowns
