#include "features/requests/requests_module.h"

#include "features/requests/letters.h"
#include "features/requests/reactions.h"
#include "features/requests/requests_views.h"
#include "features/requests/requests_when.h"
#include "kernel/event_ops.h"

namespace vs::requests {
namespace {

void actions_until_disclosure(Feature& f) {
  f.creates("requests", "Ask for a reference", &log)
      .acts("requests", "complete", "Check eligibility", &complete)
      .when(&can_complete)
      .acts("requests", "resubmit", "Send in again", &complete)
      .when(&can_resubmit)
      .acts("requests", "clear", "Give a clearance", &clear)
      .when(&can_clear)
      .acts("requests", "choose", "Choose a customer", &choose)
      .when(&can_choose)
      .acts("requests", "agree", "Agree", &agree)
      .when(&can_consult)
      .acts("requests", "object", "Object", &object)
      .when(&can_consult)
      .acts("requests", "confirm", "Record the customer's answer", &confirm)
      .when(&can_confirm)
      .acts("requests", "answer", "Answer", &answer)
      .when(&can_answer)
      .acts("requests", "propose_times", "Propose times", &propose_times)
      .when(&can_propose_times)
      .acts("requests", "approve", "Approve", &approve)
      .when(&can_approve)
      .acts("requests", "disclose", "Disclose the contact", &disclose)
      .when(&can_disclose)
      .acts("requests", "disclose_again", "Disclose again", &disclose_again)
      .when(&can_disclose_again)
      .acts("requests", "view_contact", "Show contact details", &view_contact)
      .when(&may_view_contact);
}

void actions_afterwards(Feature& f) {
  f.acts("requests", "record_activity", "Record what happened", &record_activity)
      .when(&can_record)
      .acts("requests", "debrief", "Debrief", &debrief)
      .when(&can_debrief)
      .acts("requests", "close", "Close and archive", &close)
      .when(&can_close)
      .acts("requests", "cancel", "Cancel", &cancel)
      .when(&can_cancel)
      .acts("requests", "defer", "Defer", &defer)
      .when(&can_defer)
      .acts("requests", "resume", "Take up again", &resume)
      .when(&can_resume)
      .acts("requests", "reopen", "Reopen", &reopen)
      .when(&can_reopen)
      .acts("requests", "escalate", "Escalate", &escalate)
      .when(&can_escalate)
      .acts("requests", "comment", "Comment", &comment)
      .when(&can_comment);
}

void follows(Feature& f) {
  f.reacts<escalations::Decided>(&on_escalation_decided)
      .reacts<authorizations::Withdrawn>(&on_withdrawn)
      .reacts<authorizations::Narrowed>(&on_narrowed)
      .reacts<authorizations::Reviewed>(&on_reviewed)
      .reacts<directory::ContactOptedOut>(&on_contact_opted_out)
      .reacts<directory::ContactLeft>(&on_contact_left)
      .reacts<directory::AccountOptedOut>(&on_account_opted_out)
      .reacts<activities::Recorded>(&on_activity_recorded)
      .reacts<activities::Debriefed>(&on_activity_debriefed)
      .reacts<procedures::Resumed>(&on_case_resumed)
      .reacts<procedures::Overdue>(&on_overdue)
      .reacts<procedures::Reminded>(&on_reminded)
      .reacts<authorizations::Paused>(&on_paused)
      .reacts<authorizations::Lapsed>(&on_lapsed)
      .reacts<authorizations::ConditionsReviewed>(&on_conditions_reviewed)
      .reacts<activities::Cancelled>(&on_activity_cancelled)
      .reacts<CustomerAsked>(&letters_on_asked)
      .reacts<CustomerReminded>(&letters_on_reminded)
      .reacts<CustomerAnswered>(&letters_on_answered)
      .reacts<CustomerConfirmed>(&letters_on_confirmed)
      .reacts<CustomerDeclined>(&letters_on_declined)
      .reacts<PassedOver>(&letters_on_passed_over)
      .reacts<Cancelled>(&letters_on_cancelled)
      .reacts<Rejected>(&letters_on_rejected)
      .reacts<activities::CustomerDebriefed>(&on_customer_debriefed)
      .reacts<activities::IncidentReported>(&on_incident)
      .reacts<advocates::Used>(&on_used);
}

}  // namespace

Module module() {
  Feature f("requests");
  f.events<Logged, Completed, Returned, ShortLeadNoted, DisclosedAgain, CommitmentMissed, FoundEligible, PassedOver,
           CandidatesChosen, PutForward, OwnerAgreed, OwnerObjected, CustomerConfirmed, OtherTimeProposed,
           CustomerDeclined, Approved, ContactDisclosed, ContactViewed, Delivered, Rejected, Cancelled, Deferred,
           Resumed, Reopened, Closed, TimesProposed, CustomerAsked, CustomerReminded, CustomerAnswered>();
  actions_until_disclosure(f);
  actions_afterwards(f);
  follows(f);
  f.lists("requests", &rows)
      .shows("requests", &item)
      .answers("requests.matches", "requests/{id}/matches", "Candidates with reasons, or why not one of them", &matches)
      .answers("requests.evidence", "requests/{id}/evidence", "The complete record of a request", &evidence)
      .answers("requests.evidence_page", "requests/{id}/evidence.html", "The same as one page to print", &evidence_page)
      .answers("requests.confirmation", "requests/{id}/confirmation", "What the customer is asked, as they see it",
               &confirmation);
  return f;
}

}  // namespace vs::requests
