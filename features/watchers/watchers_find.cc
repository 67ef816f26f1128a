// What there is to find, one function for each kind.
#include "features/watchers/shaken.h"

#include <algorithm>

namespace vs::watchers {
namespace {

using authorizations::Authorization;
using authorizations::Phase;
using authorizations::RoundState;

Finding about(const Authorization& a, const directory::State& directory, Kind kind, const std::string& occurrence) {
  const auto* contact = directory::contact(directory, a.contact);
  const auto* account = directory::account(directory, a.account);
  Finding f;
  f.id = std::string(name_of(kind)) + "~" + a.id + "~" + occurrence;
  f.kind = kind;
  f.link = "/authorizations/" + a.id;
  f.contact_name = contact ? contact->name.words() : "";
  f.account_name = account ? account->name : "";
  f.version = a.version;
  return f;
}

std::optional<Date> ends_on(const Authorization& a) {
  std::optional<Date> last;
  for (const auto& grant : a.grants)
    if (!last || grant.until > *last) last = grant.until;
  return last;
}

bool permits(const Authorization& a) {
  return a.phase == Phase::recorded || a.phase == Phase::suspended;
}

void expiring(std::vector<Finding>& out, const Authorization& a, const Sources& from, Date today) {
  const auto status = authorizations::status_of(a, today, policies::in_force(from.policies).expiring_days);
  const auto last = ends_on(a);
  if (status != authorizations::Status::expiring || !last) return;
  auto f = about(a, from.directory, Kind::expiring, last->vj_str());
  const int days = last->days_since(today);
  f.title = a.number + " ends " + (days == 0 ? "today" : "in " + std::to_string(days) + (days == 1 ? " day" : " days"));
  f.reason = a.renewal_offer ? "The customer was offered to renew and has not answered."
                             : "Nobody has offered the customer to renew yet.";
  f.proposal = {"authorizations", a.id, "offer_renewal", "Offer to renew"};
  f.due = last;
  out.push_back(std::move(f));
}

// Reminders have been sent and the last one is some days old, or the link no longer works.
void unanswered(std::vector<Finding>& out, const Authorization& a, const Sources& from, Instant now) {
  if (!a.round || a.round->state != RoundState::open) return;
  const auto& r = *a.round;
  const bool link_over = r.link_until && *r.link_until < now;
  const auto last = r.reminders.empty() ? r.asked_at : r.reminders.back();
  const auto& rules = policies::in_force(from.policies);
  const bool reminded = int(r.reminders.size()) >= rules.reminders_max || !r.remind_days;
  const bool silent = reminded && now > last.plus_days(std::max({r.remind_days, rules.remind_days, 1}));
  if (!link_over && !silent) return;
  auto f = about(a, from.directory, Kind::unanswered, std::to_string(r.reminders.size()) + (link_over ? "x" : ""));
  f.title = a.number + " waits for an answer since " + r.asked_at.date().vj_str();
  f.reason = link_over ? "The link in the letter no longer works." : "The customer was reminded and did not answer.";
  f.proposal = {"authorizations", a.id, "remind", "Remind once more"};
  f.due = r.link_until ? r.link_until->date() : r.asked_at.date();
  out.push_back(std::move(f));
}

void unclear(std::vector<Finding>& out, const Authorization& a, const directory::State& directory) {
  const auto waits = std::ranges::count_if(a.grants, &authorizations::Grant::with_legal);
  if (permits(a) && waits > 0) {
    auto f = about(a, directory, Kind::unclear, "conditions" + std::to_string(a.given));
    f.title = a.number + " has conditions in the customer's own words";
    f.reason = "Until legal has read them, nothing of it is in force.";
    f.proposal = {"authorizations", a.id, "clear_conditions", "Decide about the conditions"};
    f.due = a.recorded_at.date();
    out.push_back(std::move(f));
  }
  if (!a.round || a.round->state != RoundState::open) return;
  for (const auto& q : a.round->questions) {
    if (q.replied_at) continue;
    auto f = about(a, directory, Kind::unclear, "question" + std::to_string(q.at.us));
    f.title = a.number + ": the customer asks back";
    f.reason = q.question.words();
    f.proposal = {"authorizations", a.id, "reply", "Answer the question"};
    f.due = q.at.date();
    out.push_back(std::move(f));
  }
}

void at_risk(std::vector<Finding>& out, const Authorization& a, const directory::State& directory) {
  if (!permits(a) || a.doubts.empty()) return;
  auto f = about(a, directory, Kind::at_risk, std::to_string(a.doubts.back().at.us));
  f.title = a.number + " should be looked at again";
  for (const auto& doubt : a.doubts) f.reason += (f.reason.empty() ? "" : ", ") + spoken(doubt.cause);
  f.reason += a.phase == Phase::suspended ? "; it is held until then" : "";
  f.proposal = {"authorizations", a.id, "review", "Review"};
  f.due = a.doubts.front().at.date();
  out.push_back(std::move(f));
}

// R5: given under older terms, it cannot be renewed with one tap.
void asked_again(std::vector<Finding>& out, const Authorization& a, const Sources& from, Date today) {
  if (!permits(a) || !authorizations::wording_outdated(from.auths, a)) return;
  const auto last = ends_on(a);
  if (!last || *last < today) return;
  auto f = about(a, from.directory, Kind::asked_again, last->vj_str());
  f.title = a.number + " was given under older terms";
  f.reason = "The terms of the request changed since; before it ends, the customer is asked anew.";
  f.proposal = {"authorizations", "", "create", "Ask the customer"};
  f.due = last;
  out.push_back(std::move(f));
}

void overdue(std::vector<Finding>& out, const takedowns::State& takedowns, const directory::State& directory,
             Date today) {
  for (const auto& id : takedowns.open) {
    const auto& t = takedowns.takedowns.at(id);
    if (t.due >= today) continue;
    const auto* contact = directory::contact(directory, t.contact);
    const auto* account = directory::account(directory, t.account);
    Finding f;
    f.id = "overdue~" + id + "~" + t.due.vj_str();
    f.kind = Kind::overdue;
    f.title = t.number + " is overdue: " + spoken(t.use.use_type) + " on " + spoken(t.use.channel);
    f.reason = "It should have been taken down by " + t.due.vj_str() + ".";
    f.proposal = {"takedowns", id, "close", "Close with proof"};
    f.link = "/takedowns/" + id;
    f.contact_name = contact ? contact->name.words() : "";
    f.account_name = account ? account->name : "";
    f.due = t.due;
    f.version = t.version;
    out.push_back(std::move(f));
  }
}

}  // namespace

std::vector<Finding> findings(const Sources& from, Instant now) {
  std::vector<Finding> out;
  for (const auto& [id, a] : from.auths.authorizations) {
    expiring(out, a, from, now.date());
    unanswered(out, a, from, now);
    unclear(out, a, from.directory);
    at_risk(out, a, from.directory);
    asked_again(out, a, from, now.date());
  }
  shaken(out, from);
  overdue(out, from.takedowns, from.directory, now.date());
  std::ranges::stable_sort(out, {}, &Finding::due);
  return out;
}

}  // namespace vs::watchers
