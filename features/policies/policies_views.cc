#include "features/policies/policies_views.h"

#include "features/policies/section_rules.h"

#include <boost/json/parse.hpp>

namespace vs::policies {
namespace {

// The section alone, without the tag that tells sections apart in stored events.
json::Object values_of(const Policies& policies, const std::string& section) {
  const auto values = section_of(policies, section);
  if (!values) return {};
  return std::visit([](const auto& s) { return boost::json::parse(json::to_text(s)).as_object(); }, *values);
}

Row row_of(const State& state, const std::string& section) {
  Row row{section, section_title(section), adopted(state, section), values_of(state.values, section)};
  if (const auto it = state.chapters.find(section); it != state.chapters.end()) {
    row.revision = it->second.revision;
    row.version = it->second.version;
  }
  return row;
}

}  // namespace

std::vector<Row> rows(const State& state, const Ask&) {
  std::vector<Row> out;
  for (const auto& section : section_names()) out.push_back(row_of(state, section));
  return out;
}

Result<Item> item(const State& state, const people::State& people, const Ask& ask) {
  if (section_title(ask.id).empty())
    return refuse(RefusalKind::not_found, "not_found", "There is no such section of policies.");
  Item item{row_of(state, ask.id), values_of(defaults(), ask.id), {}};
  if (const auto it = state.chapters.find(ask.id); it != state.chapters.end())
    for (const auto& adoption : it->second.history)
      item.history.push_back(
          {adoption.revision, adoption.at, people::name_of(people, adoption.by),
           "Adopted revision " + std::to_string(adoption.revision) + ": " + adoption.reason.words()});
  return item;
}

Result<Checklist> checklist(const State& state, const people::State& people, const Ask&) {
  Checklist out{setup(state, people)};
  out.total = int(out.items.size());
  for (const auto& item : out.items) out.done += item.done ? 1 : 0;
  return out;
}

}  // namespace vs::policies
