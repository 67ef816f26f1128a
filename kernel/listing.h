// `GET /{collection}`: filters, full text, sort and pages over rows that a feature hands out.
//
//   ?field=value   equality with a row's field, membership for lists; unknown fields are refused
//   ?q=words       every word occurs in some text of the row
//   ?rule={…}      a rule (kernel/rule.h) over the row
//   ?sort=-field   descending; ?limit= up to 200; ?cursor= as given in `next`
#pragma once

#include <algorithm>
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

/// The page of `rows` that the ask wants, as `{"items":[…],"next":…,"total":n}`.
template <Described Row>
Result<std::string> list_page(std::vector<Row> rows, const Ask& ask) {
  const auto page = page_of(ask);
  if (!page) return std::unexpected(page.error());
  Reasons reasons;

  for (const auto& [name, value] : ask.params) {
    if (reserved_param(name)) continue;
    bool known = false;
    boost::mp11::mp_for_each<members<Row>>([&](auto d) {
      if (name != d.name) return;
      known = true;
      std::erase_if(rows, [&](const Row& row) { return !detail::equals_text(row.*d.pointer, value); });
    });
    reasons.expect(known, "unknown_filter", name, "Nothing can be filtered by '" + name + "' here.",
                   "Use a field of the items.");
  }
  if (const auto q = folded(ask.param("q")); !q.empty()) {
    std::erase_if(rows, [&](const Row& row) {
      std::string text;
      detail::collect_text(row, text);
      return !words_occur(q, text);
    });
  }
  const auto test = rule_test(ask);
  if (!test) return std::unexpected(test.error());
  if (*test) std::erase_if(rows, [&](const Row& row) { return !(**test)(json::to_text(row)); });

  if (auto sort = ask.param("sort"); !sort.empty()) {
    const bool down = sort.front() == '-';
    if (down) sort.erase(0, 1);
    bool known = false;
    boost::mp11::mp_for_each<members<Row>>([&](auto d) {
      if (sort != d.name) return;
      known = true;
      std::ranges::stable_sort(rows, [&](const Row& a, const Row& b) {
        const int c = detail::compare(a.*d.pointer, b.*d.pointer);
        return down ? c > 0 : c < 0;
      });
    });
    reasons.expect(known, "unknown_sort", "sort", "Nothing can be sorted by '" + sort + "' here.");
  }
  if (!reasons.empty()) return reasons.refuse(RefusalKind::malformed);

  const std::size_t total = rows.size(), from = std::min(page->from, total);
  rows.erase(rows.begin(), rows.begin() + std::ptrdiff_t(from));
  if (rows.size() > page->limit) rows.resize(page->limit);
  return write_page(rows, from, total);
}

}  // namespace vs
