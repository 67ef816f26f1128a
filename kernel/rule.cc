#include "kernel/rule.h"

#include <algorithm>

namespace vs {
namespace {

const json::Value* find(const json::Object& facts, std::string_view path) {
  const auto dot = path.find('.');
  const auto* here = facts.if_contains(path.substr(0, dot));
  if (!here || dot == std::string_view::npos) return here;
  const auto* inner = here->if_object();
  return inner ? find(*inner, path.substr(dot + 1)) : nullptr;
}

// <0, 0, >0, or nothing when the two cannot be compared.
std::optional<int> order(const json::Value& a, const json::Value& b) {
  if (a.is_number() && b.is_number()) {
    const double x = a.to_number<double>(), y = b.to_number<double>();
    return x < y ? -1 : x > y ? 1 : 0;
  }
  if (a.is_string() && b.is_string()) return a.get_string().compare(b.get_string());
  return a == b ? std::optional(0) : std::nullopt;
}

bool contains(const json::Value& list, const json::Value& item) {
  const auto* a = list.if_array();
  return a && std::ranges::any_of(*a, [&](const json::Value& each) { return order(each, item) == 0; });
}

bool compare(const json::Value& fact, RuleOp op, const json::Value& value) {
  const auto o = order(fact, value);
  switch (op) {
    case RuleOp::eq: return o == 0;
    case RuleOp::ne: return o != 0;
    case RuleOp::lt: return o && *o < 0;
    case RuleOp::lte: return o && *o <= 0;
    case RuleOp::gt: return o && *o > 0;
    case RuleOp::gte: return o && *o >= 0;
    case RuleOp::in: return contains(value, fact);
    case RuleOp::has: return contains(fact, value);
    case RuleOp::missing: return false;
    case RuleOp::present: return true;
  }
  return false;
}

bool comparison_holds(const Rule& rule, const json::Object& facts) {
  const auto* fact = find(facts, *rule.field);
  if (fact && fact->is_null()) fact = nullptr;
  const RuleOp op = rule.op.value_or(RuleOp::eq);
  if (!fact) return op == RuleOp::missing || op == RuleOp::ne;
  return compare(*fact, op, rule.value.value_or(json::Value{}));
}

}  // namespace

bool holds(const Rule& rule, const json::Object& facts) {
  const auto each = [&](const Rule& r) { return holds(r, facts); };
  if (rule.field && !comparison_holds(rule, facts)) return false;
  return std::ranges::all_of(rule.all, each) && (rule.any.empty() || std::ranges::any_of(rule.any, each)) &&
         std::ranges::none_of(rule.none, each);
}

}  // namespace vs
