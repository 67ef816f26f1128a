// What comes before a decision maker because of how a use went (ACT-04).
#include <algorithm>

#include "features/requests/reactions.h"
#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

/// A rating up to this one is a bad word.
constexpr int bad_rating = 2;

// Rules that keep customers from being worn out (MAT-04).
bool spreads_load(const std::string& rule) {
  return rule == "rotation_limit" || rule == "quarter_full" || rule == "cooldown" || rule == "account_cap";
}

// Exceptions to such rules, granted in this quarter for requests that the same customer serves.
int overridden(const State& s, const Floors& f, const std::string& contact, Date quarter) {
  int times = 0;
  for (const auto& [id, e] : f.escalations.escalations) {
    if (e.status != escalations::Status::granted || !spreads_load(e.rule) || e.decided_at->date() < quarter) continue;
    const auto* r = find(s, e.case_id);
    if (r && r->current == contact) ++times;
  }
  return times;
}

// Uses that took place in this quarter, beyond those that the customer accepts.
int beyond_agreed(const advocates::Advocate& a, Date quarter) {
  const auto done = std::ranges::count_if(a.uses, [&](const advocates::UseRecord& use) {
    return use.status == advocates::UseStatus::done && use.on >= quarter;
  });
  return std::max(0, int(done) - int(a.max_per_quarter));
}

std::string times(int n) {
  return n == 1 ? "once" : n == 2 ? "twice" : std::to_string(n) + " times";
}

}  // namespace

bool only_tells(const std::string& rule) {
  return rule == declined_high_value || parse_enum<policies::Occurrence>(rule).has_value();
}

Events tell_of(const Request& r, const Floors& f, policies::Occurrence what, const std::string& facts,
               const Context& ctx) {
  const auto kind = parse_enum<escalations::Kind>(policies::comes_before(policies::in_force(f.policies), what));
  if (!kind) return {};
  return raise(r, f, std::string(name_of(what)), facts, *kind, ctx, {"correct", "defer"});
}

Events on_customer_debriefed(const State& s, VS_FLOORS, const activities::CustomerDebriefed& e, const Meta&,
                             const Context& ctx) {
  const auto* r = find(s, e.request);
  if (!r || (e.rating > bad_rating && e.again)) return {};
  std::string facts = "The customer gave " + std::to_string(e.rating) + " of 5";
  facts += e.again ? "." : " and would not do it again.";
  if (e.concerns) facts += " " + e.concerns->words();
  return tell_of(*r, VS_THESE_FLOORS, policies::Occurrence::negative_debrief, facts, ctx);
}

Events on_used(const State& s, VS_FLOORS, const advocates::Used& e, const Meta&, const Context& ctx) {
  const auto* r = find(s, e.request);
  const auto* a = advocates::find(advs, e.advocate);
  if (!r || !a || e.status != advocates::UseStatus::done) return {};
  const auto quarter = advocates::quarter_start(ctx.today());
  const int beyond = beyond_agreed(*a, quarter);
  const int exceptions = overridden(s, VS_THESE_FLOORS, a->contact, quarter);
  if (beyond + exceptions < policies::overuse_times(policies::in_force(pol))) return {};
  std::string facts = "In this quarter the customer was used";
  if (beyond > 0) facts += " " + times(beyond) + " more than they accept";
  if (exceptions > 0)
    facts += std::string(beyond > 0 ? ", and" : "") + " by exceptions to the limits, granted " + times(exceptions);
  return tell_of(*r, VS_THESE_FLOORS, policies::Occurrence::overuse, facts + ".", ctx);
}

Events on_incident(const State& s, VS_FLOORS, const activities::IncidentReported& e, const Meta&, const Context& ctx) {
  const auto* r = find(s, e.request);
  return r ? tell_of(*r, VS_THESE_FLOORS, policies::Occurrence::incident, e.what.words(), ctx) : Events{};
}

}  // namespace vs::requests
