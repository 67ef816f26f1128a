// `GET /may-use`: the gate asked over the API, with every unusable parameter named at once.
#include "features/authorizations/authorizations_views.h"
#include "features/directory/directory.h"

namespace vs::authorizations {
namespace {

const std::set<std::string> known_params{"contact", "account", "use_type", "channel", "region", "language",
                                         "topic",   "product", "on",       "with",    "as_of"};

template <class Code>
Code code_param(Reasons& reasons, const Ask& ask, const std::string& name, const std::string& what) {
  const auto code = parse_enum<Code>(ask.param(name));
  reasons.expect(code.has_value(), ask.param(name).empty() ? "required" : "unknown_value", name,
                 "Say for which " + what + " you ask.");
  return code.value_or(Code{});
}

}  // namespace

Result<Verdict> gate(const State& state, const directory::State& directory, const Ask& ask) {
  Reasons reasons;
  for (const auto& [name, value] : ask.params)
    reasons.expect(known_params.contains(name), "unknown_parameter", name, "The gate knows no '" + name + "'.");
  Use use{ask.param("contact"),
          ask.param("account"),
          code_param<UseType>(reasons, ask, "use_type", "use type"),
          code_param<Channel>(reasons, ask, "channel", "channel"),
          ask.param("region"),
          ask.param("language"),
          ask.param("topic"),
          ask.param("product"),
          ask.today(),
          ask.param("with")};
  reasons.expect(!use.contact.empty() || !use.account.empty(), "required", "contact",
                 "Say for which contact or account you ask.");
  if (const auto on = ask.param("on"); !on.empty()) {
    const auto day = Date::vj_parse(on);
    reasons.expect(day.has_value(), "bad_format", "on", "Write the day as YYYY-MM-DD.");
    use.on = day.value_or(use.on);
  }
  if (!reasons.empty()) return reasons.refuse(RefusalKind::malformed);
  return may_use(state, directory, use);
}

}  // namespace vs::authorizations
