// Decisions about how an account or a contact stands: issues, restrictions, opting out, leaving.
#include <algorithm>

#include "features/directory/commands.h"
#include "features/directory/keys.h"

namespace vs::directory {
namespace {

std::unexpected<Refusal> unknown(const char* what) {
  return refuse(RefusalKind::not_found, "not_found", std::string("There is no such ") + what + ".");
}

Personal reason_of(const OptOut& command, const Context& ctx) {
  return command.reason ? Personal::of(ctx.actor.person(), command.reason->text) : Personal{};
}

}  // namespace

Result<Decision> report_issue(const State& s, const ReportIssue& c, const Context& ctx) {
  if (!account(s, ctx.target)) return unknown("account");
  Reasons reasons;
  reasons.expect(c.severity >= 1 && c.severity <= 4, "out_of_range", "severity",
                 "The severity lies between 1 (worst) and 4 (mildest).");
  reasons.expect(!plain_name(c.title).empty(), "required", "title", "Say what the issue is about.");
  if (!reasons.empty()) return reasons.refuse();
  return Decision{{IssueReported{ctx.target, ctx.id("iss"), c.severity, c.title}}, ctx.target};
}

Result<Decision> resolve_issue(const State& s, const ResolveIssue& c, const Context& ctx) {
  const auto* a = account(s, ctx.target);
  if (!a) return unknown("account");
  const auto issue = std::ranges::find(a->issues, c.issue, &Issue::id);
  if (issue == a->issues.end())
    return refuse(RefusalKind::rule, "unknown_issue", "This account has no such issue.", "Choose one listed.", "issue");
  if (!issue->open) return Decision{{}, ctx.target};
  return Decision{{IssueResolved{ctx.target, c.issue}}, ctx.target};
}

Result<Decision> restrict_account(const State& s, const Restrict& c, const Context& ctx) {
  const auto* a = account(s, ctx.target);
  if (!a) return unknown("account");
  const auto restriction = c.restriction.value_or("");
  const bool ban = c.public_reference_ban.value_or(false);
  if (a->contract_restriction.value_or("") == restriction && a->public_reference_ban == ban)
    return Decision{{}, ctx.target};
  return Decision{{Restricted{ctx.target, restriction, ban}}, ctx.target};
}

Result<Decision> opt_out_account(const State& s, const OptOut& c, const Context& ctx) {
  const auto* a = account(s, ctx.target);
  if (!a) return unknown("account");
  if (a->opted_out) return Decision{{}, ctx.target};
  return Decision{{AccountOptedOut{ctx.target, reason_of(c, ctx)}}, ctx.target};
}

Result<Decision> mark_left(const State& s, const MarkLeft&, const Context& ctx) {
  const auto* person = contact(s, ctx.target);
  if (!person) return unknown("contact");
  if (person->left) return Decision{{}, ctx.target};
  return Decision{{ContactLeft{ctx.target}}, ctx.target};
}

Result<Decision> opt_out_contact(const State& s, const OptOut& c, const Context& ctx) {
  const auto* person = contact(s, ctx.target);
  if (!person) return unknown("contact");
  if (person->opted_out) return Decision{{}, ctx.target};
  return Decision{{ContactOptedOut{ctx.target, reason_of(c, ctx)}}, ctx.target};
}

}  // namespace vs::directory
