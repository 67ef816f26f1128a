// Which sections there are, and reading one of them by its name.
#include "features/policies/section_checks.h"
#include "features/policies/section_rules.h"

namespace vs::policies {
namespace {

template <class S>
Result<Section> read_as(const json::Value& values, const people::State& people) {
  auto read = json::from_value<S>(values);
  if (!read) {
    for (auto& reason : read.error().reasons) reason.field = "values." + reason.field;
    return std::unexpected(read.error());
  }
  Reasons reasons;
  check(*read, people, reasons);
  if (!reasons.empty()) return reasons.refuse();
  return Section(std::move(*read));
}

// Calls f<S>() for the section of that name.
template <class F>
void with_section(const std::string& name, const F& f) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Section>>([&](auto identity) {
    using S = typename decltype(identity)::type;
    if (name == S::tag) f.template operator()<S>();
  });
}

}  // namespace

std::string section_name(const Section& section) {
  return std::visit([]<class S>(const S&) { return std::string(S::tag); }, section);
}

std::string section_title(const std::string& section) {
  static const std::map<std::string, std::string> titles{{"intake", "Required fields of a request"},
                                                         {"approvals", "Who approves"},
                                                         {"escalation", "Escalation"},
                                                         {"rotation", "Rotation limits"},
                                                         {"disclosures", "Required disclosures"},
                                                         {"retention", "Retention"},
                                                         {"matching", "Matching"},
                                                         {"steps", "Time limits and working calendar"},
                                                         {"asking", "Asking and renewing"},
                                                         {"relationship", "Changes in a relationship"},
                                                         {"sign_in", "Signing in"}};
  const auto it = titles.find(section);
  return it == titles.end() ? "" : it->second;
}

const std::vector<std::string>& section_names() {
  static const std::vector<std::string> names{"intake",      "approvals",    "escalation", "rotation",
                                              "disclosures", "retention",    "matching",   "steps",
                                              "asking",      "relationship", "sign_in"};
  return names;
}

std::optional<Section> section_of(const Policies& policies, const std::string& section) {
  std::optional<Section> found;
  with_section(section, [&]<class S>() { found = Section(static_cast<const S&>(policies)); });
  return found;
}

Result<Section> read_section(const std::string& section, const json::Value& values, const people::State& people) {
  Result<Section> result = refuse(RefusalKind::not_found, "no_such_section", "There is no such section of policies.");
  with_section(section, [&]<class S>() { result = read_as<S>(values, people); });
  return result;
}

}  // namespace vs::policies
