#include "features/directory/checks.h"
#include "features/directory/commands.h"
#include "features/directory/facts.h"
#include "features/directory/keys.h"

namespace vs::directory {
namespace {

std::optional<Personal> personal(const std::string& owner, const std::optional<std::string>& words) {
  return words ? std::optional(Personal::of(owner, *words)) : std::nullopt;
}

ContactFacts facts_of(const std::string& id, const ContactInput& in) {
  return {in.external_id,
          in.account,
          personal(id, in.name),
          in.title,
          in.seniority,
          in.persona,
          personal(id, in.email),
          personal(id, in.phone),
          in.language,
          in.time_zone,
          in.region};
}

SellerFacts facts_of(const std::string& id, const SellerInput& in) {
  return {in.external_id, personal(id, in.name), personal(id, in.manager), in.office};
}

const std::string& words_of(const std::string& name) {
  return name;
}
const std::string& words_of(const Personal& name) {
  return name.words();
}

template <class R, class F>
void check_name(const State& state, const F& facts, const std::string& id, bool required, Reasons& reasons) {
  if (!facts.name && !required) return;
  const std::string name = facts.name ? plain_name(words_of(*facts.name)) : "";
  reasons.expect(!name.empty(), "required", "name", "A name is needed.", "Enter the name.");
  // People may share a name, and so may deals; companies and products may not.
  if constexpr (std::same_as<R, Account> || std::same_as<R, Product>) {
    const auto* other = by_name<R>(state, name);
    reasons.expect(!other || other->id == id, "already_known", "name", "There is already one of this name.",
                   "Open that record instead.");
  }
}

template <class R>
Result<Decision> add(const State& state, const std::string& id, typename KindOf<R>::Facts facts) {
  Reasons reasons;
  check_name<R>(state, facts, id, true, reasons);
  check(state, facts, id, reasons);
  if constexpr (std::same_as<R, Contact>)
    reasons.expect(facts.account && !facts.account->empty(), "required", "account",
                   "Say at which account this person works.", "Choose an account.");
  if (!reasons.empty()) return reasons.refuse();
  return Decision{{Added<R>{id, std::move(facts)}}, id};
}

template <class R>
Result<Decision> revise(const State& state, const Context& ctx, typename KindOf<R>::Facts facts) {
  const auto known = records<R>(state).find(ctx.target);
  if (known == records<R>(state).end()) return refuse(RefusalKind::not_found, "not_found", "There is no such record.");
  if constexpr (std::same_as<R, Contact>)
    if (known->second.erased_on)
      return refuse(RefusalKind::conflict, "contact.erased", "This person was erased; nothing may be added here.",
                    "If they come back by their own wish, add them as a new contact.");
  const auto changed = differences(known->second, facts);
  if (changed.empty()) return Decision{{}, ctx.target};
  Reasons reasons;
  for (const auto& name : changed)
    reasons.expect(!known->second.crm_fields.contains(name), "owned_by_crm", name,
                   "The CRM keeps this field, so it cannot be changed here.",
                   "Change it in the CRM and import it again.");
  check_name<R>(state, facts, ctx.target, false, reasons);
  check(state, facts, ctx.target, reasons);
  if (!reasons.empty()) return reasons.refuse();
  return Decision{{Revised<R>{ctx.target, std::move(facts)}}, ctx.target};
}

}  // namespace

Result<Decision> add_account(const State& s, const AccountFacts& in, const Context& ctx) {
  return add<Account>(s, ctx.id("acc"), in);
}
Result<Decision> add_contact(const State& s, const ContactInput& in, const Context& ctx) {
  const auto id = ctx.id("con");
  return add<Contact>(s, id, facts_of(id, in));
}
Result<Decision> add_deal(const State& s, const DealFacts& in, const Context& ctx) {
  return add<Deal>(s, ctx.id("dea"), in);
}
Result<Decision> add_product(const State& s, const ProductFacts& in, const Context& ctx) {
  return add<Product>(s, ctx.id("prd"), in);
}
Result<Decision> add_seller(const State& s, const SellerInput& in, const Context& ctx) {
  const auto id = ctx.id("sel");
  return add<Seller>(s, id, facts_of(id, in));
}

Result<Decision> revise_account(const State& s, const AccountFacts& in, const Context& ctx) {
  return revise<Account>(s, ctx, in);
}
Result<Decision> revise_contact(const State& s, const ContactInput& in, const Context& ctx) {
  return revise<Contact>(s, ctx, facts_of(ctx.target, in));
}
Result<Decision> revise_deal(const State& s, const DealFacts& in, const Context& ctx) {
  return revise<Deal>(s, ctx, in);
}
Result<Decision> revise_product(const State& s, const ProductFacts& in, const Context& ctx) {
  return revise<Product>(s, ctx, in);
}
Result<Decision> revise_seller(const State& s, const SellerInput& in, const Context& ctx) {
  return revise<Seller>(s, ctx, facts_of(ctx.target, in));
}

}  // namespace vs::directory
