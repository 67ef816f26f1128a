// What becomes of a permission: narrowed, withdrawn, renewed, reviewed. Rules R12, R13 and R15 to R18.
#include <algorithm>

#include "features/authorizations/commands.h"
#include "features/authorizations/input_checks.h"
#include "features/authorizations/round_rules.h"

namespace vs::authorizations {
namespace {

// Narrowing, renewing and reviewing need an answer of the customer that still stands.
Result<void> stands(const State& state, const Context& ctx) {
  VS_TRY(a, my_own(state, ctx));
  if (a->phase == Phase::asked)
    return refuse(RefusalKind::conflict, "not_answered", "The customer has not answered yet.",
                  "Record the answer first.");
  if (a->phase == Phase::declined)
    return refuse(RefusalKind::conflict, "declined", "The customer said no.",
                  "Record a new permission if the customer gives one.");
  if (a->phase == Phase::withdrawn)
    return refuse(RefusalKind::conflict, "withdrawn", "The customer withdrew this permission.",
                  "Record a new permission if the customer gives one.");
  return {};
}

bool names(const std::vector<std::string>& list, const std::string& text) {
  return std::ranges::any_of(list, [&](const auto& each) { return folded(each) == folded(text); });
}

// R12: a list may only name what some grant permits now.
void check_list(Reasons& reasons, const std::vector<Grant>& grants, std::vector<std::string> Grant::* limits,
                const std::optional<std::vector<std::string>>& wanted, const std::string& field) {
  if (!wanted) return;
  reasons.expect(!wanted->empty(), "would_widen", field, "An empty list would lift the limit.",
                 "Name what remains, or leave the list out.");
  for (const auto& each : *wanted) {
    const bool permitted = !each.empty() && std::ranges::any_of(grants, [&](const Grant& grant) {
      return (grant.*limits).empty() || names(grant.*limits, each);
    });
    reasons.expect(permitted, "would_widen", field, "'" + each + "' was not permitted before.",
                   "Record a new permission with its proof.");
  }
}

void check_channels(Reasons& reasons, const std::vector<Grant>& grants, const Narrow& c) {
  if (!c.channels) return;
  reasons.expect(!c.channels->empty(), "nothing_left", "channels", "Without a channel nothing is permitted.",
                 "Withdraw the authorization instead.");
  for (const auto channel : *c.channels)
    reasons.expect(std::ranges::any_of(grants,
                                       [&](const Grant& grant) {
                                         return std::ranges::find(grant.channels, channel) != grant.channels.end();
                                       }),
                   "would_widen", "channels", "The channel " + spoken(channel) + " was not permitted before.",
                   "Record a new permission with its proof.");
}

void check_period(Reasons& reasons, const std::vector<Grant>& grants, const Narrow& c, Date today) {
  if (!c.until) return;
  const auto last = last_day(grants);
  reasons.expect(last && *c.until <= *last, "would_widen", "until", "The permission ends before that day.",
                 "Renew it with a proof.");
  reasons.expect(*c.until >= today, "until_past", "until", "This day is over already.",
                 "Withdraw the authorization to end it now.");
}

Narrowed narrowing_of(const Authorization& a, const Narrow& c, const Context& ctx) {
  Narrowed e{a.id,
             a.contact,
             c.drop_use_types,
             c.channels,
             c.regions,
             c.languages,
             c.products,
             c.topics,
             c.not_with,
             c.until,
             c.ask_each_time.value_or(false),
             {},
             {}};
  // A condition that stands already is not added twice.
  for (const auto& text : c.conditions) {
    const bool everywhere = std::ranges::all_of(a.grants, [&](const Grant& grant) {
      return std::ranges::any_of(grant.conditions, [&](const Personal& each) { return each.words() == text.text; });
    });
    if (!everywhere) e.conditions.push_back(Personal::of(a.contact, text.text));
  }
  if (c.reason) e.reason = Personal::of(ctx.actor.person(), c.reason->text);
  return e;
}

}  // namespace

Result<void> may_narrow(const State& state, const Context& ctx) {
  return stands(state, ctx);
}

// R12: narrowing never widens; R13: what leaves nothing is a withdrawal and must be called so.
Result<Decision> narrow(const State& state, const directory::State& directory, const Narrow& c, const Context& ctx) {
  if (const auto ok = may_narrow(state, ctx); !ok) return std::unexpected(ok.error());
  const auto& a = *find(state, ctx.target);
  Reasons reasons;
  check_channels(reasons, a.grants, c);
  check_list(reasons, a.grants, &Grant::regions, c.regions, "regions");
  check_list(reasons, a.grants, &Grant::languages, c.languages, "languages");
  check_list(reasons, a.grants, &Grant::products, c.products, "products");
  check_list(reasons, a.grants, &Grant::topics, c.topics, "topics");
  check_period(reasons, a.grants, c, ctx.today());
  check_not_with(reasons, c.not_with, "not_with", directory);
  check_texts(reasons, c.conditions, "conditions");
  reasons.expect(c.ask_each_time.value_or(true) || std::ranges::none_of(a.grants, &Grant::ask_each_time), "would_widen",
                 "ask_each_time", "The customer wants to be asked each time.");
  if (!reasons.empty()) return reasons.refuse();

  auto e = narrowing_of(a, c, ctx);
  const auto after = narrowed(a.grants, e);
  if (after.empty())
    return refuse(RefusalKind::rule, "nothing_left", "Nothing would be permitted any more.",
                  "Withdraw the authorization instead.");
  if (json::to_text(after) == json::to_text(a.grants)) return Decision{};
  return Decision{{std::move(e)}, a.id};
}

Result<void> may_withdraw(const State& state, const Context& ctx) {
  VS_TRY(a, my_own(state, ctx));
  if (a->phase == Phase::withdrawn) return refuse(RefusalKind::conflict, "withdrawn", "It is withdrawn already.");
  if (a->phase == Phase::declined) return refuse(RefusalKind::conflict, "declined", "The customer said no already.");
  return {};
}

// R15: as easy as giving; at once, without a reason if the customer gives none; twice changes nothing.
Result<Decision> withdraw(const State& state, const Withdraw& c, const Context& ctx) {
  VS_TRY(a, my_own(state, ctx));
  if (a->phase == Phase::withdrawn || a->phase == Phase::declined) return Decision{};
  Withdrawn e{a->id, a->contact, {}};
  if (c.reason && !c.reason->text.empty()) e.reason = Personal::of(ctx.actor.person(), c.reason->text);
  return Decision{{std::move(e)}, a->id};
}

Events withdraw_all(const State& state, const std::string& contact, const Context&) {
  const auto it = state.by_contact.find(contact);
  if (it == state.by_contact.end()) return {};
  Events out;
  for (const auto& id : it->second) {
    const auto& a = state.authorizations.at(id);
    if (a.phase != Phase::withdrawn && a.phase != Phase::declined) out.push_back(Withdrawn{a.id, a.contact, {}});
  }
  return out;
}

Result<void> may_renew(const State& state, const Context& ctx) {
  if (const auto ok = stands(state, ctx); !ok) return ok;
  if (find(state, ctx.target)->phase == Phase::suspended)
    return refuse(RefusalKind::conflict, "under_review", "This permission is under review.",
                  "Reinstate it before it is renewed.");
  return {};
}

// R16: a renewal only makes longer, and needs a proof of its own; the customer's own deed is one.
Result<Decision> renew(const State& state, const policies::State& policies, const Renew& c, const Context& ctx) {
  if (const auto ok = may_renew(state, ctx); !ok) return std::unexpected(ok.error());
  const auto& a = *find(state, ctx.target);
  const auto last = last_day(a.grants);
  const int most_days = policies::in_force(policies).renewal_days_max;
  const bool by_customer = ctx.actor.kind == ActorKind::contact;
  const auto known = [&](const EvidenceInput& in) {
    return std::ranges::any_of(a.evidence, [&](const Evidence& each) { return each.file == in.file; });
  };
  if (last == c.until && (by_customer || !c.evidence.empty()) && std::ranges::all_of(c.evidence, known))
    return Decision{};
  Reasons reasons;
  if (!by_customer || !c.evidence.empty()) check_evidence(reasons, c.evidence);
  reasons.expect(last && c.until > *last, "not_longer", "until",
                 "The permission lasts until " + (last ? last->vj_str() : "no day") + " already.",
                 "Choose a later day, or narrow it to end sooner.");
  reasons.expect(c.until >= ctx.today(), "until_past", "until", "This day is over already.");
  reasons.expect(!by_customer || c.until <= ctx.today().plus_days(most_days), "out_of_bounds", "until",
                 "One yes reaches " + std::to_string(most_days) + " days at most.", "Choose an earlier day.");
  reasons.expect(!by_customer || !wording_outdated(state, a), "wording_moved_on", "until",
                 "The terms of this permission have changed since you gave it.", "We will ask you anew.");
  if (!reasons.empty()) return reasons.refuse();
  return Decision{{Renewed{a.id, a.contact, c.until, evidence_of(c.evidence, a.contact)}}, a.id};
}

Result<void> may_review(const State& state, const Context& ctx) {
  return stands(state, ctx);
}

// R17: a review confirms, suspends or reinstates; a suspended permission is unclear, never yes.
Result<Decision> review(const State& state, const Review& c, const Context& ctx) {
  if (const auto ok = may_review(state, ctx); !ok) return std::unexpected(ok.error());
  const auto& a = *find(state, ctx.target);
  const bool suspended = a.phase == Phase::suspended;
  if (c.outcome == ReviewOutcome::suspend && suspended) return Decision{};
  if (c.outcome == ReviewOutcome::reinstate && !suspended) return Decision{};
  Reasons reasons;
  reasons.expect(!c.reason.text.empty(), "required", "reason", "Say what the review found.");
  reasons.expect(c.outcome != ReviewOutcome::confirm || !suspended, "under_review", "outcome",
                 "A suspended permission cannot be confirmed.", "Reinstate it.");
  if (!reasons.empty()) return reasons.refuse();
  return Decision{{Reviewed{a.id, a.contact, c.outcome, Personal::of(ctx.actor.person(), c.reason.text)}}, a.id};
}

}  // namespace vs::authorizations
