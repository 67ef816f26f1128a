// `GET /{collection}`: filters, full text, sort and pages over rows that a feature hands out.
//
//   ?field=value   equality with a row's field, membership for lists; unknown fields are refused
//   ?q=words       every word occurs in some text of the row
//   ?rule={…}      a rule (kernel/rule.h) over the row
//   ?sort=-field   descending; ?limit= up to 200; ?cursor= as given in `next`
#pragma once

#include <algorithm>
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

/// What a list can do by one field of its rows: filter, sort, search.
struct Column {
  std::string_view name;
  FieldIn in;
  bool (*equals)(const void* field, const std::string& text);
  int (*compare)(const void* a, const void* b);  ///< null: nothing to sort by
  void (*say)(const void* field, std::string& folded);

  template <class F>
  static constexpr Column of(std::string_view name, FieldIn in);
};

namespace detail {

template <class T>
void say(const T& v, std::string& out) {
  if constexpr (std::same_as<T, std::string>) {
    out += folded(v);
    out += ' ';
  } else if constexpr (std::same_as<T, LongText>) {
    say(v.text, out);
  } else if constexpr (is_a<T, std::optional>) {
    if (v) say(*v, out);
  } else if constexpr (is_a<T, std::vector> || is_a<T, std::set>) {
    for (const auto& each : v) say(each, out);
  } else if constexpr (DescribedEnum<T>) {
    out += name_of(v);
    out += ' ';
  } else if constexpr (Described<T>) {
    for (const auto& field : fields_of<Column, T>) field.say(field.in(&v), out);
  }
}

template <class T>
bool equals(const T& v, const std::string& text) {
  if constexpr (is_a<T, std::optional>) return v ? equals(*v, text) : text.empty();
  else if constexpr (is_a<T, std::vector> || is_a<T, std::set>)
    return std::ranges::any_of(v, [&](const auto& each) { return equals(each, text); });
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

template <class F>
struct ColumnOf {
  static const F& field(const void* at) { return *static_cast<const F*>(at); }
  static bool equals(const void* at, const std::string& text) { return detail::equals(field(at), text); }
  static int compare(const void* a, const void* b) { return detail::compare(field(a), field(b)); }
  static void say(const void* at, std::string& out) { detail::say(field(at), out); }
};

extern template struct ColumnOf<std::string>;
extern template struct ColumnOf<bool>;
extern template struct ColumnOf<int>;
extern template struct ColumnOf<std::int64_t>;
extern template struct ColumnOf<std::uint64_t>;
extern template struct ColumnOf<std::optional<std::string>>;
extern template struct ColumnOf<std::vector<std::string>>;

}  // namespace detail

template <class F>
constexpr Column Column::of(std::string_view name, FieldIn in) {
  using Does = detail::ColumnOf<F>;
  return {name, in, &Does::equals, &Does::compare, &Does::say};
}

/// Rows of any one type.
struct Rows {
  const char* first;
  std::size_t count, stride;
  std::span<const Column> columns;
  void (*write)(std::string& out, const void* row);

  const void* at(std::size_t place) const { return first + place * stride; }

  template <Described Row>
  static Rows of(const std::vector<Row>& rows) {
    return {reinterpret_cast<const char*>(rows.data()), rows.size(), sizeof(Row), fields_of<Column, Row>,
            &json::WriteField::any<Row>};
  }
};

/// What a feature found for a list: all rows that it knows nothing better about, to be filtered, sorted and
/// cut here; or, when its own indices answer the whole question, just the page and how many there are.
template <class Row>
struct Found {
  std::vector<Row> rows;
  std::optional<std::size_t> total;  ///< set: `rows` are the page asked for
};

/// The page of `rows` that the ask wants, as `{"items":[…],"next":…,"total":n}`; with a `total`, `rows` are that page
/// already.
Result<std::string> list_page(const Rows& rows, const Ask& ask, std::optional<std::size_t> total = {});

}  // namespace vs
