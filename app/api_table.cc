// A list as a table for spreadsheets (`?format=csv`): all its rows, whatever page was asked for, one column for each
// plain field. RFC 4180, UTF-8 with a mark, and no cell that a spreadsheet would run as a formula.
#include <boost/json/parse.hpp>

#include "app/api_call.h"
#include "app/csv.h"
#include "app/files.h"

namespace vs::app {
namespace {

constexpr std::size_t rows_most = 100'000;

// Fields in the order of the schema; what is made of parts gives a column for each part.
std::vector<std::string> columns_of(const json::Value& schema, const std::string& prefix = {}) {
  std::vector<std::string> out;
  const auto* object = schema.if_object();
  const auto* fields = object ? object->if_contains("properties") : nullptr;
  if (!fields || !fields->is_object()) return out;
  for (const auto& field : fields->get_object()) {
    const std::string name = prefix + std::string(field.key());
    const auto parts = prefix.empty() ? columns_of(field.value(), name + ".") : std::vector<std::string>{};
    if (parts.empty()) out.push_back(name);
    else out.insert(out.end(), parts.begin(), parts.end());
  }
  return out;
}

const json::Value* at(const json::Value& row, std::string_view column) {
  const auto dot = column.find('.');
  const auto* object = row.if_object();
  const auto* value = object ? object->if_contains(column.substr(0, dot)) : nullptr;
  return !value || dot == column.npos ? value : at(*value, column.substr(dot + 1));
}

// Lists of texts are parted by semicolons; what is deeper stays JSON.
std::string cell_of(const json::Value* value) {
  if (!value || value->is_null()) return {};
  if (value->is_string()) return std::string(value->get_string());
  if (const auto* list = value->if_array();
      list && std::ranges::all_of(*list, [](const auto& v) { return v.is_string(); })) {
    std::string out;
    for (const auto& each : *list) out += (out.empty() ? "" : "; ") + std::string(each.get_string());
    return out;
  }
  std::string out;
  json::put_value(out, *value);
  return out;
}

}  // namespace

void Api::read_as_table(Call& call, const Query& query, Ask ask) {
  if (ask.param("format") != "csv" || ask.params.contains("as_of"))
    return call.refuse(RefusalKind::malformed, "bad_table_format", "Lists come as JSON or, as they are now, as CSV.",
                       "Leave format out, or write format=csv.");
  ask.params.erase("format"), ask.params.erase("cursor");
  ask.params["limit"] = "200";
  slow_.answer(call.respond, [this, &query, ask = std::move(ask), workspace = call.workspace,
                              name = call.part(0) + ".csv"](const http::Respond& respond) mutable {
    const auto columns = columns_of(query.output());
    std::string text = csv_begin(columns);
    std::uint64_t batch = 0;
    for (std::size_t rows = 0; rows < rows_most;) {
      auto seen = house_.engine().ask(workspace, query, ask);
      if (!seen.answer) return respond(http::problem(seen.answer.error()));
      batch = seen.batch;
      const auto page = boost::json::parse(seen.answer->json);
      for (const auto& row : page.at("items").as_array()) {
        std::vector<std::string> cells;
        for (const auto& column : columns) cells.push_back(cell_of(at(row, column)));
        text += csv_line(cells);
        ++rows;
      }
      if (!page.at("next").is_string()) break;
      ask.params["cursor"] = std::string(page.at("next").get_string());
    }
    http::Response out{200, "text/csv; charset=utf-8", std::move(text), {}, {}};
    out.headers.emplace_back("Content-Disposition", attachment(name));
    house_.engine().after_durable(batch, [respond, out = std::move(out)]() mutable { respond(std::move(out)); });
  });
}

}  // namespace vs::app
