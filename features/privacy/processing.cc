#include "features/privacy/processing.h"

namespace vs::privacy {
namespace {

const char* basis_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::permission:
    case Purpose::conversation: return "Consent, Art. 6(1)(a) GDPR";
    case Purpose::rights: return "Legal obligation, Art. 6(1)(c) GDPR";
    default: return "Legitimate interests, Art. 6(1)(f) GDPR";
  }
}

using Table = std::map<std::string_view, Processing>;

Table of_the_directory() {
  using enum Category;
  using enum Purpose;
  using enum Recipients;
  const Processing contact{customer_identity, directory, staff, ""};
  const Processing seller{staff_identity, directory, staff, ""};
  const Processing file{imported_file, directory, administrators, "import_file"};
  const Processing about{staff_statement, reference, staff, ""};
  return {
      {"person.joined", {staff_identity, program, staff, ""}},
      {"contact.added", contact},
      {"contact.revised", contact},
      {"contact.imported", contact},
      {"contact.opted_out", about},
      {"account.opted_out", about},
      {"seller.added", seller},
      {"seller.revised", seller},
      {"seller.imported", seller},
      {"import.previewed", file},
      {"import.apply_started", file},
  };
}

Table of_permissions() {
  using enum Category;
  using enum Purpose;
  using enum Recipients;
  const Processing asked{customer_statement, permission, staff, "unanswered_ask"};
  const Processing given{customer_statement, permission, staff, "withdrawn_permission"};
  const Processing about{staff_statement, reference, staff, ""};
  return {
      {"authorization.asked", asked},
      {"authorization.requested", asked},
      {"authorization.questioned", asked},
      {"authorization.replied", asked},
      {"authorization.declined", asked},
      {"authorization.recorded", given},
      {"authorization.answered", given},
      {"authorization.granted", given},
      {"authorization.narrowed", given},
      {"authorization.renewed", given},
      {"authorization.withdrawn", given},
      {"authorization.reviewed", given},
      {"authorization.conditions_reviewed", given},
      {"advocate.nominated", about},
      {"advocate.profile_revised", about},
      {"advocate.qualified", about},
      {"advocate.activated", about},
      {"advocate.rested", about},
      {"advocate.paused", about},
      {"advocate.retired", about},
  };
}

Table of_the_work() {
  using enum Category;
  using enum Purpose;
  using enum Recipients;
  const Processing about{staff_statement, reference, staff, ""};
  const Processing review{staff_statement, procedure, reviewers, ""};
  const Processing talk{staff_statement, conversation, staff, ""};
  const Processing told{customer_statement, conversation, staff, ""};
  return {
      {"activity.recorded", talk},
      {"activity.debriefed", talk},
      {"activity.cancelled", talk},
      {"activity.arranged", talk},
      {"activity.incident_reported", talk},
      {"activity.other_times_proposed", told},
      {"activity.customer_debriefed", told},
      {"request.logged", about},
      {"request.completed", about},
      {"request.owner_agreed", about},
      {"request.owner_objected", about},
      {"request.candidates_chosen", about},
      {"request.times_proposed", about},
      {"request.customer_answered", told},
      {"request.customer_declined", about},
      {"request.customer_confirmed", about},
      {"request.other_time_proposed", about},
      {"request.rejected", review},
      {"request.cancelled", review},
      {"request.deferred", review},
      {"request.reopened", review},
      {"request.closed", review},
      {"case.commented", review},
      {"case.deferred", review},
      {"case.delegated", review},
      {"case.reopened", review},
      {"case.step_decided", review},
      {"case.stopped", review},
      {"escalation.raised", review},
      {"escalation.decided", review},
      {"takedown.closed", review},
      {"finding.dismissed", review},
  };
}

Table of_the_program() {
  using enum Category;
  using enum Purpose;
  using enum Recipients;
  const Processing mail{Category::letter, correspondence, recipient, "letter"};
  const Processing house{staff_statement, program, staff, ""};
  return {
      {"policy.adopted", house},          {"procedure.adopted", house}, {"wording.adopted", house},
      {"wording.restored", house},        {"mail.written", mail},       {"mail.sent", mail},
      {"mail.suppression_lifted", house},
  };
}

Table of_rights() {
  using enum Category;
  using enum Purpose;
  using enum Recipients;
  const Processing right{staff_statement, rights, Recipients::privacy, ""};
  return {
      {"wish.stated", {customer_statement, rights, Recipients::privacy, ""}},
      {"wish.settled", right},
      {"subject.request_received", {customer_statement, rights, Recipients::privacy, ""}},
      {"subject.request_settled", right},
      {"subject.erasure_proposed", right},
      {"subject.erasure_dropped", right},
      {"subject.held", right},
      {"subject.hold_released", right},
      {"subject.remainder_sealed", {customer_statement, rights, Recipients::privacy, "sealed_remainder"}},
      {"subject.remainder_read", right},
      {"subject.restricted", right},
      {"subject.restriction_lifted", right},
      {"retention.rule_set", right},
  };
}

}  // namespace

const std::map<std::string_view, Processing>& processing_table() {
  static const Table table = [] {
    Table all;
    for (auto part : {of_the_directory(), of_permissions(), of_the_work(), of_the_program(), of_rights()})
      all.merge(part);
    return all;
  }();
  return table;
}

ProcessingRow processing_row(std::string_view event, std::string field, const Processing& p) {
  return {std::string(event), std::move(field),        p.category, p.purpose, basis_of(p.purpose),
          p.recipients,       std::string(p.retention)};
}

}  // namespace vs::privacy
