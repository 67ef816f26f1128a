// Requests of people about themselves: received here or by the customer's page, answered within a month (REC-05).
#include "features/portal/portal.h"
#include "features/privacy/reactions.h"

namespace vs::privacy {
namespace {

const Matter* matter(const State& state, const std::string& id) {
  const auto it = state.matters.find(id);
  return it == state.matters.end() ? nullptr : &it->second;
}

Events settled(const Matter& matter, Settlement how, const Personal& answer) {
  Events out{RequestSettled{matter.id, matter.subject, how, answer}};
  if (!matter.wish.empty())
    out.push_back(portal::WishSettled{matter.wish, matter.subject, Personal::of(answer.owner(), answer.words())});
  return out;
}

}  // namespace

// R1: it is about somebody known, in words; the clock began when they asked, at most a month ago.
Result<Decision> receive(const State&, const directory::State& directory, const people::State& people,
                         const ReceiveRequest& c, const Context& ctx) {
  if (!directory::contact(directory, ctx.target) && !people::find(people, ctx.target))
    return refuse(RefusalKind::not_found, "not_found", "There is no such person.");
  const auto since = c.received_on.value_or(ctx.today());
  Reasons reasons;
  reasons.expect(since <= ctx.today() && since > ctx.today().plus_days(-request_days), "request.bad_day", "received_on",
                 "This day is not within the last month.", "Say on which day they asked.");
  if (!reasons.empty()) return reasons.refuse();
  const auto id = ctx.id("prv");
  const auto words = c.words.value_or(LongText{}).text;
  return Decision{{RequestReceived{id, ctx.target, c.right, "", since.plus_days(request_days),
                                   words.empty() ? Personal{} : Personal::of(ctx.target, words)}},
                  ctx.target};
}

Result<void> may_settle(const State& state, const Context& ctx) {
  const auto* one = matter(state, ctx.target);
  if (!one) return refuse(RefusalKind::not_found, "not_found", "There is no such request.");
  if (one->settled_at) return refuse(RefusalKind::conflict, "request.settled", "This was answered already.");
  return {};
}

// R2: an answer says what was done, or why not.
Result<Decision> settle(const State& state, const SettleRequest& c, const Context& ctx) {
  if (auto ok = may_settle(state, ctx); !ok) return std::unexpected(ok.error());
  Reasons reasons;
  reasons.expect(!c.answer.text.empty(), "request.no_answer", "answer", "Say what was done, or why it was not.");
  if (!reasons.empty()) return reasons.refuse();
  const auto& one = *matter(state, ctx.target);
  return Decision{settled(one, c.settlement, Personal::of(ctx.actor.person(), c.answer.text)), one.id};
}

Events on_wish(const State&, const portal::WishStated& e, const Meta& meta, const Context& ctx) {
  const auto right = e.kind == portal::WishKind::erase ? Right::erase : Right::correct;
  return {RequestReceived{ctx.id("prv"), e.contact, right, e.id, meta.at.date().plus_days(request_days),
                          e.words.words().empty() ? Personal{} : Personal::of(e.contact, e.words.words())}};
}

Events on_wish_settled(const State& state, const portal::WishSettled& e, const Meta&, const Context&) {
  for (const auto& [id, one] : state.matters)
    if (one.wish == e.id && !one.settled_at)
      return {RequestSettled{one.id, one.subject, Settlement::done, Personal::of(e.answer.owner(), e.answer.words())}};
  return {};
}

// R7: who is erased has their answer.
Events on_erased(const State& state, const Erased& e, const Meta&, const Context& ctx) {
  Events out;
  for (const auto& [id, one] : state.matters)
    if (one.subject == e.subject && !one.settled_at && one.right == Right::erase)
      append(out, settled(one, Settlement::done, Personal::of(ctx.actor.person(), "Erased.")));
  return out;
}

}  // namespace vs::privacy
