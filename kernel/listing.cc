#include "kernel/listing.h"

#include <charconv>
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

bool reserved_param(const std::string& name) {
  return name == "q" || name == "sort" || name == "limit" || name == "cursor" || name == "rule" || name == "as_of";
}

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

bool RowTest::operator()(const std::string& row_json) const {
  const auto value = json::parse(row_json);
  return value && value->is_object() && holds(*static_cast<const Rule*>(rule.get()), value->get_object());
}

Result<std::optional<RowTest>> rule_test(const Ask& ask) {
  const auto text = ask.param("rule");
  if (text.empty()) return std::nullopt;
  VS_TRY(value, json::parse(text, 12));
  auto rule = json::from_value<Rule>(value, RefusalKind::malformed);
  if (!rule) return std::unexpected(rule.error());
  return RowTest{std::make_shared<const Rule>(std::move(*rule))};
}

namespace detail {

Places all_places(std::size_t rows) {
  Places places(rows);
  std::iota(places.begin(), places.end(), 0u);
  return places;
}

void keep(Places& places, const std::function<bool(std::uint32_t)>& test) {
  std::erase_if(places, [&](std::uint32_t at) { return !test(at); });
}

void sort(Places& places, bool down, const std::function<int(std::uint32_t, std::uint32_t)>& compare) {
  std::ranges::sort(places, [&](std::uint32_t a, std::uint32_t b) {
    const int c = compare(a, b);
    if (c == 0) return a < b;  // as they came
    return down ? c > 0 : c < 0;
  });
}

}  // namespace detail
}  // namespace vs
