// What comes before a decision maker because of how a use went (ACT-04).
#include <algorithm>

#include "features/requests/reactions.h"
#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

/// A rating up to this one is a bad word.
constexpr int bad_rating = 2;

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

Events on_incident(const State& s, VS_FLOORS, const activities::IncidentReported& e, const Meta&, const Context& ctx) {
  const auto* r = find(s, e.request);
  return r ? tell_of(*r, VS_THESE_FLOORS, policies::Occurrence::incident, e.what.words(), ctx) : Events{};
}

}  // namespace vs::requests
