// The checklist before the first request (PRG-01): each item tells in a sentence how it stands.
#include "features/policies/policies.h"

namespace vs::policies {
namespace {

// A request passes through all of these hands; without one of them it would wait for ever.
SetupItem roles_item(const people::State& people) {
  SetupItem item{"roles", "People and roles", true, {}, "/settings/people"};
  std::string missing;
  for (const char* role :
       {"requester", "program_owner", "legal_reviewer", "privacy_reviewer", "channel_owner", "decision_maker"})
    if (people::with_role(people, role).empty()) {
      if (!missing.empty()) missing += ", ";
      missing += spoken(role);
    }
  item.done = missing.empty();
  item.detail = item.done ? "Somebody holds every role that a request needs."
                          : "Nobody holds these roles yet: " + missing + ". One person may hold several.";
  return item;
}

SetupItem section_item(const State& state, const std::string& section, const std::string& title,
                       const std::string& when_done) {
  const bool done = adopted(state, section);
  return {section, title, done, done ? when_done : "Not decided yet. The defaults suit most programs.",
          "/settings/policies/" + section};
}

// Named people may leave: then the item is open again, though the section stays adopted.
void require_people(SetupItem& item, const people::State& people, const std::map<std::string, std::string>& named) {
  if (!item.done) return;
  for (const auto& [what, who] : named) {
    if (!people_for(people, who).empty()) continue;
    item.done = false;
    item.detail = "Nobody active answers for " + spoken(what) + ".";
    return;
  }
}

}  // namespace

std::vector<SetupItem> setup(const State& state, const people::State& people) {
  const Policies& p = in_force(state);
  auto approvals = section_item(state, "approvals", "Approval roles", "Every channel has an owner.");
  require_people(approvals, people, p.channel_owners);
  require_people(approvals, people, p.region_owners);
  auto escalation = section_item(state, "escalation", "Escalation and decision makers",
                                 "Sponsor, customer success and legal decisions have named makers.");
  require_people(escalation, people, p.decision_makers);
  return {
      roles_item(people),
      section_item(state, "intake", "Intake fields",
                   std::to_string(p.required_fields.size()) + " fields are required of a request."),
      approvals,
      escalation,
      section_item(state, "rotation", "Rotation limits",
                   "An account is used at most " + std::to_string(p.cap_per_account_per_quarter) + " times a quarter."),
      section_item(state, "disclosures", "Required disclosures",
                   std::to_string(p.disclosures.size()) + " statements accompany uses."),
      section_item(state, "retention", "Retention", "Every kind of record has its time.")};
}

Result<void> ready(const State& state, const people::State& people) {
  Reasons reasons;
  for (const auto& item : setup(state, people))
    reasons.expect(item.done, "setup_" + item.id, "", item.title + ": " + item.detail,
                   "Complete the setup checklist under " + item.link + ".");
  if (!reasons.empty()) return reasons.refuse();
  return {};
}

}  // namespace vs::policies
