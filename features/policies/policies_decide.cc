#include "features/policies/policies.h"
#include "features/policies/section_rules.h"

namespace vs::policies {

// R2, R3: values are read as strictly as any command; adopting what is already in force changes nothing.
Result<Decision> adopt(const State& state, const people::State& people, const Adopt& c, const Context& ctx) {
  auto read = read_section(ctx.target, c.values, people);
  if (!read && read.error().kind == RefusalKind::not_found) return std::unexpected(read.error());
  // R13: whoever could take the second factor off everybody must be who gives out roles and passwords.
  if (read && std::holds_alternative<SignIn>(*read) && !ctx.has_role("administrator"))
    return refuse(RefusalKind::forbidden, "policy.administrators_only",
                  "Only an administrator says how people sign in.", "Ask one of them.");
  Reasons reasons;
  if (!read)
    for (const auto& reason : read.error().reasons) reasons.add(reason);
  reasons.expect(!c.reason.text.empty(), "required", "reason", "Say why the policy is adopted.",
                 "One sentence is enough; it is kept in the history.");
  if (!reasons.empty()) return reasons.refuse();

  if (adopted(state, ctx.target) && section_of(state.values, ctx.target) == *read) return Decision{{}, ctx.target};
  return Decision{{Adopted{ctx.target, std::move(*read), Personal::of(ctx.actor.person(), c.reason.text)}}, ctx.target};
}

// R4: one step adopts what nobody decided yet, and never overrides what somebody did.
Result<Decision> adopt_defaults(const State& state, const AdoptDefaults&, const Context& ctx) {
  Decision decision;
  for (const auto& section : section_names())
    if (!adopted(state, section))
      decision.events.push_back(Adopted{section, *section_of(defaults(), section),
                                        Personal::of(ctx.actor.person(), "Defaults of Vouchsafe")});
  return decision;
}

}  // namespace vs::policies
