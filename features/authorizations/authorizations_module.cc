#include "features/authorizations/authorizations_module.h"

#include "features/authorizations/authorizations_views.h"
#include "features/authorizations/consent_record.h"
#include "features/authorizations/letters.h"
#include "features/authorizations/reactions.h"
#include "features/authorizations/round_rules.h"
#include "features/directory/directory.h"
#include "kernel/event_ops.h"

namespace vs::authorizations {
namespace {

void deeds(Feature& f) {
  f.creates("authorizations", "Ask the customer", &ask)
      .does("authorizations", "record", "Record a permission", &record)
      .acts("authorizations", "narrow", "Narrow", &narrow)
      .when(&may_narrow)
      .acts("authorizations", "withdraw", "Withdraw", &withdraw)
      .when(&may_withdraw)
      .acts("authorizations", "renew", "Renew", &renew)
      .when(&may_renew)
      .acts("authorizations", "review", "Review", &review)
      .when(&may_review);
}

void deeds_in_rounds(Feature& f) {
  f.acts("authorizations", "answer", "Answer", &answer)
      .when(&may_answer)
      .acts("authorizations", "decline", "Decline", &decline)
      .when(&may_answer)
      .acts("authorizations", "question", "Ask back", &question)
      .when(&may_ask_back)
      .acts("authorizations", "reply", "Answer the question", &reply)
      .when(&may_reply)
      .acts("authorizations", "add_signer", "Add a signer", &add_signer)
      .when(&may_ask_back)
      .acts("authorizations", "remind", "Remind", &remind)
      .when(&may_remind)
      .acts("authorizations", "clear_conditions", "Decide about the conditions", &clear_conditions)
      .when(&may_clear_conditions)
      .acts("authorizations", "pause", "Pause", &pause)
      .when(&may_pause)
      .acts("authorizations", "resume", "End the pause", &resume)
      .when(&may_resume)
      .acts("authorizations", "offer_renewal", "Offer to renew", &offer_renewal)
      .when(&may_renew);
}

void looks(Feature& f) {
  f.lists("authorizations", &rows)
      .shows("authorizations", &item)
      .answers("authorizations.receipt", "authorizations/{id}/receipt", "Receipt for both sides", &receipt)
      .answers("authorizations.record_of_consent", "authorizations/{id}/record", "Consent record (ISO/IEC TS 27560)",
               &consent_record)
      .answers("authorizations.asked", "authorizations/{id}/asked", "The request as the customer sees it", &asked)
      .answers("authorizations.preview", "authorization-preview", "A request as the customer would see it", &preview)
      .answers("authorizations.mine", "my-permissions", "All that a customer allowed", &my_permissions)
      .answers("authorizations.may_use", "may-use", "May this customer be used for that?", &gate);
}

void follows(Feature& f) {
  f.reacts<directory::IssueReported>(&on_issue)
      .reacts<directory::Revised<directory::Account>>(&on_account_revised)
      .reacts<directory::Imported<directory::Account>>(&on_account_imported)
      .reacts<directory::Added<directory::Deal>>(&on_deal_added)
      .reacts<directory::Revised<directory::Deal>>(&on_deal_revised)
      .reacts<directory::Imported<directory::Deal>>(&on_deal_imported)
      .reacts<directory::Restricted>(&on_restricted)
      .reacts<directory::AccountOptedOut>(&on_account_opted_out)
      .reacts<directory::ContactOptedOut>(&on_contact_opted_out)
      .reacts<directory::ContactLeft>(&on_contact_left)
      .reacts<directory::Revised<directory::Contact>>(&on_contact_revised)
      .reacts<directory::Imported<directory::Contact>>(&on_contact_imported)
      .watches("authorizations", &tick)
      .watches("relationships", &renewals_near);
}

void words(Feature& f) {
  f.acts("wordings", "adopt", "Adopt these words", &adopt_wording)
      .acts("wordings", "restore", "Restore the delivered words", &restore_wording)
      .when(&may_restore_wording)
      .lists("wordings", &wording_rows)
      .shows("wordings", &wording_item)
      .answers("wordings.revision", "wordings/{id}/revision", "An earlier revision of controlled wording",
               &wording_revision);
}

template <class... E>
void writes_letters_on(Feature& f) {
  (f.reacts<E>(static_cast<Events (*)(const State&, const directory::State&, const people::State&, const mail::State&,
                                      const E&, const Meta&, const Context&)>(&letters_on)),
   ...);
}

}  // namespace

Module module() {
  Feature f("authorizations");
  f.events<Asked, Recorded, Narrowed, Withdrawn, Renewed, Reviewed, Used, Exceeded>()
      .events<Requested, Answered, Granted, Declined, Questioned, Replied, SignerAdded, TurnCame, Reminded>()
      .events<ConditionsReviewed, Paused, Unpaused, RenewalOffered, Lapsed, Questionable>()
      .events<WordingAdopted, WordingRestored>();
  deeds(f);
  deeds_in_rounds(f);
  looks(f);
  follows(f);
  words(f);
  writes_letters_on<Requested, SignerAdded, TurnCame, Reminded, Granted, Declined, Narrowed, Withdrawn, Renewed,
                    ConditionsReviewed, Questioned, Replied, RenewalOffered>(f);
  return f;
}

}  // namespace vs::authorizations
