// What several decisions about requests share.
#pragma once

#include "features/requests/commands.h"

namespace vs::requests {

/// Rule of the escalation that tells of a refusal, while the request goes on with a fallback.
inline constexpr std::string_view declined_high_value = "declined_high_value";

/// Does an escalation under this rule only tell, while the case goes its way?
bool only_tells(const std::string& rule);
/// Brings what happened before whom policy names; nothing when it names nobody (ACT-04).
Events tell_of(const Request&, const Floors&, policies::Occurrence, const std::string& facts, const Context&);

/// The request, or null.
const Request* find(const State&, const std::string& id);
/// Does somebody with these roles see every request, not only those they asked for?
bool sees_all(const std::set<std::string>& roles);
/// Somebody whose only role is requester sees own requests only.
bool may_see(const Request&, const std::set<std::string>& roles, const std::string& person);
/// The addressed request: not_found when absent or not to be known, `archived` when it is closed.
Result<const Request*> addressed(const State&, const Context&);
/// The same, and it must be going on: neither rejected, cancelled nor deferred.
Result<const Request*> going(const State&, const Context&);

/// Somebody chosen for the request, or null; the one who is put forward now, or null.
const Candidate* candidate_of(const Request&, const std::string& contact);
const Candidate* current_of(const Request&);
/// The next candidate chosen as a fallback and not tried yet, or null.
const Candidate* next_fallback(const Request&);

/// What the request looks for, as of a day.
matching::Need need_of(const Request&, const directory::State&, Date on);
/// Every shut gate for this contact now, without those that a decision maker granted an exception to (REQ-11).
std::vector<matching::Blocker> shut_gates(const Request&, const Floors&, const std::string& contact, Date today);
/// Adds shut gates to the reasons of a refusal, under this input field.
void add_blockers(Reasons&, const std::vector<matching::Blocker>&, const std::string& field);

/// Facts of the case: codes, numbers, dates and company names only.
json::Object facts_of(const Request&, const Intake&, const Floors&);
/// Facts that name who is asked about and who owns the relationship.
json::Object candidate_facts(const Candidate&, const directory::State&);

/// What was told, with what was told anew.
Intake merged(Intake, const Intake& anew);

/// The gap between the deadline and the lead time of the use, if there is one and the deadline is still ahead.
std::optional<LeadGap> lead_gap(const Intake&, const policies::Policies&, Date today);
/// What policy makes of it.
policies::ShortLead lead_rule(const policies::Policies&);
std::string sentence(const LeadGap&, UseType);

/// The author's words.
Personal said(const Context&, const LongText&);
std::optional<Personal> said(const Context&, const std::optional<LongText>&);
std::string trimmed(const std::string&);
/// The same words for another event.
Personal again(const Personal&);

/// Sends in again what was returned, or answers a reviewer.
Result<Decision> resubmit(const Floors&, const Request&, const Complete&, const Context&);
/// Step `completeness` once more, after an exception or a deferral.
Result<Decision> recheck_completeness(const Floors&, const Request&, const Context&);
/// Eligibility found by the gates themselves (REQ-04).
Result<Decision> check_eligibility(const Floors&, const Request&, const Context&);
/// A no of a reviewer: final, with a review of the rejection by a decision maker (REQ-11).
Events reject(const Request&, const Floors&, const std::string& rule, const std::string& reason, escalations::Kind,
              const Context&);
/// What a use of this contact asks of the authorizations.
authorizations::Use use_of(const Request&, const directory::State&, const std::string& contact, Channel, Date on);

/// Those of the times that still lie ahead.
std::vector<Instant> ahead(const std::vector<Instant>&, Instant now);
/// Adds what is wrong with times proposed to a customer.
void check_times(Reasons&, const std::vector<Instant>& slots, std::optional<int> minutes, const Context&);
/// Keeps what the customer shall be told beside the facts; nothing when nothing new was said.
Events proposed(const Request&, const std::vector<Instant>& slots, std::optional<int> minutes,
                const std::optional<LongText>& message, std::optional<bool> name_prospect, const Context&);

/// Lets the next fallback go forward, or finds that none is left and escalates. The case stands at `match`.
Result<Events> go_to_next(const Request&, const Floors&, procedures::Run&, const std::set<std::string>& not_these,
                          const Context&);
/// Who decides questions of this kind by policy: a person's id, or "".
std::string named_decision_maker(const Floors&, escalations::Kind);
/// Raises an escalation about the request.
Events raise(const Request&, const Floors&, const std::string& rule, const std::string& facts, escalations::Kind,
             const Context&, const std::vector<std::string>& options = {}, const std::string& risk = {});
/// Gives back whatever slot the current candidate holds.
Events release_current(const Request&, const Floors&, const Context&);

}  // namespace vs::requests
