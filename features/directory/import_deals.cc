#include "features/directory/import_fields.h"
#include "features/directory/keys.h"

namespace vs::directory {
namespace {

// Product names are codes: they must be known once there is a catalogue.
std::optional<std::string> product_meant(Drafting& d) {
  const auto name = d.read.text("product");
  if (name.empty() || d.state.products.empty()) return name;
  if (const auto* known = product_named(d.state, name)) return known->name;
  const auto near = d.read.proposal("product", name, d.file.product_names);
  const auto message = quoted(name) + " is not a product you sell." + (near ? " Did you mean '" + *near + "'?" : "") +
                       " Without a repair these rows are skipped.";
  const auto chosen = d.read.settle("product", name, {"unknown_product", message, Severity::error, near});
  const auto* known = chosen ? product_named(d.state, *chosen) : nullptr;
  return known ? std::optional(known->name) : std::nullopt;
}

// Sellers whom nobody listed yet come along with their deals.
std::string seller_meant(Drafting& d) {
  const auto name = d.read.text("seller");
  if (name.empty()) return {};
  if (const auto* known = by_name<Seller>(d.state, name)) return known->id;
  if (const auto* known = by_external<Seller>(d.state, whole_salesforce_id(name))) return known->id;
  d.read.settle("seller", "", {"new_seller", "These sellers are not listed yet and will be added.", Severity::note});
  const auto [it, fresh] = d.new_sellers.try_emplace(plain_name(name));
  if (fresh) {
    it->second = d.seller;
    SellerFacts facts;
    facts.name = Personal::of(it->second, name);
    d.events.push_back(Imported<Seller>{it->second, d.import.id, std::move(facts), {}});
  }
  return it->second;
}

Outcome outcome_of(const std::string& stage) {
  const auto word = letters_of(stage);
  if (word.find("won") != std::string::npos) return Outcome::won;
  return word.find("lost") != std::string::npos ? Outcome::lost : Outcome::open;
}

void state_customer(Drafting& d, DealFacts& f) {
  auto& read = d.read;
  state_text(read, "prospect_name", f.prospect_name);
  if (!read.maps("account") && !read.maps("account_external_id")) return;
  f.account = account_meant(d, "account", "account_external_id", "unknown_account");
  const auto written = read.text("account");
  if (f.account->empty() && !written.empty() && !read.maps("prospect_name")) f.prospect_name = written;
  if (f.account->empty() && written.empty())
    read.settle("account", "",
                {"no_account", "These deals name no account; they are imported without one.", Severity::note});
}

std::string customer_of(const Drafting& d, const DealFacts& f) {
  if (f.account)
    if (const auto* known = account(d.state, *f.account)) return known->name;
  return f.prospect_name && !f.prospect_name->empty() ? *f.prospect_name : "No account";
}

}  // namespace

template <>
Identity identity<Deal>(Reader& r) {
  return {r.foreign_id("external_id"), r.text("name")};
}

template <>
std::optional<Draft<Deal>> draft<Deal>(Drafting& d, const std::string&, bool fresh) {
  auto& read = d.read;
  Draft<Deal> out;
  auto& f = out.facts;
  const bool sold = read.maps("product");
  if (sold) f.product = product_meant(d);
  state_id(read, f.external_id);
  state_text(read, "name", f.name);
  state_customer(d, f);
  state_text(read, "stage", f.stage);
  if (f.stage) f.outcome = outcome_of(*f.stage);
  if (read.maps("amount"))
    f.amount = read.text("amount").empty() ? std::optional<std::int64_t>(0) : read.whole("amount");
  state_currency(read, f.currency);
  f.engaged_on = read.date("engaged_on");
  f.close_on = read.date("close_on");
  const bool dated = read.maps("engaged_on") || read.maps("close_on");
  if (dated && !f.engaged_on && !f.close_on)
    read.settle(read.maps("engaged_on") ? "engaged_on" : "close_on", "",
                {"no_dates", "These deals have no dates; they are imported without them.", Severity::note});
  // Only here, so that what else is wrong with the row is reported too, and no seller comes along with it.
  if (sold && !f.product) return {};
  if (read.maps("seller")) f.seller = seller_meant(d);
  if (fresh && !f.name) {
    f.name = customer_of(d, f) + (f.product && !f.product->empty() ? " – " + *f.product : "");
    out.derived.insert("name");
  }
  return out;
}

}  // namespace vs::directory
