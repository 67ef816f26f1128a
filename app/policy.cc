#include "app/policy.h"

#include <map>

namespace vs::policy {
namespace {

using Roles = std::set<std::string_view>;

// Everybody who works in the program, the auditor included (reads only).
const Roles staff{"requester",
                  "intake_coordinator",
                  "program_owner",
                  "account_owner",
                  "legal_reviewer",
                  "privacy_reviewer",
                  "channel_owner",
                  "decision_maker",
                  "sponsor",
                  "content_owner",
                  "writer",
                  "interviewer",
                  "advocacy_manager",
                  "brand_manager",
                  "marketing_operations",
                  "executive",
                  "auditor",
                  "administrator"};
// Staff who write: everybody but the auditor and the executive.
const Roles workers{
    "requester",        "intake_coordinator", "program_owner",    "account_owner", "legal_reviewer",
    "privacy_reviewer", "channel_owner",      "decision_maker",   "sponsor",       "content_owner",
    "writer",           "interviewer",        "advocacy_manager", "brand_manager", "marketing_operations",
    "administrator"};
const Roles keepers{"program_owner", "advocacy_manager", "administrator"};
const Roles owners{"program_owner", "account_owner", "advocacy_manager", "administrator"};
const Roles administrators{"administrator"};
// Letters name customers before a requester may know them.
const Roles postmasters{"program_owner", "account_owner",        "advocacy_manager", "legal_reviewer",
                        "auditor",       "marketing_operations", "brand_manager",    "administrator"};
const Roles template_keepers{"program_owner", "advocacy_manager", "marketing_operations", "brand_manager",
                             "administrator"};

const Roles privacy_readers{"privacy_reviewer", "legal_reviewer", "program_owner", "auditor", "administrator"};
const Roles eraser_seconds{"privacy_reviewer", "legal_reviewer", "program_owner", "administrator"};

Roles with_customer(Roles roles) {
  roles.insert("customer");
  return roles;
}

const std::map<std::string_view, Roles>& table() {
  static const std::map<std::string_view, Roles> rows{
      // ---- people
      {"people.list", staff},
      {"people.item", staff},
      {"people.create", administrators},
      {"people.assign_roles", administrators},
      {"people.deactivate", administrators},
      {"people.reset_password", administrators},
      {"people.invite", administrators},
      {"people.choose_language", administrators},
      // ---- audit
      {"dump.item", administrators},  // it shows everything, contact details included
      {"proof.item", {"auditor", "administrator"}},
      {"audit.list", {"auditor", "administrator", "program_owner", "sponsor", "legal_reviewer"}},
      // ---- files, tokens
      {"files.create", workers},
      {"files.item", staff},
      {"tokens.create", administrators},
      {"saved_views.create", staff},  // one's own, like a setting: the auditor's too
      // ---- directory
      {"accounts.list", staff},
      {"accounts.item", staff},
      {"contacts.list", staff},
      {"contacts.item", staff},
      {"deals.list", staff},
      {"deals.item", staff},
      {"products.list", staff},
      {"products.item", staff},
      {"sellers.list", staff},
      {"sellers.item", staff},
      {"accounts.create",
       {"program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"accounts.revise",
       {"program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"accounts.report_issue", workers},
      {"accounts.resolve_issue",
       {"program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"accounts.restrict", {"program_owner", "account_owner", "legal_reviewer", "advocacy_manager", "administrator"}},
      {"accounts.opt_out", owners},
      {"contacts.create",
       {"program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"contacts.revise",
       {"program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"contacts.mark_left",
       {"program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"contacts.opt_out", owners},
      {"deals.create",
       {"requester", "program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"deals.revise",
       {"requester", "program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"products.create",
       {"program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"products.revise",
       {"program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"sellers.create",
       {"program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"sellers.revise",
       {"program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"imports.list", {"program_owner", "advocacy_manager", "marketing_operations", "administrator", "auditor"}},
      {"imports.item", {"program_owner", "advocacy_manager", "marketing_operations", "administrator", "auditor"}},
      {"imports.create", {"program_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"imports.apply", {"program_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"imports.cancel", {"program_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"imports.undo", {"program_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      // ---- policies
      {"policies.list", staff},
      {"policies.item", staff},
      {"policies.adopt", {"program_owner", "administrator"}},
      {"setup.list", staff},
      {"setup.defaults", {"program_owner", "administrator"}},
      // ---- mail
      {"mails.list", postmasters},
      {"mails.item", postmasters},
      {"mails.retry", owners},
      {"mails.drop", owners},
      {"mails.link", owners},
      {"mails.bounce", {"program_owner", "account_owner", "advocacy_manager", "marketing_operations", "administrator"}},
      {"mails.report", {}},       // the courier's
      {"mails.unsubscribe", {}},  // of the page behind the link to unsubscribe
      {"mail_templates.list", postmasters},
      {"mail_templates.item", postmasters},
      {"mail_templates.preview", postmasters},
      {"mail_templates.adopt", template_keepers},
      {"mail_templates.restore", template_keepers},
      {"mail_templates.test", template_keepers},
      {"mail_suppressions.list", postmasters},
      {"mail_suppressions.item", postmasters},
      {"mail_suppressions.lift", owners},
      {"mail_settings.list", postmasters},
      {"mail_settings.adopt", {"program_owner", "administrator"}},
      // ---- authorizations
      {"authorizations.list", staff},
      {"authorizations.item", staff},
      {"authorizations.receipt", with_customer(staff)},
      {"authorizations.evidence", staff},
      {"authorizations.may_use", staff},
      {"authorizations.create", owners},
      {"authorizations.record",
       {"program_owner", "account_owner", "advocacy_manager", "legal_reviewer", "administrator"}},
      {"authorizations.record_of_consent", with_customer(staff)},
      {"authorizations.asked", with_customer(staff)},
      {"authorizations.preview", owners},
      {"authorizations.mine", with_customer(staff)},
      {"authorizations.narrow",
       {"program_owner", "account_owner", "advocacy_manager", "legal_reviewer", "privacy_reviewer", "administrator",
        "customer"}},
      // A customer who says no to anybody in the program must be heard at once.
      {"authorizations.withdraw", with_customer(workers)},
      {"authorizations.renew",
       {"program_owner", "account_owner", "advocacy_manager", "legal_reviewer", "administrator", "customer"}},
      // The customer's own deeds; nobody else answers for them.
      {"authorizations.answer", {"customer"}},
      {"authorizations.decline", {"customer"}},
      {"authorizations.question", {"customer"}},
      {"authorizations.pause", {"customer", "program_owner", "account_owner", "advocacy_manager"}},
      {"authorizations.resume", {"customer"}},
      {"authorizations.add_signer", {"customer", "program_owner", "account_owner", "advocacy_manager"}},
      {"authorizations.reply", {"program_owner", "account_owner", "advocacy_manager", "legal_reviewer"}},
      {"authorizations.remind", {"program_owner", "account_owner", "advocacy_manager"}},
      {"authorizations.clear_conditions", {"legal_reviewer"}},
      {"authorizations.offer_renewal", {"program_owner", "account_owner", "advocacy_manager"}},
      {"authorizations.review", {"program_owner", "legal_reviewer", "privacy_reviewer", "administrator"}},
      {"wordings.list", staff},
      {"wordings.item", staff},
      {"wordings.revision", staff},
      {"wordings.preview", {"program_owner", "advocacy_manager", "legal_reviewer", "administrator"}},
      {"wordings.adopt", {"program_owner", "advocacy_manager", "legal_reviewer", "administrator"}},
      {"wordings.restore", {"program_owner", "advocacy_manager", "legal_reviewer", "administrator"}},
      // ---- advocates
      {"advocates.list", staff},
      {"advocates.item", staff},
      {"advocates.uses", staff},
      {"usage.list", staff},
      {"advocates.create",
       {"requester", "intake_coordinator", "program_owner", "account_owner", "advocacy_manager", "administrator"}},
      {"advocates.qualify", owners},
      {"advocates.invite", owners},
      {"advocates.brief", owners},
      {"advocates.activate", owners},
      {"advocates.rest", owners},
      {"advocates.pause", owners},
      {"advocates.retire", keepers},
      {"advocates.confirm_profile", owners},
      {"advocates.revise", owners},
      {"advocates.blackout", owners},
      // ---- matching
      {"matching.find", staff},
      {"matching.narrowing", staff},
      // ---- procedures
      {"procedures.list", staff},
      {"procedures.item", staff},
      {"procedures.adopt", {"program_owner", "administrator"}},
      {"tasks.list", staff},
      {"tasks.item", staff},
      {"tasks.delegate", workers},
      {"tasks.snooze", workers},
      // ---- activities
      {"activities.list", staff},
      {"activities.item", staff},
      {"activities.schedule", {"requester", "program_owner", "advocacy_manager", "marketing_operations"}},
      {"activities.record", {"requester", "program_owner", "advocacy_manager", "marketing_operations"}},
      {"activities.debrief", {"requester", "program_owner", "advocacy_manager"}},
      {"activities.cancel", {"requester", "program_owner", "advocacy_manager", "customer"}},
      {"activities.mine", with_customer(staff)},
      {"activities.reschedule", {"customer"}},
      {"activities.debrief_customer", {"customer"}},
      // ---- escalations
      {"escalations.list", staff},
      {"escalations.item", staff},
      {"escalations.decide", {"decision_maker", "sponsor", "legal_reviewer"}},
      // ---- takedowns
      {"takedowns.list", staff},
      {"takedowns.item", staff},
      {"takedowns.assign", {"program_owner", "channel_owner", "content_owner", "brand_manager"}},
      {"takedowns.close",
       {"program_owner", "channel_owner", "content_owner", "brand_manager", "marketing_operations", "account_owner"}},
      // ---- watchers
      {"findings.list", staff},
      {"findings.item", staff},
      {"findings.dismiss", {"program_owner", "account_owner", "advocacy_manager", "legal_reviewer", "channel_owner"}},
      // ---- requests
      {"requests.list", staff},
      {"requests.item", staff},
      {"requests.matches", {"requester", "program_owner", "account_owner", "advocacy_manager", "auditor"}},
      {"requests.evidence", staff},
      {"requests.evidence_page", staff},
      {"requests.create",
       {"requester", "intake_coordinator", "program_owner", "account_owner", "content_owner", "marketing_operations"}},
      {"requests.complete", {"requester", "intake_coordinator", "program_owner"}},
      {"requests.resubmit", {"requester", "intake_coordinator", "program_owner"}},
      {"requests.clear", {"program_owner", "legal_reviewer", "privacy_reviewer", "channel_owner", "brand_manager"}},
      {"requests.choose", {"program_owner"}},
      {"requests.agree", {"account_owner", "program_owner"}},
      {"requests.object", {"account_owner", "program_owner"}},
      {"requests.confirm", {"account_owner", "program_owner"}},
      {"requests.confirmation", with_customer(staff)},
      {"requests.answer", {"customer"}},
      {"requests.propose_times", {"requester", "program_owner", "account_owner"}},
      {"requests.approve", {"program_owner"}},
      {"requests.disclose", {"program_owner"}},
      {"requests.disclose_again", {"program_owner"}},
      {"requests.view_contact",
       {"requester", "program_owner", "account_owner", "content_owner", "marketing_operations"}},
      {"requests.record_activity", {"requester", "program_owner", "marketing_operations"}},
      {"requests.debrief", {"requester", "program_owner"}},
      {"requests.close", {"program_owner"}},
      {"requests.cancel", {"requester", "intake_coordinator", "program_owner"}},
      {"requests.defer", {"program_owner"}},
      {"requests.resume", {"program_owner"}},
      {"requests.reopen", {"program_owner"}},
      {"requests.escalate",
       {"program_owner", "account_owner", "legal_reviewer", "privacy_reviewer", "channel_owner", "brand_manager",
        "intake_coordinator"}},
      {"requests.comment", workers},
      // ---- portal: what customers ask for about themselves
      {"wishes.list", {"program_owner", "privacy_reviewer", "advocacy_manager", "administrator", "auditor"}},
      {"wishes.item", {"program_owner", "privacy_reviewer", "advocacy_manager", "administrator", "auditor"}},
      {"wishes.create", {"customer"}},
      {"wishes.settle", {"program_owner", "privacy_reviewer", "advocacy_manager", "administrator"}},
      // ---- privacy: erasing takes two of those who may confirm
      {"subjects.list", privacy_readers},
      {"subjects.item", privacy_readers},
      {"subjects.found", {"privacy_reviewer"}},
      {"subjects.export", {"privacy_reviewer"}},
      {"subjects.receive_request", {"privacy_reviewer", "program_owner", "administrator"}},
      {"subjects.restrict", {"privacy_reviewer", "administrator"}},
      {"subjects.lift_restriction", {"privacy_reviewer", "administrator"}},
      {"subjects.hold", {"privacy_reviewer", "legal_reviewer"}},
      {"subjects.release_hold", {"privacy_reviewer", "legal_reviewer"}},
      {"subjects.erase", {"privacy_reviewer"}},
      {"subjects.confirm_erasure", eraser_seconds},
      {"subjects.drop_erasure", eraser_seconds},
      {"subjects.read_remainder", {"privacy_reviewer"}},
      {"subject_requests.list", privacy_readers},
      {"subject_requests.item", privacy_readers},
      {"subject_requests.settle", {"privacy_reviewer", "administrator"}},
      {"retention.list", privacy_readers},
      {"retention.item", privacy_readers},
      {"retention.set", {"privacy_reviewer", "administrator"}},
      {"retention.dispose", {"privacy_reviewer"}},
      {"processing.list", privacy_readers},
      {"affected.list", {"privacy_reviewer"}},
  };
  return rows;
}

}  // namespace

bool has_row(std::string_view name) {
  return table().contains(name);
}

bool allows(std::string_view name, const std::set<std::string>& roles) {
  const auto row = table().find(name);
  if (row == table().end()) return false;
  for (const auto& role : roles)
    if (row->second.contains(role)) return true;
  return false;
}

}  // namespace vs::policy
