// `GET /{collection}`: filters, full text, sort and pages over rows that a feature hands out.
//
//   ?field=value   equality with a row's field, membership for lists; unknown fields are refused
//   ?q=words       every word occurs in some text of the row
//   ?rule={…}      a rule (kernel/rule.h) over the row
//   ?sort=-field   descending; ?limit= up to 200; ?cursor= as given in `next`
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "kernel/ask.h"
#include "kernel/json.h"

namespace vs {

struct Page {
  std::size_t from = 0, limit = 50;
};

/// Reads `limit` and `cursor`; refuses what cannot be applied.
Result<Page> page_of(const Ask&);
/// Text of a cursor for the row at this position.
std::string cursor_at(std::size_t position);
/// True for parameters that are not filters: q, sort, limit, cursor, rule, as_of.
bool reserved_param(const std::string& name);
/// Every word of `q` occurs in `text` (already folded).
bool words_occur(const std::string& q_folded, const std::string& text);
/// Compiles `?rule=`; nothing when absent.
struct RowTest {
  std::shared_ptr<const void> rule;
  bool operator()(const std::string& row_json) const;
};
Result<std::optional<RowTest>> rule_test(const Ask&);

namespace detail {

template <class T>
void collect_text(const T& v, std::string& out) {
  if constexpr (std::same_as<T, std::string>) {
    out += folded(v);
    out += ' ';
  } else if constexpr (std::same_as<T, LongText>) {
    out += folded(v.text);
    out += ' ';
  } else if constexpr (is_a<T, std::optional>) {
    if (v) collect_text(*v, out);
  } else if constexpr (is_a<T, std::vector> || is_a<T, std::set>) {
    for (const auto& each : v) collect_text(each, out);
  } else if constexpr (DescribedEnum<T>) {
    out += name_of(v);
    out += ' ';
  } else if constexpr (Described<T>)
    boost::mp11::mp_for_each<members<T>>([&](auto d) { collect_text(v.*d.pointer, out); });
}

template <class T>
bool equals_text(const T& v, const std::string& text) {
  if constexpr (is_a<T, std::optional>) return v ? equals_text(*v, text) : text.empty();
  else if constexpr (is_a<T, std::vector> || is_a<T, std::set>)
    return std::ranges::any_of(v, [&](const auto& each) { return equals_text(each, text); });
  else if constexpr (std::same_as<T, std::string>) return v == text;
  else if constexpr (DescribedEnum<T>) return name_of(v) == text;
  else if constexpr (Scalar<T>) return v.vj_str() == text;
  else if constexpr (std::is_arithmetic_v<T>) return json::to_text(v) == text;
  else return false;
}

template <class T>
int compare(const T& a, const T& b) {
  if constexpr (is_a<T, std::optional>) {
    if (!a || !b) return int(a.has_value()) - int(b.has_value());
    return compare(*a, *b);
  } else if constexpr (requires { a < b; }) {
    return a < b ? -1 : b < a ? 1 : 0;
  } else {
    return 0;
  }
}

}  // namespace detail

/// What a feature found for a list: all rows that it knows nothing better about, to be filtered, sorted and
/// cut here; or, when its own indices answer the whole question, just the page and how many there are.
template <class Row>
struct Found {
  std::vector<Row> rows;
  std::optional<std::size_t> total;  ///< set: `rows` are the page asked for
};

/// `{"items":[…],"next":…,"total":n}` of the rows that stand at `from` among `total`.
template <Described Row>
std::string write_page(const std::vector<Row>& rows, std::size_t from, std::size_t total) {
  std::string out = "{\"items\":[";
  for (const auto& row : rows) {
    if (&row != rows.data()) out += ',';
    json::write(out, row);
  }
  out += "],\"next\":";
  if (from + rows.size() < total) json::put_text(out, cursor_at(from + rows.size()));
  else out += "null";
  return out + ",\"total\":" + std::to_string(total) + "}";
}

namespace detail {

/// What a list can do by one field of its rows.
template <class Row>
struct Column {
  const char* name;
  bool (*equals)(const Row&, const std::string&);
  int (*compare)(const Row&, const Row&);
};

// Plain functions, one per field: sorting and filtering themselves are compiled once, in listing.cc.
template <Described Row>
const Column<Row>* column(std::string_view name) {
  const Column<Row>* found = nullptr;
  boost::mp11::mp_for_each<members<Row>>([&](auto d) {
    using D = decltype(d);
    static constexpr Column<Row> here{
        D::name, [](const Row& row, const std::string& text) { return equals_text(row.*D::pointer, text); },
        [](const Row& a, const Row& b) { return detail::compare(a.*D::pointer, b.*D::pointer); }};
    if (name == D::name) found = &here;
  });
  return found;
}

using Places = std::vector<std::uint32_t>;  ///< of rows, in the order in which they are listed

Places all_places(std::size_t rows);
void keep(Places&, const std::function<bool(std::uint32_t)>& test);
/// Equal ones keep their order.
void sort(Places&, bool down, const std::function<int(std::uint32_t, std::uint32_t)>& compare);

template <Described Row>
std::string all_text(const Row& row) {
  std::string text;
  collect_text(row, text);
  return text;
}

// Filters by fields: `?field=value`.
template <Described Row>
void keep_equal(Places& places, const std::vector<Row>& rows, const Ask& ask, Reasons& reasons) {
  for (const auto& [name, value] : ask.params) {
    if (reserved_param(name)) continue;
    const auto* by = column<Row>(name);
    reasons.expect(by, "unknown_filter", name, "Nothing can be filtered by '" + name + "' here.",
                   "Use a field of the items.");
    if (by) keep(places, [&](std::uint32_t at) { return by->equals(rows[at], value); });
  }
}

template <Described Row>
void sort_by(Places& places, const std::vector<Row>& rows, std::string field, Reasons& reasons) {
  if (field.empty()) return;
  const bool down = field.front() == '-';
  if (down) field.erase(0, 1);
  const auto* by = column<Row>(field);
  reasons.expect(by, "unknown_sort", "sort", "Nothing can be sorted by '" + field + "' here.");
  if (by) sort(places, down, [&](std::uint32_t a, std::uint32_t b) { return by->compare(rows[a], rows[b]); });
}

}  // namespace detail

/// The page of `rows` that the ask wants, as `{"items":[…],"next":…,"total":n}`.
template <Described Row>
Result<std::string> list_page(std::vector<Row> rows, const Ask& ask) {
  VS_TRY(page, page_of(ask));
  VS_TRY(test, rule_test(ask));
  Reasons reasons;
  auto places = detail::all_places(rows.size());
  detail::keep_equal(places, rows, ask, reasons);
  if (const auto q = folded(ask.param("q")); !q.empty())
    detail::keep(places, [&](std::uint32_t at) { return words_occur(q, detail::all_text(rows[at])); });
  if (test) detail::keep(places, [&](std::uint32_t at) { return (*test)(json::to_text(rows[at])); });
  detail::sort_by(places, rows, ask.param("sort"), reasons);
  if (!reasons.empty()) return reasons.refuse(RefusalKind::malformed);

  const std::size_t total = places.size(), from = std::min(page.from, total);
  std::vector<Row> shown;
  for (std::size_t at = from; at < total && shown.size() < page.limit; ++at)
    shown.push_back(std::move(rows[places[at]]));
  return write_page(shown, from, total);
}

}  // namespace vs
