#include "features/directory/checks.h"

#include <algorithm>

#include "features/directory/keys.h"

namespace vs::directory {
namespace {

template <class R, class F>
void check_external_id(const State& state, const F& facts, const std::string& id, Reasons& reasons) {
  const auto* other = facts.external_id ? by_external<R>(state, *facts.external_id) : nullptr;
  reasons.expect(!other || other->id == id, "already_known", "external_id",
                 "Another record already has this external id.", "Open that record instead.");
}

void check_account_id(const State& state, const std::optional<std::string>& id, Reasons& reasons) {
  reasons.expect(!id || id->empty() || account(state, *id), "unknown_account", "account", "There is no such account.",
                 "Choose one of the accounts listed.");
}

void check_currency(const std::optional<std::string>& code, Reasons& reasons) {
  const bool good =
      !code || (code->size() == 3 && std::ranges::all_of(*code, [](char c) { return c >= 'A' && c <= 'Z'; }));
  reasons.expect(good, "bad_currency", "currency", "A currency is three capital letters.", "For example USD or EUR.");
}

void check_not_negative(const std::optional<std::int64_t>& n, const char* field, Reasons& reasons) {
  reasons.expect(!n || *n >= 0, "negative", field, "This number cannot be below zero.");
}

void check_within(const std::optional<int>& n, int least, int most, const char* field, Reasons& reasons) {
  reasons.expect(!n || (*n >= least && *n <= most), "out_of_range", field,
                 "This lies between " + std::to_string(least) + " and " + std::to_string(most) + ".");
}

// Would this parent make the account its own ancestor?
bool parent_runs_in_circle(const State& state, const std::string& parent, const std::string& id) {
  std::set<std::string> seen;
  for (auto at = parent; !at.empty() && seen.insert(at).second;) {
    if (at == id) return true;
    const auto* a = account(state, at);
    at = a ? a->parent : std::string{};
  }
  return false;
}

}  // namespace

void check(const State& state, const AccountFacts& f, const std::string& id, Reasons& reasons) {
  check_external_id<Account>(state, f, id, reasons);
  check_currency(f.currency, reasons);
  check_not_negative(f.employees, "employees", reasons);
  check_not_negative(f.revenue, "revenue", reasons);
  check_within(f.health, 0, 100, "health", reasons);
  check_within(f.nps, -100, 100, "nps", reasons);
  if (!f.parent || f.parent->empty()) return;
  reasons.expect(account(state, *f.parent), "unknown_account", "parent", "There is no such parent account.",
                 "Choose one of the accounts listed.");
  reasons.expect(!parent_runs_in_circle(state, *f.parent, id), "circle", "parent",
                 "An account cannot belong to itself.", "Choose another parent.");
}

void check(const State& state, const ContactFacts& f, const std::string& id, Reasons& reasons) {
  check_external_id<Contact>(state, f, id, reasons);
  check_account_id(state, f.account, reasons);
  const bool address = !f.email || f.email->words().empty() || f.email->words().find('@') != std::string::npos;
  reasons.expect(address, "bad_email", "email", "This is not an e-mail address.", "For example name@company.com.");
}

void check(const State& state, const DealFacts& f, const std::string& id, Reasons& reasons) {
  check_external_id<Deal>(state, f, id, reasons);
  check_account_id(state, f.account, reasons);
  check_currency(f.currency, reasons);
  check_not_negative(f.amount, "amount", reasons);
  const bool sold = !f.product || f.product->empty() || state.products.empty() || product_named(state, *f.product);
  reasons.expect(sold, "unknown_product", "product", "This is not one of the products you sell.",
                 "Choose a product, or add it first.");
  reasons.expect(!f.seller || f.seller->empty() || seller(state, *f.seller), "unknown_seller", "seller",
                 "There is no such seller.", "Choose one of the sellers listed.");
}

void check(const State& state, const ProductFacts& f, const std::string& id, Reasons& reasons) {
  check_external_id<Product>(state, f, id, reasons);
  check_not_negative(f.price, "price", reasons);
}

void check(const State& state, const SellerFacts& f, const std::string& id, Reasons& reasons) {
  check_external_id<Seller>(state, f, id, reasons);
}

}  // namespace vs::directory
