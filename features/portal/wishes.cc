#include "features/portal/wishes.h"

#include <algorithm>

namespace vs::portal {
namespace {

const Wish* find(const State& state, const std::string& id) {
  const auto it = state.wishes.find(id);
  return it == state.wishes.end() ? nullptr : &it->second;
}

std::unexpected<Refusal> unknown() {
  return refuse(RefusalKind::not_found, "not_found", "There is no such wish.");
}

WishRow row_of(const Wish& wish, const directory::State& directory, const people::State& people) {
  WishRow row;
  row.id = wish.id, row.contact = wish.contact, row.kind = wish.kind;
  if (const auto* contact = directory::contact(directory, wish.contact)) row.contact_name = contact->name.words();
  if (const auto* account = directory::account_of_contact(directory, wish.contact))
    row.account = account->id, row.account_name = account->name;
  row.words = wish.words.words(), row.answer = wish.answer.words();
  row.status = wish.settled_at ? "settled" : "open";
  row.stated_at = wish.stated_at, row.settled_at = wish.settled_at;
  row.due = wish.stated_at.date().plus_days(wish_days);
  if (!wish.settled_by.empty()) row.settled_by = people::name_of(people, wish.settled_by);
  row.version = wish.version;
  return row;
}

}  // namespace

Result<Decision> state_wish(const State& state, const directory::State& directory,
                            const authorizations::State& permissions, const StateWish& command,
                            const Context& context) {
  const auto* contact = directory::contact(directory, context.actor.id);
  if (context.actor.kind != ActorKind::contact || !contact) return unknown();  // R1
  Reasons reasons;
  const auto words = command.words.value_or(LongText{}).text;
  reasons.expect(command.kind != WishKind::correct || !words.empty(), "wish.no_words", "words", "Nothing was changed.",
                 "Write what is not right.");  // R2
  if (!reasons.empty()) return reasons.refuse();

  for (const auto& [id, wish] : state.wishes)  // R3
    if (wish.contact == contact->id && wish.kind == command.kind && !wish.settled_at && wish.words.words() == words)
      return Decision{{}, id};
  const auto id = context.id("wis");
  Decision decision{{WishStated{id, contact->id, command.kind, Personal::of(contact->id, words)}}, id};
  if (command.kind == WishKind::erase)  // R5
    append(decision.events, authorizations::withdraw_all(permissions, contact->id, context));
  return decision;
}

Result<Decision> settle_wish(const State& state, const SettleWish& command, const Context& context) {
  const auto* wish = find(state, context.target);
  if (!wish) return unknown();
  Reasons reasons;
  reasons.expect(!wish->settled_at, "wish.settled", "", "This was settled already.");  // R4
  reasons.expect(!command.answer.text.empty(), "wish.no_answer", "answer", "Say what was done.");
  if (!reasons.empty()) return reasons.refuse(wish->settled_at ? RefusalKind::conflict : RefusalKind::rule);

  return Decision{{WishSettled{wish->id, wish->contact, Personal::of(context.actor.person(), command.answer.text)}},
                  wish->id};
}

Result<void> may_settle(const State& state, const Context& context) {
  const auto* wish = find(state, context.target);
  if (wish && wish->settled_at) return refuse(RefusalKind::conflict, "wish.settled", "This was settled already.");
  return {};
}

void on(State& state, const WishStated& event, const Meta& meta) {
  auto& wish = state.wishes[event.id];
  wish.id = event.id, wish.contact = event.contact, wish.kind = event.kind, wish.words = event.words;
  wish.stated_at = meta.at;
  wish.version = meta.sequence;
}

void on(State& state, const WishSettled& event, const Meta& meta) {
  auto& wish = state.wishes[event.id];
  wish.settled_at = meta.at;
  wish.settled_by = meta.actor.person();
  wish.answer = event.answer;
  wish.version = meta.sequence;
}

std::vector<WishRow> wish_rows(const State& state, const directory::State& directory, const people::State& people,
                               const Ask&) {
  std::vector<WishRow> rows;
  for (const auto& [id, wish] : state.wishes) rows.push_back(row_of(wish, directory, people));
  // What is still to be done comes first, soonest due on top; what is settled follows, newest first.
  std::ranges::sort(rows, [](const WishRow& a, const WishRow& b) {
    if ((a.status == "open") != (b.status == "open")) return a.status == "open";
    return a.status == "open" ? a.due < b.due : a.stated_at > b.stated_at;
  });
  return rows;
}

Result<WishRow> wish_item(const State& state, const directory::State& directory, const people::State& people,
                          const Ask& ask) {
  const auto* wish = find(state, ask.id);
  if (!wish) return unknown();
  return row_of(*wish, directory, people);
}

}  // namespace vs::portal
