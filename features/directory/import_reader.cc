#include "features/directory/import_reader.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

#include "features/directory/import_dates.h"
#include "features/directory/nearest.h"
#include "kernel/text.h"

namespace vs::directory {
namespace {

constexpr std::size_t problems_max = 500, rows_listed = 50;

bool is_date(std::string_view field) {
  return field.ends_with("_on");
}

// `$1,100.04`, `1.100,04 EUR`, `1 100` as plain digits; the last of point and comma parts the fraction.
std::string plain_number(std::string_view text) {
  const auto point = text.rfind('.'), comma = text.rfind(',');
  const bool both = point != text.npos && comma != text.npos;
  // A lone comma parts thousands when three digits follow, else it is a decimal comma.
  const bool lone_comma =
      point == text.npos && comma != text.npos && text.find(',') == comma && text.size() - comma - 1 != 3;
  const char decimal = (both && comma > point) || lone_comma ? ',' : '.';
  std::string out;
  for (const char c : text) {
    if (c == decimal) out += '.';
    else if ((c >= '0' && c <= '9') || c == '-') out += c;
    else if (std::isalpha(static_cast<unsigned char>(c)) && c != 'E' && c != 'U' && c != 'R' && c != 'S' && c != 'D')
      return {};
  }
  return out;
}

// A number that can be reckoned with, whether the file or a repair says it.
std::optional<double> number_in(std::string_view text) {
  const auto plain = plain_number(text);
  const char* const last = plain.data() + plain.size();
  double n = 0;
  const auto [end, ec] = std::from_chars(plain.data(), last, n);
  return !plain.empty() && ec == std::errc{} && end == last && std::abs(n) < 1e12 ? std::optional(n) : std::nullopt;
}

}  // namespace

std::string quoted(std::string_view value) {
  std::size_t end = std::min<std::size_t>(value.size(), 80);
  while (end > 0 && end < value.size() && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
  return "'" + std::string(value.substr(0, end)) + (end < value.size() ? "…'" : "'");
}

Reader::Reader(ImportKind kind, const Table& table, const Choices& choices) : table_(table), choices_(choices) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto it = choices.mapping.find(table.columns[i]);
    const auto* field = it == choices.mapping.end() ? nullptr : field_named(kind, it->second);
    if (!field) continue;
    columns_[field->name] = i;
    personal_[field->name] = field->personal;
  }
  settle_date_patterns();
}

void Reader::settle_date_patterns() {
  for (const auto& [field, column] : columns_) {
    if (!is_date(field)) continue;
    std::set<std::string> values;
    for (const auto& row : table_.rows)
      if (!row[column].empty()) values.insert(row[column]);
    const auto found = date_pattern(values);
    patterns_[field] = found.pattern;
    if (found.ambiguous)
      settle(field, "",
             {"ambiguous_dates", "Day and month of these dates could be the other way round.", Severity::warning});
  }
}

std::string Reader::text(std::string_view field) {
  const auto column = columns_.find(field);
  if (column == columns_.end()) return {};
  const auto& cell = table_.rows[row_][column->second];
  if (cell.size() > short_text_max) {
    settle(field, "", {"too_long", "This text is too long to be kept; the cell is left out.", Severity::error});
    return {};
  }
  if (choices_.repairs.empty() || cell.empty()) return cell;
  for (const auto& name : {table_.columns[column->second], column->first})
    if (const auto it = choices_.repairs.find(name + ":" + cell); it != choices_.repairs.end())
      return repaired(field, cell, it->second);
  return cell;
}

std::string Reader::repaired(std::string_view field, const std::string& value, const std::string& replacement) {
  const auto personal = personal_.find(field);
  if (personal != personal_.end() && !personal->second && !value.empty())
    repaired_.try_emplace(std::string(field) + ":" + value, replacement);
  return replacement;
}

std::string Reader::foreign_id(std::string_view field) {
  auto id = text(field);
  id = id.substr(0, id.find(';'));
  return whole_salesforce_id(std::move(id));
}

std::optional<Date> Reader::dated(std::string_view field, const std::string& value) {
  const auto [it, fresh] = dates_.try_emplace(std::string(field) + ":" + value);
  if (!fresh) return it->second;
  it->second = read_date(value, patterns_.find(field)->second);
  if (!it->second) it->second = read_date(value, "%F");
  return it->second;
}

std::optional<Date> Reader::date(std::string_view field) {
  const auto value = text(field);
  if (value.empty()) return {};
  if (const auto date = dated(field, value)) return date;
  const auto other = read_any_date(value);
  const auto chosen = settle(field, value,
                             {"bad_date", quoted(value) + " is not a date like the others in this column.",
                              Severity::error, other ? std::optional(other->vj_str()) : std::nullopt});
  return chosen ? dated(field, *chosen) : std::nullopt;
}

std::optional<double> Reader::number(std::string_view field) {
  const auto value = text(field);
  if (value.empty()) return {};
  if (const auto n = number_in(value)) return n;
  const auto chosen = settle(field, value, {"bad_number", quoted(value) + " is not a number.", Severity::error});
  return chosen ? number_in(*chosen) : std::nullopt;
}

std::optional<std::int64_t> Reader::whole(std::string_view field, double times) {
  const auto n = number(field);
  if (!n) return {};
  if (*n >= 0) return std::llround(*n * times);
  settle(field, text(field), {"negative", "This number cannot be below zero; it is left out.", Severity::error});
  return {};
}

std::optional<std::string> Reader::settle(std::string_view field, const std::string& value, Finding finding) {
  const auto at = columns_.find(field);
  const bool left_out = finding.code == std::string_view("ignored_column");  // then `field` is the column itself
  const std::string column = left_out || at == columns_.end() ? std::string(field) : table_.columns[at->second];
  const auto key = std::string(finding.code) + '\n' + column + '\n' + value;
  const auto [it, fresh] = found_.try_emplace(key, problems_.size());
  if (fresh) {
    const auto personal = personal_.find(field);
    const bool hide = personal != personal_.end() && personal->second;
    problems_.push_back(
        {row_ + 2, column, hide ? "" : value, finding.code, finding.message, finding.repair, finding.severity, 0, {}});
  }
  auto& problem = problems_[it->second];
  ++problem.count;
  if (problem.rows.size() < rows_listed) problem.rows.push_back(row_ + 2);
  if (const auto chosen = choices_.repairs.find(problem.code + ":" + value); chosen != choices_.repairs.end())
    return repaired(field, value, chosen->second);
  if (!choices_.accept_all || !problem.repair) return {};
  return repaired(field, value, *problem.repair);
}

std::optional<std::string> Reader::proposal(std::string_view field, const std::string& value,
                                            const std::vector<std::string>& known) {
  const auto [it, fresh] = proposals_.try_emplace(std::string(field) + ":" + value);
  if (fresh) it->second = nearest(value, known);
  return it->second;
}

std::vector<Problem> Reader::problems() const {
  auto sorted = problems_;
  std::ranges::stable_sort(sorted, [](const Problem& a, const Problem& b) {
    return a.severity != b.severity ? a.severity > b.severity : a.count > b.count;
  });
  if (sorted.size() > problems_max) sorted.resize(problems_max);
  return sorted;
}

}  // namespace vs::directory
