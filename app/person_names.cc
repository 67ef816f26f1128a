// By what a person is known in words that others own.
#include <algorithm>

#include "app/person_words.h"
#include "kernel/text.h"

namespace vs::app {
namespace {

constexpr std::size_t shortest_name = 3, shortest_part = 4;

}  // namespace

bool is_record(const HeldWords& held) {
  return held.type.starts_with("contact.") || held.type.starts_with("person.") || held.type.starts_with("seller.");
}

void Names::learn(const HeldWords& own) {
  if (!is_record(own)) return;
  auto text = folded(own.words);
  if (own.field.ends_with("name")) {
    if (text.size() < shortest_name) return;
    for (std::size_t from = 0, to = 0; from < text.size(); from = to + 1) {
      to = std::min(text.find(' ', from), text.size());
      if (to - from >= shortest_part) parts_.push_back(text.substr(from, to - from));
    }
    names_.push_back(std::move(text));
  } else if (text.size() > shortest_part) {
    addresses_.push_back(std::move(text));
  }
}

std::optional<Mention> Names::in(const std::string& words) const {
  const auto text = folded(words);
  const auto has = [&](const std::string& each) { return text.find(each) != std::string::npos; };
  if (std::ranges::any_of(addresses_, has)) return Mention::address;
  if (std::ranges::any_of(names_, has)) return Mention::name;
  if (std::ranges::any_of(parts_, has)) return Mention::part;
  return {};
}

bool Names::mention(const std::string& words) const {
  const auto how = in(words);
  return how && *how != Mention::part;
}

}  // namespace vs::app
