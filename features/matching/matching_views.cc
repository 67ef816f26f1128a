#include "features/matching/matching_views.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vs::matching {
namespace {

constexpr std::size_t most = 200, usual = 20;

template <class T>
void read_code(const Ask& ask, const char* name, T& out, Reasons& reasons) {
  const auto code = parse_enum<T>(ask.param(name));
  if (code) out = *code;
  reasons.expect(code.has_value(), "unknown_value", name,
                 ask.param(name).empty() ? "Say what is asked of the customer and in which channel."
                                         : "'" + ask.param(name) + "' is not one of the allowed values.");
}

void read_number(const Ask& ask, const char* name, std::int64_t& out, Reasons& reasons) {
  const auto text = ask.param(name);
  if (text.empty()) return;
  const auto end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, out);
  reasons.expect(error == std::errc{} && stop == end && out >= 0, "out_of_range", name,
                 "Expected a whole number that is not negative.");
}

void expect_known(const Ask& ask, Reasons& reasons) {
  static constexpr std::array<std::string_view, 17> known{
      "use_type", "channel",  "industry",      "region",  "country", "product", "language", "size", "persona",
      "topic",    "prospect", "prospect_name", "contact", "request", "on",      "limit",    "as_of"};
  for (const auto& [name, value] : ask.params)
    reasons.expect(std::ranges::find(known, name) != known.end(), "unknown_filter", name,
                   "Matches cannot be asked for by '" + name + "'.");
}

}  // namespace

Result<Need> need_of(const Ask& ask) {
  Reasons reasons;
  Need need;
  expect_known(ask, reasons);
  read_code(ask, "use_type", need.use_type, reasons);
  read_code(ask, "channel", need.channel, reasons);
  read_number(ask, "size", need.size, reasons);
  need.on = ask.today();
  if (const auto day = ask.param("on"); !day.empty()) {
    const auto parsed = Date::vj_parse(day);
    if (parsed) need.on = *parsed;
    reasons.expect(parsed.has_value(), "bad_format", "on", "Expected a day as YYYY-MM-DD.");
  }
  if (!reasons.empty()) return reasons.refuse(RefusalKind::malformed);
  need.request = ask.param("request");
  need.industry = ask.param("industry");
  need.region = ask.param("region");
  need.country = ask.param("country");
  need.product = ask.param("product");
  need.language = ask.param("language");
  need.persona = ask.param("persona");
  need.topic = ask.param("topic");
  need.prospect_account = ask.param("prospect");
  need.prospect_name = ask.param("prospect_name");
  need.wished_contact = ask.param("contact");
  return need;
}

Result<Found> find(const directory::State& directory, const policies::State& policies,
                   const authorizations::State& authorizations, const advocates::State& advocates, const Ask& ask) {
  VS_TRY(need, need_of(ask));
  Reasons reasons;
  std::int64_t limit = usual;
  read_number(ask, "limit", limit, reasons);
  reasons.expect(limit <= std::int64_t(most), "out_of_range", "limit", "At most 200 matches are shown at once.");
  if (!reasons.empty()) return reasons.refuse(RefusalKind::malformed);
  if (!need.wished_contact.empty()) {
    if (!directory::contact(directory, need.wished_contact))
      return refuse(RefusalKind::not_found, "no_such_contact", "This person is not in the directory.");
    return Found{{explain(directory, policies, authorizations, advocates, need, need.wished_contact)}};
  }
  return Found{candidates(directory, policies, authorizations, advocates, need, std::size_t(limit))};
}

Result<Narrowing> narrow(const directory::State& directory, const policies::State& policies,
                         const authorizations::State& authorizations, const advocates::State& advocates,
                         const Ask& ask) {
  VS_TRY(need, need_of(ask));
  return narrowing(directory, policies, authorizations, advocates, need);
}

}  // namespace vs::matching
