#include "app/evidence_paper.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <regex>
#include <set>

#include "app/paper.h"

namespace vs::app {
namespace {

// Members that only programs need.
bool for_programs(std::string_view name) {
  static const std::set<std::string_view> all{"id",     "version",          "actions",    "proof",
                                              "format", "procedure_digest", "duplicates", "hints"};
  return all.contains(name);
}

bool is_id(const std::string& text) {
  static const std::regex id("[a-z]{2,4}_[a-z0-9]{16,}");
  return std::regex_match(text, id);
}

// "deadline_days_max" reads "Deadline days max".
std::string label_of(std::string_view name) {
  std::string out(name);
  std::ranges::replace(out, '_', ' ');
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = char(out[0] - 32);
  return out;
}

std::string text_of(const std::string& text) {
  // No id, moment or code is that long, and the library's matching goes a step deeper with every character.
  constexpr std::size_t code_most = 100;
  if (text.size() > code_most) return text;
  static const std::regex moment(R"((\d{4}-\d\d-\d\d)T(\d\d:\d\d):[\d.]+Z)"), code("[a-z]+(_[a-z]+)+");
  std::smatch found;
  if (is_id(text)) return {};
  if (std::regex_match(text, found, moment)) return found[1].str() + " " + found[2].str() + " UTC";
  if (std::regex_match(text, code)) {
    auto words = text;
    std::ranges::replace(words, '_', ' ');
    return words;
  }
  return text;
}

std::string plain(const json::Value& value) {
  if (const auto* text = value.if_string()) return text_of(std::string(*text));
  if (const auto* flag = value.if_bool()) return *flag ? "yes" : "no";
  if (value.is_number()) return boost::json::serialize(value);
  return {};
}

bool is_plain(const json::Value& value) {
  return !value.is_object() && !value.is_array();
}

// A list of plain values in one line.
std::string listed(const json::Array& list) {
  std::string out;
  for (const auto& each : list)
    if (const auto text = plain(each); !text.empty()) out += (out.empty() ? "" : ", ") + text;
  return out;
}

// An item of a list in one paragraph: "label: value · label: value", what is within it below.
void put_item(Paper& paper, const json::Object& item, int steps) {
  std::string line;
  const auto add = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) line += (line.empty() ? "" : "  ·  ") + label_of(name) + ": " + text;
  };
  for (const auto& member : item) {
    if (for_programs(member.key())) continue;
    if (is_plain(member.value())) add(member.key(), plain(member.value()));
    else if (const auto* list = member.value().if_array()) add(member.key(), listed(*list));
  }
  paper.line(line, steps);
  for (const auto& member : item) {
    if (const auto* list = member.value().if_array())
      for (const auto& each : *list)
        if (const auto* inner = each.if_object()) put_item(paper, *inner, steps + 1);
    if (const auto* inner = member.value().if_object()) put_item(paper, *inner, steps + 1);
  }
}

void put_facts(Paper& paper, const json::Object& object) {
  for (const auto& member : object) {
    if (for_programs(member.key())) continue;
    if (is_plain(member.value())) paper.fact(label_of(member.key()), plain(member.value()));
    else if (const auto* list = member.value().if_array(); list && std::ranges::all_of(*list, is_plain))
      paper.fact(label_of(member.key()), listed(*list));
  }
}

void put_sections(Paper& paper, const json::Object& object) {
  for (const auto& member : object) {
    const auto* list = member.value().if_array();
    if (for_programs(member.key()) || (list && std::ranges::all_of(*list, is_plain))) continue;
    if (!list && !member.value().is_object()) continue;
    paper.section(label_of(member.key()));
    if (!list) {
      put_facts(paper, member.value().get_object());
      put_sections(paper, member.value().get_object());
      continue;
    }
    for (const auto& each : *list)
      if (const auto* item = each.if_object()) put_item(paper, *item, 0);
  }
}

}  // namespace

std::string paper_of(const json::Object& record, const std::string& title, const std::string& workspace,
                     Instant made_at) {
  Paper paper(title, workspace + ", " + title + ", " + text_of(made_at.vj_str()), made_at);
  put_facts(paper, record);
  put_sections(paper, record);
  paper.section("How to check this");
  paper.line(
      "This page is for reading. What it says stands, with its proof, in record.json of the same pack: "
      "`vouchsafe verify` on the pack tells whether it is what the ledger holds. README.txt says how to do it by "
      "hand.");
  return paper.bytes();
}

}  // namespace vs::app
