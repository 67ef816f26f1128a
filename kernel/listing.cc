#include "kernel/listing.h"

#include <charconv>
#include <functional>
#include <numeric>

#include "kernel/rule.h"

namespace vs {
namespace {

std::optional<std::size_t> whole(std::string_view text) {
  std::size_t n = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (ec != std::errc{} || end != text.data() + text.size()) return {};
  return n;
}

}  // namespace

Result<Page> page_of(const Ask& ask) {
  constexpr std::size_t most = 200;
  Page page;
  Reasons reasons;
  if (const auto text = ask.param("limit"); !text.empty()) {
    const auto n = whole(text);
    reasons.expect(n && *n >= 1 && *n <= most, "bad_limit", "limit", "A page holds 1 to 200 items.");
    page.limit = n.value_or(1);
  }
  if (const auto text = ask.param("cursor"); !text.empty()) {
    const auto n = text.front() == 'p' ? whole(std::string_view(text).substr(1)) : std::nullopt;
    reasons.expect(n.has_value(), "bad_cursor", "cursor", "This cursor was not given out here.",
                   "Start again without a cursor.");
    page.from = n.value_or(0);
  }
  if (!reasons.empty()) return reasons.refuse(RefusalKind::malformed);
  return page;
}

std::string cursor_at(std::size_t position) {
  return "p" + std::to_string(position);
}

namespace {

// True for parameters that are not filters.
bool reserved_param(const std::string& name) {
  return name == "q" || name == "sort" || name == "limit" || name == "cursor" || name == "rule" || name == "as_of";
}

// Every word of `q` occurs in `text`; both are folded.
bool words_occur(const std::string& q, const std::string& text) {
  for (std::size_t from = 0; from < q.size();) {
    const auto start = q.find_first_not_of(' ', from);
    if (start == std::string::npos) return true;
    const auto end = std::min(q.find(' ', start), q.size());
    if (text.find(std::string_view(q).substr(start, end - start)) == std::string::npos) return false;
    from = end;
  }
  return true;
}

using Places = std::vector<std::uint32_t>;  // of rows, in the order in which they are listed

void keep(Places& places, const std::function<bool(std::uint32_t)>& test) {
  std::erase_if(places, [&](std::uint32_t at) { return !test(at); });
}

const Column* column(const Rows& rows, std::string_view name) {
  const auto found = std::ranges::find(rows.columns, name, &Column::name);
  return found == rows.columns.end() ? nullptr : &*found;
}

// `?field=value`
void keep_equal(Places& places, const Rows& rows, const Ask& ask, Reasons& reasons) {
  for (const auto& [name, value] : ask.params) {
    if (reserved_param(name)) continue;
    const auto* by = column(rows, name);
    reasons.expect(by, "unknown_filter", name, "Nothing can be filtered by '" + name + "' here.",
                   "Use a field of the items.");
    if (by) keep(places, [&](std::uint32_t at) { return by->equals(by->in(rows.at(at)), value); });
  }
}

// `?q=words`
void keep_said(Places& places, const Rows& rows, const std::string& q) {
  if (q.empty()) return;
  keep(places, [&](std::uint32_t at) {
    std::string text;
    for (const auto& field : rows.columns) field.say(field.in(rows.at(at)), text);
    return words_occur(q, text);
  });
}

// `?rule={…}`
Result<void> keep_ruled(Places& places, const Rows& rows, const std::string& text) {
  if (text.empty()) return {};
  VS_TRY(value, json::parse(text, 12));
  const auto rule = json::from_value<Rule>(value, RefusalKind::malformed);
  if (!rule) return std::unexpected(rule.error());
  keep(places, [&](std::uint32_t at) {
    std::string row;
    rows.write(row, rows.at(at));
    const auto value = json::parse(row);
    return value && value->is_object() && holds(*rule, value->get_object());
  });
  return {};
}

// `?sort=-field`: equal ones stay as they came.
void sort(Places& places, const Rows& rows, std::string field, Reasons& reasons) {
  if (field.empty()) return;
  const bool down = field.front() == '-';
  if (down) field.erase(0, 1);
  const auto* by = column(rows, field);
  reasons.expect(by, "unknown_sort", "sort", "Nothing can be sorted by '" + field + "' here.");
  if (!by) return;
  std::ranges::sort(places, [&](std::uint32_t a, std::uint32_t b) {
    const int c = by->compare(by->in(rows.at(a)), by->in(rows.at(b)));
    if (c == 0) return a < b;
    return down ? c > 0 : c < 0;
  });
}

std::string written(const Rows& rows, std::span<const std::uint32_t> places, std::size_t from, std::size_t total) {
  std::string out = "{\"items\":[";
  for (const auto& at : places) {
    if (&at != places.data()) out += ',';
    rows.write(out, rows.at(at));
  }
  out += "],\"next\":";
  if (from + places.size() < total) json::put_text(out, cursor_at(from + places.size()));
  else out += "null";
  return out + ",\"total\":" + std::to_string(total) + "}";
}

}  // namespace

Result<std::string> list_page(const Rows& rows, const Ask& ask, std::optional<std::size_t> total) {
  VS_TRY(page, page_of(ask));
  Places places(rows.count);
  std::iota(places.begin(), places.end(), 0u);
  if (total) return written(rows, places, page.from, *total);
  Reasons reasons;
  keep_equal(places, rows, ask, reasons);
  keep_said(places, rows, folded(ask.param("q")));
  if (auto ruled = keep_ruled(places, rows, ask.param("rule")); !ruled) return std::unexpected(ruled.error());
  sort(places, rows, ask.param("sort"), reasons);
  if (!reasons.empty()) return reasons.refuse(RefusalKind::malformed);
  const auto from = std::min(page.from, places.size());
  const auto shown = std::span(places).subspan(from, std::min(page.limit, places.size() - from));
  return written(rows, shown, from, places.size());
}

namespace detail {

template struct ColumnOf<std::string>;
template struct ColumnOf<bool>;
template struct ColumnOf<int>;
template struct ColumnOf<std::int64_t>;
template struct ColumnOf<std::uint64_t>;
template struct ColumnOf<std::optional<std::string>>;
template struct ColumnOf<std::vector<std::string>>;

}  // namespace detail
}  // namespace vs
