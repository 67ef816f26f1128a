// A rule is typed comparisons over declared fields, joined by all, any, none. Data, not a language: the
// same form serves criteria, policies, branches of procedures, thresholds and saved views.
//
//   {"all":[{"field":"deal.amount","op":"gte","value":100000},{"any":[…]}]}
#pragma once

#include <string>
#include <vector>

#include "kernel/json.h"

namespace vs {

enum class RuleOp { eq, ne, lt, lte, gt, gte, in, has, missing, present };
BOOST_DESCRIBE_ENUM(RuleOp, eq, ne, lt, lte, gt, gte, in, has, missing, present)

/// Either a comparison (`field`, `op`, `value`) or a join; an empty rule holds always.
struct Rule {
  std::vector<Rule> all, any, none;
  std::optional<std::string> field;  ///< dotted path into the facts
  std::optional<RuleOp> op;
  std::optional<json::Value> value;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (all, any, none, field, op, value))

/// Does the rule hold for these facts? A missing field satisfies only `missing`, `ne` and what stands
/// under `none`: what is not known is never taken for a yes.
bool holds(const Rule&, const json::Object& facts);

}  // namespace vs
