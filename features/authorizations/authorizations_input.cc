#include "features/authorizations/input_checks.h"

#include <algorithm>

#include "features/directory/directory.h"

namespace vs::authorizations {
namespace {

void check_limits(Reasons& reasons, const std::vector<std::string>& limits, const std::string& field) {
  reasons.expect(std::ranges::none_of(limits, &std::string::empty), "empty_entry", field,
                 "This list has an empty entry.", "Remove it, or leave the whole list out for no limit.");
}

void check_grant(Reasons& reasons, const GrantInput& grant, const std::string& at, const directory::State& directory,
                 Date today) {
  reasons.expect(!grant.channels.empty(), "channels_required", at + ".channels",
                 "Name the channels in which the customer allows a " + spoken(grant.use_type) + ".",
                 "A permission is never wider than said: name them one by one.");
  reasons.expect(grant.from.value_or(today) <= grant.until, "until_before_from", at + ".until",
                 "The permission ends before it begins.");
  reasons.expect(today <= grant.until, "until_past", at + ".until", "This day is over already.",
                 "Ask the customer to renew it.");
  check_limits(reasons, grant.regions, at + ".regions");
  check_limits(reasons, grant.languages, at + ".languages");
  check_limits(reasons, grant.products, at + ".products");
  check_limits(reasons, grant.topics, at + ".topics");
  check_not_with(reasons, grant.not_with, at + ".not_with", directory);
  check_texts(reasons, grant.conditions, at + ".conditions");
}

}  // namespace

void check_grants(Reasons& reasons, const std::vector<GrantInput>& grants, const std::string& field,
                  const directory::State& directory, Date today) {
  reasons.expect(!grants.empty(), "grants_required", field, "Name at least one use type.");
  for (std::size_t i = 0; i < grants.size(); ++i)
    check_grant(reasons, grants[i], field + "." + std::to_string(i), directory, today);
}

void check_evidence(Reasons& reasons, const std::vector<EvidenceInput>& evidence) {
  reasons.expect(!evidence.empty(), "evidence_required", "evidence", "A permission needs at least one proof.",
                 "Attach the mail, the contract page or the note of the call.");
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const auto at = "evidence." + std::to_string(i);
    reasons.expect(!evidence[i].file.empty(), "required", at + ".file", "This proof has no file.");
    reasons.expect(!evidence[i].name.empty(), "required", at + ".name", "This proof has no name.");
  }
}

void check_contact(Reasons& reasons, const directory::State& directory, const std::string& id) {
  const auto* contact = directory::contact(directory, id);
  if (!contact)
    return reasons.add(
        {"contact_unknown", "contact", "This contact is not in the directory.", "Enter or import the contact first."});
  reasons.expect(!contact->left, "contact_left", "contact", "This contact has left the company.",
                 "Ask somebody who still works there.");
  reasons.expect(!contact->opted_out, "contact_opted_out", "contact", "This contact opted out and must not be asked.");
  const auto* account = directory::account(directory, contact->account);
  reasons.expect(!account || !account->opted_out, "account_opted_out", "contact",
                 "The company opted out of references and must not be asked.");
}

void check_unrestricted(Reasons& reasons, const directory::State& directory, const std::string& id) {
  const auto* contact = directory::contact(directory, id);
  reasons.expect(!contact || !contact->restricted_since, "contact_restricted", "contact",
                 "Use of this person is restricted: nothing new is asked of them.",
                 "Wait until a privacy reviewer lifts it, or choose somebody else.");
}

void check_not_with(Reasons& reasons, const std::vector<std::string>& accounts, const std::string& field,
                    const directory::State& directory) {
  for (const auto& id : accounts)
    reasons.expect(directory::account(directory, id), "account_unknown", field,
                   "A company that must not see it is not in the directory.", "Enter the company first.");
}

void check_texts(Reasons& reasons, const std::vector<LongText>& texts, const std::string& field) {
  reasons.expect(std::ranges::none_of(texts, [](const LongText& each) { return each.text.empty(); }), "empty_entry",
                 field, "This list has an empty entry.", "Remove it or write it out.");
}

std::vector<Grant> grants_of(const std::vector<GrantInput>& inputs, const std::string& contact, Date today) {
  std::vector<Grant> out;
  for (const auto& in : inputs) {
    Grant grant{in.use_type, in.channels,
                in.regions,  in.languages,
                in.products, in.topics,
                in.not_with, in.from.value_or(today),
                in.until,    in.ask_each_time.value_or(false),
                {},          {}};
    for (const auto& condition : in.conditions) grant.conditions.push_back(Personal::of(contact, condition.text));
    if (in.content) grant.content = Personal::of(contact, in.content->text);
    out.push_back(std::move(grant));
  }
  return out;
}

std::vector<Evidence> evidence_of(const std::vector<EvidenceInput>& inputs, const std::string& contact) {
  std::vector<Evidence> out;
  for (const auto& in : inputs) out.push_back({in.file, Personal::of(contact, in.name)});
  return out;
}

}  // namespace vs::authorizations
