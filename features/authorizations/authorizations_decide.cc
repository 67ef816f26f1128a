// Recording a permission that was obtained elsewhere. Rules R1 to R5 of the README.
#include "features/authorizations/commands.h"
#include "features/authorizations/input_checks.h"
#include "features/directory/directory.h"

namespace vs::authorizations {
namespace {

std::string account_of(const directory::State& directory, const std::string& contact) {
  const auto* found = directory::contact(directory, contact);
  return found ? found->account : "";
}

// R5: an answer belongs to a question to the same contact that is still open.
void check_answers(Reasons& reasons, const State& state, const Record& c) {
  if (!c.answers) return;
  const auto* asked = find(state, *c.answers);
  if (!asked || asked->contact != c.contact)
    return reasons.add({"question_unknown", "answers", "This contact was not asked that.",
                        "Record the permission without a question."});
  reasons.expect(asked->phase == Phase::asked, "already_answered", "answers",
                 "This question was answered or withdrawn already.", "Record the permission without it.");
}

}  // namespace

Result<Decision> record(const State& state, const directory::State& directory, const Record& c, const Context& ctx) {
  Reasons reasons;
  check_contact(reasons, directory, c.contact);
  check_grants(reasons, c.grants, "grants", directory, ctx.today());
  check_evidence(reasons, c.evidence);
  check_texts(reasons, c.disclosures, "disclosures");
  // R34: nobody claims for a customer that they answered themselves.
  reasons.expect(c.how != How::portal, "only_the_customer", "how",
                 "Only what the customer answered on their own page counts as answered there.",
                 "Choose how you came by the permission.");
  reasons.expect(!c.signer.empty(), "required", "signer", "Say who gave the permission for the customer.");
  check_answers(reasons, state, c);
  if (!reasons.empty()) return reasons.refuse();

  const auto id = c.answers ? *c.answers : ctx.id("aut");
  Recorded e{id,
             c.contact,
             account_of(directory, c.contact),
             grants_of(c.grants, c.contact, ctx.today()),
             c.disclosures,
             evidence_of(c.evidence, c.contact),
             c.how,
             Personal::of(c.contact, c.signer),
             {},
             c.pre_approved.value_or(false)};
  if (c.wording) e.wording = Personal::of(c.contact, c.wording->text);
  Events events = directory::rely_on(directory, c.contact, "authorization");
  events.push_back(std::move(e));
  return Decision{std::move(events), id};
}

}  // namespace vs::authorizations
