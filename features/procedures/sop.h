// A standard operating procedure (SOP) as data: its steps, who owns them, where each outcome leads.
//
// Targets of outcomes: the id of a step, or one of
//   join   the step is a branch and is done; the `all`/`any` step goes on when its branches allow it
//   back   return to the step that led here (only from steps with `aside: true`)
//   end    the case ends with this outcome
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"
#include "kernel/rule.h"
#include "kernel/text.h"
#include "kernel/time.h"

namespace vs::procedures {

enum class StepKind { form, review, check, choose, ask, act, wait, all, any, archive };
BOOST_DESCRIBE_ENUM(StepKind, form, review, check, choose, ask, act, wait, all, any, archive)

enum class Aspect { none, eligibility, legal, privacy, channel, brand, regulated, relationship, final };
BOOST_DESCRIBE_ENUM(Aspect, none, eligibility, legal, privacy, channel, brand, regulated, relationship, final)

/// What is compiled in and cannot be configured away.
enum class Gate { none, disclosure, publication, asking_customer, asset_use };
BOOST_DESCRIBE_ENUM(Gate, none, disclosure, publication, asking_customer, asset_use)

/// Part of the inbox in which the task stands.
enum class TaskGroup { mine, decide, match, customer };
BOOST_DESCRIBE_ENUM(TaskGroup, mine, decide, match, customer)

struct Step {
  std::string id;
  StepKind kind{};
  std::string title, instruction;
  std::string owner;                  ///< a role, or `requester`, `account_owner`, `customer` of the case's facts
  std::vector<std::string> deputies;  ///< roles that may act in the owner's place
  Aspect clearance{};
  std::optional<Rule> when;           ///< over the case's facts; the step is skipped when it does not hold
  std::string each;                   ///< fact that holds a list: one instance of this branch per item
  std::vector<std::string> branches;  ///< of `all` and `any`
  std::map<std::string, std::string> outcomes;
  std::string next;              ///< after a join, or after a skipped step
  int limit_hours = 0;           ///< working time; 0 for none
  int remind_hours = 0;          ///< working time after which the owner is reminded; 0 for never
  std::string escalate;          ///< kind of decision maker who hears of an overdue step
  bool pauses_clock = false;     ///< somebody outside is waited for: never overdue
  bool requires_reason = false;  ///< reviews always do
  bool aside = false;            ///< keeps the place of the step that led here; may go `back`
  Gate gate{};
  std::vector<std::string> excludes;  ///< whoever decided these steps may not decide this one
  TaskGroup group{};
  std::string action;  ///< action of the case's collection that decides the step: `clear`, `approve`
};
BOOST_DESCRIBE_STRUCT(Step, (),
                      (id, kind, title, instruction, owner, deputies, clearance, when, each, branches, outcomes, next,
                       limit_hours, remind_hours, escalate, pauses_clock, requires_reason, aside, gate, excludes, group,
                       action))

/// Text of an SOP, at most 60 kB.
struct SopText {
  std::string text;
  friend auto operator<=>(const SopText&, const SopText&) = default;
  std::string vj_str() const { return text; }
  static std::optional<SopText> vj_parse(std::string_view s) {
    if (s.size() > 60'000 || !valid_utf8(s)) return {};
    return SopText{std::string(s)};
  }
};

struct Sop {
  std::string id, title;
  std::string subject;         ///< collection whose cases it leads, in the singular: `request`
  std::uint64_t revision = 0;  ///< 0 until adopted
  std::string digest;          ///< SHA-256 of the text, hex
  SopText text;
  Instant adopted_at;
  std::uint64_t version = 0;  ///< sequence of the adoption
  std::string start;
  std::map<std::string, Step> steps;
  std::vector<std::string> order;  ///< step ids as written

  /// The step, or null.
  const Step* step(const std::string& id) const {
    const auto it = steps.find(id);
    return it == steps.end() ? nullptr : &it->second;
  }
};

/// Reads an SOP from YAML. Unknown keys, wrong types and missing parts are refused, all at once, each with the
/// step it concerns.
Result<Sop> parse_sop(std::string_view yaml);

/// What the checker found: `path` is a counter-example, the steps from the start to the fault.
struct Finding {
  std::string step, code, message;
  std::vector<std::string> path;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (step, code, message, path))

/// Is the SOP fit to take effect (SOP-03)? Every step can be reached and left, its owners exist, its outcomes
/// lead somewhere, and every path to a disclosure passes the legal, the privacy and the channel review.
std::vector<Finding> check(const Sop&);

}  // namespace vs::procedures
