#include "features/procedures/holders.h"

#include <sodium.h>

#include <algorithm>

namespace vs::procedures {
namespace {

std::string sha256(std::string_view text) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  char hex[sizeof hash * 2 + 1];
  return sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
}

std::string path_words(const std::vector<std::string>& path) {
  std::string words;
  for (const auto& step : path) words += (words.empty() ? " Way there: " : " → ") + step;
  return words;
}

Personal words_of(const Context& ctx, const std::string& text) {
  return text.empty() ? Personal{} : Personal::of(ctx.actor.person(), text);
}

Result<Sop> fit(std::string_view text) {
  VS_TRY(read, parse_sop(text));
  Reasons reasons;
  for (const auto& f : check(read))
    reasons.add({f.code, "steps." + f.step, f.message + path_words(f.path), "Mend the procedure and try again."});
  if (!reasons.empty()) return reasons.refuse();
  return read;
}

Events adopted(const State& state, const Sop& fitting, SopText text, const std::string& reason, const Context& ctx) {
  const auto digest = sha256(text.text);
  const auto* now = sop(state, fitting.id);
  if (now && now->digest == digest) return {};
  return {Adopted{fitting.id, now ? now->revision + 1 : 1, std::move(text), digest, words_of(ctx, reason)}};
}

Result<TaskAt> task(const State& state, const Context& ctx) {
  const auto at = task_at(state, ctx.target);
  if (!at.step) return refuse(RefusalKind::not_found, "no_such_task", "This task is done, or never was.");
  return at;
}

// Who may hand a task on: whoever may decide it, and those who run the program (the owner may be ill).
Result<void> may_hand_on(const people::State& staff, const TaskAt& at, const Context& ctx) {
  if (ctx.has_role("program_owner") || ctx.has_role("administrator")) return {};
  return allowed(staff, *at.of, *at.step, *at.open, {ctx.actor, ctx.roles, ctx.today()});
}

}  // namespace

Result<Decision> adopt(const State& state, const Adopt& cmd, const Context& ctx) {
  VS_TRY(fitting, fit(cmd.text.text));
  if (cmd.reason.text.empty())
    return refuse(RefusalKind::rule, "reason_required", "Say why the procedure is changed.", "A sentence is enough.",
                  "reason");
  return Decision{adopted(state, fitting, cmd.text, cmd.reason.text, ctx), fitting.id};
}

Events adopt_default(const State& state, std::string_view yaml, const Context& ctx) {
  const auto fitting = fit(yaml);
  const auto text = SopText::vj_parse(yaml);
  return fitting && text ? adopted(state, *fitting, *text, {}, ctx) : Events{};
}

Result<Decision> delegate(const State& state, const people::State& staff, const Delegate& cmd, const Context& ctx) {
  VS_TRY(at, task(state, ctx));
  if (auto may = may_hand_on(staff, at, ctx); !may) return std::unexpected(may.error());
  const auto* person = people::find(staff, cmd.to);
  Reasons reasons;
  reasons.expect(person && person->active, "unknown_person", "to", "This person does not work here.",
                 "Choose somebody from the list of people.");
  reasons.expect(!cmd.until || *cmd.until >= ctx.today(), "past_day", "until", "This day has passed.",
                 "Choose today or a later day.");
  reasons.expect(!cmd.reason.text.empty(), "reason_required", "reason", "Say why the task is handed on.",
                 "A few words are enough.");
  if (reasons.empty()) {
    // A delegate stands where the owner stood: the duties that are kept apart stay apart.
    OpenStep theirs = *at.open;
    theirs.delegated_to = cmd.to;
    theirs.delegated_until.reset();
    const Actor delegate{ActorKind::person, cmd.to, {}};
    if (auto apart = allowed(staff, *at.of, *at.step, theirs, {delegate, person->roles, ctx.today()}); !apart)
      return std::unexpected(apart.error());
  }
  if (!reasons.empty()) return reasons.refuse();
  if (at.open->delegated_to == cmd.to && at.open->delegated_until == cmd.until) return Decision{{}, ctx.target};
  return Decision{
      {Delegated{at.of->id, at.open->step, at.open->instance, cmd.to, cmd.until, words_of(ctx, cmd.reason.text)}},
      ctx.target};
}

Result<Decision> snooze(const State& state, const people::State& staff, const Snooze& cmd, const Context& ctx) {
  VS_TRY(at, task(state, ctx));
  if (auto may = allowed(staff, *at.of, *at.step, *at.open, {ctx.actor, ctx.roles, ctx.today()}); !may)
    return std::unexpected(may.error());
  if (cmd.until <= ctx.today())
    return refuse(RefusalKind::rule, "past_day", "This day is not in the future.", "Choose a later day.", "until");
  if (at.open->due && cmd.until > at.open->due->date())
    return refuse(RefusalKind::rule, "after_due", "The task is due before that day.",
                  "Choose a day up to " + at.open->due->date().vj_str() + ", or delegate it.", "until");
  if (at.open->snoozed_until == cmd.until) return Decision{{}, ctx.target};
  return Decision{{Snoozed{at.of->id, at.open->step, at.open->instance, cmd.until}}, ctx.target};
}

Events stop(const State& state, const std::string& case_id, const std::string& code, const std::string& reason,
            const Context& ctx) {
  const auto* c = find(state, case_id);
  if (!c || c->status != CaseStatus::open) return {};
  return {Stopped{case_id, code, words_of(ctx, reason)}};
}

Events defer(const State& state, const std::string& case_id, Date until, const std::string& reason,
             const Context& ctx) {
  const auto* c = find(state, case_id);
  if (!c || c->status != CaseStatus::open || c->deferred_until == until || until <= ctx.today()) return {};
  return {Deferred{case_id, until, words_of(ctx, reason)}};
}

Events resume(const State& state, const std::string& case_id, const Context& ctx) {
  const auto* c = find(state, case_id);
  if (!c || !c->deferred_until) return {};
  const auto& calendar = state.timing.calendar;
  Resumed resumed{case_id, {}};
  for (const auto& open : c->open) {
    if (!open.due) continue;
    const auto since = open.paused_since.value_or(ctx.now);
    resumed.dues.push_back(
        {open.step, open.instance,
         policies::after_working(calendar, ctx.now, policies::working_minutes(calendar, since, *open.due))});
  }
  return {std::move(resumed)};
}

Result<Events> comment(const State& state, const people::State& staff, const std::string& case_id,
                       const CommentInput& input, const Context& ctx) {
  if (!find(state, case_id)) return refuse(RefusalKind::not_found, "no_such_case", "There is no such case.");
  Reasons reasons;
  reasons.expect(!input.text.text.empty(), "empty", "text", "There is nothing to say yet.", "Write a comment.");
  const auto role = input.private_to_role.value_or("");
  reasons.expect(role.empty() || people::all_roles().contains(role), "unknown_role", "private_to_role",
                 "There is no role '" + role + "'.", "Choose a role of the list.");
  for (const auto& person : input.mentions)
    reasons.expect(people::find(staff, person), "unknown_person", "mentions", "'" + person + "' does not work here.",
                   "Choose somebody from the list of people.");
  if (!reasons.empty()) return reasons.refuse();
  return Events{
      Commented{case_id, ctx.id("com"), words_of(ctx, input.text.text), role, input.mentions, input.attachments}};
}

}  // namespace vs::procedures
