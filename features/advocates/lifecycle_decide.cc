// The lifecycle of an advocate (ADV-07): each act works from some stages only and says which.
#include <array>

#include "features/advocates/verbs.h"

namespace vs::advocates {
namespace {

using enum Stage;

const std::vector<Stage>& works_from(Step step) {
  static const std::array<std::vector<Stage>, 7> from{{
      {nominated},                                                           // qualify
      {qualified},                                                           // invite
      {invited, onboarding, active, resting, paused},                        // brief
      {onboarding, resting, paused},                                         // activate
      {active, paused, resting},                                             // rest
      {active, resting, paused},                                             // pause
      {nominated, qualified, invited, onboarding, active, resting, paused},  // retire
  }};
  return from[std::size_t(step)];
}

std::string listed(const std::vector<Stage>& stages) {
  std::string out;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (i > 0) out += i + 1 == stages.size() ? " or " : ", ";
    out += spoken(stages[i]);
  }
  return out;
}

std::unexpected<Refusal> no_such_advocate() {
  return refuse(RefusalKind::not_found, "no_such_advocate", "There is no such advocate.");
}

std::optional<Personal> words_of(const std::optional<LongText>& text, const Context& ctx) {
  if (!text || text->text.empty()) return {};
  return Personal::of(ctx.actor.person(), text->text);
}

void expect_reason(Reasons& reasons, const LongText& reason) {
  reasons.expect(!reason.text.empty(), "reason_required", "reason", "Say why.",
                 "One sentence is enough; it is kept in the history.");
}

void expect_future(Reasons& reasons, Date until, const Context& ctx) {
  reasons.expect(until > ctx.today(), "date_not_ahead", "until", "The return date must lie ahead.",
                 "Choose a day after today.");
}

}  // namespace

Result<void> may_step(const Advocate& advocate, Step step) {
  const auto& from = works_from(step);
  for (const auto stage : from)
    if (stage == advocate.stage) return {};
  return refuse(RefusalKind::conflict, "wrong_stage",
                "This advocate is " + spoken(advocate.stage) + "; '" + spoken(step) + "' works for one who is " +
                    listed(from) + ".",
                "Take the steps in their order: qualify, invite, brief, activate.");
}

Result<Decision> qualify(const State& state, const Because& cmd, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return no_such_advocate();
  if (a->stage == qualified) return Decision{};
  if (const auto may = may_step(*a, Step::qualify); !may) return std::unexpected(may.error());
  return Decision{{Qualified{a->id, words_of(cmd.reason, ctx)}}, a->id};
}

Result<Decision> invite(const State& state, const Nothing&, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return no_such_advocate();
  if (a->stage == invited) return Decision{};
  if (const auto may = may_step(*a, Step::invite); !may) return std::unexpected(may.error());
  return Decision{{Invited{a->id}}, a->id};
}

Result<Decision> brief(const State& state, const Nothing&, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return no_such_advocate();
  if (const auto may = may_step(*a, Step::brief); !may) return std::unexpected(may.error());
  if (a->briefed_on == ctx.today()) return Decision{};
  return Decision{{Briefed{a->id, ctx.today()}}, a->id};
}

Result<Decision> activate(const State& state, const Because& cmd, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return no_such_advocate();
  if (a->stage == active) return Decision{};
  if (const auto may = may_step(*a, Step::activate); !may) return std::unexpected(may.error());
  return Decision{{Activated{a->id, words_of(cmd.reason, ctx)}}, a->id};
}

Result<Decision> rest(const State& state, const Rest& cmd, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return no_such_advocate();
  if (a->stage == resting && a->return_on == cmd.until) return Decision{};
  if (const auto may = may_step(*a, Step::rest); !may) return std::unexpected(may.error());
  Reasons reasons;
  expect_future(reasons, cmd.until, ctx);
  expect_reason(reasons, cmd.reason);
  if (!reasons.empty()) return reasons.refuse();
  return Decision{{Rested{a->id, cmd.until, Personal::of(ctx.actor.person(), cmd.reason.text)}}, a->id};
}

Result<Decision> pause(const State& state, const Pause& cmd, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return no_such_advocate();
  if (a->stage == paused && a->return_on == cmd.until) return Decision{};
  if (const auto may = may_step(*a, Step::pause); !may) return std::unexpected(may.error());
  Reasons reasons;
  if (cmd.until) expect_future(reasons, *cmd.until, ctx);
  expect_reason(reasons, cmd.reason);
  if (!reasons.empty()) return reasons.refuse();
  return Decision{{Paused{a->id, cmd.until, Personal::of(ctx.actor.person(), cmd.reason.text)}}, a->id};
}

Result<Decision> retire(const State& state, const Retire& cmd, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return no_such_advocate();
  if (a->stage == retired) return Decision{};
  Reasons reasons;
  expect_reason(reasons, cmd.reason);
  if (!reasons.empty()) return reasons.refuse();
  return Decision{{Retired{a->id, Personal::of(ctx.actor.person(), cmd.reason.text)}}, a->id};
}

Events return_rested(const State& state, const Context& ctx) {
  Events out;
  for (const auto& [id, a] : state.advocates) {
    const bool away = a.stage == resting || a.stage == paused;
    if (away && a.return_on && *a.return_on <= ctx.today()) out.push_back(Returned{id});
  }
  return out;
}

Events follow_departure(const State& state, const directory::ContactLeft& e, const Meta&, const Context& ctx) {
  const auto* a = of_contact(state, e.contact);
  if (!a || !may_step(*a, Step::pause)) return {};
  if (a->stage == paused && !a->return_on) return {};
  return {Paused{a->id, {}, Personal::of(ctx.actor.person(), "The contact left the company.")}};
}

}  // namespace vs::advocates
