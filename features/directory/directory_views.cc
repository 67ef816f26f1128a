#include "features/directory/directory_views.h"

#include <algorithm>

#include "features/directory/facts.h"
#include "features/directory/keys.h"

namespace vs::directory {
namespace {

// What many rows need to know, counted once.
struct Tally {
  struct Sums {
    std::uint64_t contacts = 0, deals = 0, advocates = 0;
    std::int64_t won = 0, pipeline = 0;
  };
  std::map<std::string, Sums> by_account;
  std::map<std::string, std::uint64_t> by_product, by_seller;
};

bool is_advocate(const State& s, const std::string& contact_id) {
  const auto it = s.relied_on.find(contact_id);
  return it != s.relied_on.end() && it->second.contains("advocate");
}

Tally tally(const State& s) {
  Tally all;
  for (const auto& [id, c] : s.contacts) {
    auto& sums = all.by_account[c.account];
    ++sums.contacts;
    if (is_advocate(s, id)) ++sums.advocates;
  }
  for (const auto& [id, d] : s.deals) {
    auto& sums = all.by_account[d.account];
    ++sums.deals;
    if (d.outcome == Outcome::won) sums.won += d.amount;
    if (d.outcome == Outcome::open) sums.pipeline += d.amount;
    ++all.by_product[d.product];
    ++all.by_seller[d.seller];
  }
  return all;
}

// The fields that a record and its row have in common.
template <class Row, class R>
Row shared_fields(const R& record, const people::State& staff) {
  Row row;
  boost::mp11::mp_for_each<members<Row>>([&](auto to) {
    boost::mp11::mp_for_each<members<R>>([&](auto from) {
      constexpr bool same = std::string_view(decltype(to)::name) == std::string_view(decltype(from)::name);
      using Value = std::remove_cvref_t<decltype(record.*from.pointer)>;
      if constexpr (same && std::same_as<Value, Personal>) row.*to.pointer = (record.*from.pointer).words();
      else if constexpr (same && std::same_as<Value, std::optional<std::string>>)
        row.*to.pointer = (record.*from.pointer).value_or("");
      else if constexpr (same) row.*to.pointer = record.*from.pointer;
    });
  });
  row.updated_by_name = people::name_of(staff, record.updated_by);
  return row;
}

std::string account_name(const State& s, const std::string& id) {
  const auto* a = account(s, id);
  return a ? a->name : std::string{};
}

AccountRow row_of(const State& s, const people::State& staff, const Ask&, const Account& a, const Tally& all) {
  auto row = shared_fields<AccountRow>(a, staff);
  row.parent_name = account_name(s, a.parent);
  row.open_issues = std::uint64_t(std::ranges::count_if(a.issues, &Issue::open));
  if (const auto it = all.by_account.find(a.id); it != all.by_account.end()) {
    row.contacts_count = it->second.contacts;
    row.deals_count = it->second.deals;
    row.advocates_count = it->second.advocates;
    row.won_value = it->second.won;
    row.pipeline_value = it->second.pipeline;
  }
  return row;
}

ContactRow row_of(const State& s, const people::State& staff, const Ask& ask, const Contact& c, const Tally&) {
  auto row = shared_fields<ContactRow>(c, staff);
  row.account_name = account_name(s, c.account);
  row.advocate = is_advocate(s, c.id);
  if (!may_see_contact_details(ask.roles))
    for (auto* detail : {&row.email, &row.phone})
      if (!detail->empty()) *detail = "•••";
  return row;
}

std::string size_of(const Account& a) {
  return a.employees > 0 ? std::to_string(a.employees) : std::string{};
}

DealRow row_of(const State& s, const people::State& staff, const Ask&, const Deal& d, const Tally&) {
  auto row = shared_fields<DealRow>(d, staff);
  if (const auto* who = seller(s, d.seller)) row.seller_name = who->name.words();
  row.prospect = {d.prospect_name, "", "", "", d.product};
  if (const auto* a = account(s, d.account)) {
    row.account_name = a->name;
    row.prospect = {a->name, a->industry, a->region, size_of(*a), d.product};
  }
  return row;
}

ProductRow row_of(const State&, const people::State& staff, const Ask&, const Product& p, const Tally& all) {
  auto row = shared_fields<ProductRow>(p, staff);
  if (const auto it = all.by_product.find(p.name); it != all.by_product.end()) row.deals_count = it->second;
  return row;
}

SellerRow row_of(const State&, const people::State& staff, const Ask&, const Seller& who, const Tally& all) {
  auto row = shared_fields<SellerRow>(who, staff);
  if (const auto it = all.by_seller.find(who.id); it != all.by_seller.end()) row.deals_count = it->second;
  return row;
}

template <class Row, class R>
std::vector<Row> rows(const State& s, const people::State& staff, const Ask& ask) {
  const auto all = tally(s);
  std::vector<Row> out;
  out.reserve(records<R>(s).size());
  for (const auto& [id, record] : records<R>(s)) out.push_back(row_of(s, staff, ask, record, all));
  return out;
}

template <class Row, class R>
Result<Row> item(const State& s, const people::State& staff, const Ask& ask) {
  const auto it = records<R>(s).find(ask.id);
  if (it == records<R>(s).end()) return refuse(RefusalKind::not_found, "not_found", "There is no such record.");
  return row_of(s, staff, ask, it->second, tally(s));
}

}  // namespace

std::vector<AccountRow> account_rows(const State& s, const people::State& p, const Ask& ask) {
  return rows<AccountRow, Account>(s, p, ask);
}
std::vector<ContactRow> contact_rows(const State& s, const people::State& p, const Ask& ask) {
  return rows<ContactRow, Contact>(s, p, ask);
}
std::vector<DealRow> deal_rows(const State& s, const people::State& p, const Ask& ask) {
  return rows<DealRow, Deal>(s, p, ask);
}
std::vector<ProductRow> product_rows(const State& s, const people::State& p, const Ask& ask) {
  return rows<ProductRow, Product>(s, p, ask);
}
std::vector<SellerRow> seller_rows(const State& s, const people::State& p, const Ask& ask) {
  return rows<SellerRow, Seller>(s, p, ask);
}

Result<AccountRow> account_item(const State& s, const people::State& p, const Ask& ask) {
  return item<AccountRow, Account>(s, p, ask);
}
Result<ContactRow> contact_item(const State& s, const people::State& p, const Ask& ask) {
  return item<ContactRow, Contact>(s, p, ask);
}
Result<DealRow> deal_item(const State& s, const people::State& p, const Ask& ask) {
  return item<DealRow, Deal>(s, p, ask);
}
Result<ProductRow> product_item(const State& s, const people::State& p, const Ask& ask) {
  return item<ProductRow, Product>(s, p, ask);
}
Result<SellerRow> seller_item(const State& s, const people::State& p, const Ask& ask) {
  return item<SellerRow, Seller>(s, p, ask);
}

}  // namespace vs::directory
