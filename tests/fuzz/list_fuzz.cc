// The query of a list: filters, words, rules, order and pages. Following the pages shows every row once.
#include <boost/url.hpp>

#include "kernel/listing.h"
#include "tests/fuzz/fuzz.h"

namespace vs {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct FuzzedRow {
  std::string id, name;
  std::vector<std::string> regions;
  std::optional<std::string> note;
  std::int64_t score = 0;
  Colour colour{};
  bool open = false;
  std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(FuzzedRow, (), (id, name, regions, note, score, colour, open, until))

namespace {

std::vector<FuzzedRow> rows() {
  std::vector<FuzzedRow> out;
  for (int i = 0; i < 7; ++i)
    out.push_back({"row_" + std::to_string(i),
                   i % 2 ? "Ada Lovelace" : "Émile",
                   {i % 3 ? "emea" : "apac"},
                   i % 4 ? std::optional<std::string>("a note") : std::nullopt,
                   i % 5,
                   Colour(i % 2),
                   i % 2 == 0,
                   Date::vj_parse("2026-11-22")});
  return out;
}

// The answer as JSON, which it must be.
std::optional<json::Object> answer(const Rows& rows, const Ask& ask) {
  const auto page = list_page(rows, ask);
  if (!page) return {};
  const auto value = json::parse(*page);
  fuzz::must(value && value->is_object(), "a page is JSON");
  return value->get_object();
}

// As the server takes a query apart.
std::map<std::string, std::string> params_of(std::string_view query) {
  std::map<std::string, std::string> out;
  const auto target = "/?" + std::string(query);
  if (const auto url = boost::urls::parse_origin_form(target))
    for (const auto& p : url->params()) out[p.key] = p.value;
  return out;
}

}  // namespace
}  // namespace vs

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto all = rows();
  static const auto table = Rows::of(all);
  Ask ask;
  ask.params = params_of(fuzz::text_of(data, size));
  auto first = answer(table, ask);
  if (!first) return 0;
  const auto total = first->at("total").to_number<std::size_t>();
  fuzz::must(total <= all.size(), "a list holds no more than there is");
  std::size_t seen = 0;
  const bool begins = ask.params.erase("cursor") == 0;
  for (auto page = begins ? std::move(first) : answer(table, ask); page; page = answer(table, ask)) {
    seen += page->at("items").as_array().size();
    fuzz::must(seen <= total, "no page comes twice");
    if (page->at("next").is_null()) break;
    ask.params["cursor"] = std::string(page->at("next").as_string());
  }
  fuzz::must(seen == total, "the pages together are the list");
  return 0;
}
