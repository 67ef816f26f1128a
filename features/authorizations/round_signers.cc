// One more yes: the customer brings in a colleague who speaks for the company, legal or public relations (R23).
#include "features/authorizations/input_checks.h"
#include "features/authorizations/round_rules.h"
#include "features/directory/directory.h"

#include <algorithm>

namespace vs::authorizations {
namespace {

bool looks_like_address(const std::string& email) {
  const auto at = email.find('@');
  return at != std::string::npos && at > 0 && email.find('.', at) != std::string::npos &&
         email.find_first_of(" \t\r\n,;<>") == std::string::npos;
}

// A colleague who is known by the address already.
const directory::Contact* colleague(const directory::State& directory, const std::string& account,
                                    const std::string& email) {
  for (const auto& [id, contact] : directory.contacts)
    if (contact.account == account && folded(contact.email.words()) == folded(email)) return &contact;
  return nullptr;
}

void check_colleague(Reasons& reasons, const AddSigner& c) {
  reasons.expect(!c.name.value_or("").empty(), "required", "name", "Say who it is.");
  reasons.expect(looks_like_address(c.email.value_or("")), "bad_format", "email",
                 "This does not look like an e-mail address.", "Write it like ana@example.com.");
}

}  // namespace

Result<Decision> add_signer(const State& state, const directory::State& directory, const AddSigner& c,
                            const Context& ctx) {
  if (const auto ok = may_ask_back(state, ctx); !ok) return std::unexpected(ok.error());
  const auto& a = *find(state, ctx.target);
  const auto* known =
      c.contact ? directory::contact(directory, *c.contact) : colleague(directory, a.account, c.email.value_or("-"));
  Reasons reasons;
  reasons.expect(a.round->signers.size() < 10, "too_many_signers", "contact", "Ten people are asked already.");
  if (c.contact) check_contact(reasons, directory, *c.contact);
  else check_colleague(reasons, c);
  reasons.expect(!known || known->account == a.account, "signer_elsewhere", "contact",
                 "This person works for another company.", "Choose somebody there.");
  reasons.expect(!known || c.contact || (!known->left && !known->opted_out), "contact_opted_out", "email",
                 "This person must not be asked.");
  if (known) check_unrestricted(reasons, directory, known->id);
  if (!reasons.empty()) return reasons.refuse();
  if (known && signer_of(*a.round, known->id)) return Decision{};

  if (known) {
    Events out = directory::rely_on(directory, known->id, "authorization");
    out.push_back(SignerAdded{a.id, known->id, c.authority});
    return Decision{std::move(out), a.id};
  }
  const auto id = ctx.id("con");
  directory::ContactFacts facts;
  facts.account = a.account;
  facts.name = Personal::of(id, *c.name);
  facts.email = Personal::of(id, *c.email);
  facts.language = a.round->language;
  return Decision{{directory::Added<directory::Contact>{id, facts}, directory::ReliedOn{id, "authorization"},
                   SignerAdded{a.id, id, c.authority}},
                  a.id};
}

}  // namespace vs::authorizations
