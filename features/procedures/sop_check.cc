// Checks an SOP before it may take effect (SOP-03): the graph of its steps, its people, its mandatory gates.
#include "features/people/people.h"
#include "features/procedures/sop.h"

#include <algorithm>
#include <deque>

namespace vs::procedures {
namespace {

using Path = std::vector<std::string>;

const std::set<std::string> reserved_targets{"join", "back", "end"};
const std::set<std::string> fact_owners{"requester", "account_owner", "customer"};

bool is_join(const Step& s) {
  return s.kind == StepKind::all || s.kind == StepKind::any;
}

class Checker {
 public:
  explicit Checker(const Sop& sop) : sop_(sop) {
    for (const auto& [id, step] : sop.steps)
      for (const auto& branch : step.branches) branch_of_.emplace(branch, id);
  }

  std::vector<Finding> run() {
    if (!sop_.step(sop_.start)) fail(sop_.start, "no_start", "The procedure starts with a step that does not exist.");
    for (const auto& id : sop_.order) shape(*sop_.step(id));
    if (!findings_.empty()) return std::move(findings_);
    for (const auto& id : sop_.order) reachable(*sop_.step(id));
    for (const auto& id : sop_.order) gates(*sop_.step(id));
    return std::move(findings_);
  }

 private:
  void fail(const std::string& step, std::string code, std::string message, Path path = {}) {
    findings_.push_back({step, std::move(code), std::move(message), std::move(path)});
  }

  // ---- what can be said of a step alone
  void shape(const Step& s) {
    const bool last = s.kind == StepKind::archive && s.outcomes.empty();
    if (is_join(s)) {
      join_shape(s);
    } else {
      if (s.outcomes.empty() && !last) fail(s.id, "no_way_on", "Nothing leads on from this step.");
      if (!s.branches.empty()) fail(s.id, "no_join", "Only steps of kind all or any have branches.");
    }
    people(s);
    for (const auto& [outcome, target] : s.outcomes) outcome_leads(s, outcome, target);
    if (!s.next.empty() && !sop_.step(s.next)) fail(s.id, "unknown_step", "There is no step '" + s.next + "'.");
    const bool branch = branch_of_.contains(s.id);
    if (!s.each.empty() && !branch) fail(s.id, "each_outside", "Only a branch is repeated for each item of a list.");
    if (s.when && !branch && s.next.empty()) fail(s.id, "no_way_past", "Say what follows when this step is skipped.");
    for (const auto& other : s.excludes)
      if (!sop_.step(other)) fail(s.id, "unknown_step", "There is no step '" + other + "' to keep apart from.");
  }

  void join_shape(const Step& s) {
    if (s.branches.empty()) fail(s.id, "no_branches", "This step needs branches.");
    if (s.next.empty()) fail(s.id, "no_way_on", "Say what follows when the branches are done.");
    for (const auto& id : s.branches) {
      const auto* branch = sop_.step(id);
      if (!branch) fail(s.id, "unknown_step", "There is no step '" + id + "'.");
      else if (is_join(*branch)) fail(id, "nested_join", "Branches cannot branch again.");
      else if (branch_of_.at(id) != s.id) fail(id, "shared_branch", "A step is a branch of one step only.");
      else if (std::ranges::none_of(branch->outcomes, [](const auto& o) { return o.second == "join"; }))
        fail(id, "never_joins", "No outcome of this branch leads to the join.");
    }
  }

  void people(const Step& s) {
    if (is_join(s)) return;
    const auto& roles = people::all_roles();
    const bool automatic = s.kind == StepKind::wait || (s.kind == StepKind::archive && s.outcomes.empty());
    if (s.owner.empty() && !automatic) fail(s.id, "no_owner", "Nobody owns this step.");
    if (!s.owner.empty() && !roles.contains(s.owner) && !fact_owners.contains(s.owner))
      fail(s.id, "unknown_owner", "There is no role '" + s.owner + "'.");
    for (const auto& deputy : s.deputies)
      if (!roles.contains(deputy)) fail(s.id, "unknown_deputy", "There is no role '" + deputy + "'.");
    if (s.limit_hours > 0 && s.escalate.empty())
      fail(s.id, "no_decision_maker", "Say who hears of it when this step is late.");
    if (s.gate == Gate::asking_customer && s.kind != StepKind::ask)
      fail(s.id, "wrong_gate", "Only a step of kind ask asks the customer.");
    if (s.kind == StepKind::ask && s.gate != Gate::asking_customer)
      fail(s.id, "gate_missing", "Whoever asks the customer passes the gate asking_customer.");
  }

  void outcome_leads(const Step& s, const std::string& outcome, const std::string& target) {
    const auto* to = sop_.step(target);
    if (!to && !reserved_targets.contains(target))
      fail(s.id, "unknown_step", "Outcome '" + outcome + "' leads to '" + target + "', which does not exist.");
    if (target == "back" && !s.aside) fail(s.id, "no_way_back", "Only a step with `aside` can go back.");
    if (target == "join" && !branch_of_.contains(s.id)) fail(s.id, "no_join", "This step is not a branch.");
    if (to && to->aside && s.aside) fail(s.id, "aside_of_aside", "A step aside cannot lead to another one.");
    if (to && branch_of_.contains(target)) fail(s.id, "into_branch", "A branch is entered by its join only.");
  }

  // ---- what can be said of ways through
  // Steps that can follow. With an aspect, those ways are left out on which that review has just cleared, so that
  // what remains reachable is reachable without it.
  std::vector<std::string> followers(const Step& s, Aspect without = Aspect::none) const {
    std::vector<std::string> to;
    for (const auto& [outcome, target] : s.outcomes)
      if (sop_.step(target) && !(without != Aspect::none && s.clearance == without && clears(outcome)))
        to.push_back(target);
    if (is_join(s)) {
      if (!certain(s, without)) to.push_back(s.next);
      for (const auto& branch : s.branches)
        for (const auto& [outcome, target] : sop_.step(branch)->outcomes)
          if (sop_.step(target)) to.push_back(target);
    }
    if (s.when && !branch_of_.contains(s.id)) to.push_back(s.next);
    return to;
  }

  static bool clears(const std::string& outcome) { return outcome == "clear" || outcome == "clear_with_conditions"; }

  // Does the join go on only after this review cleared: a branch never skipped that joins by nothing but a yes?
  bool certain(const Step& join, Aspect aspect) const {
    if (join.kind != StepKind::all || aspect == Aspect::none) return false;
    return std::ranges::any_of(join.branches, [&](const auto& id) {
      const auto& branch = *sop_.step(id);
      return branch.clearance == aspect && !branch.when &&
             std::ranges::all_of(branch.outcomes, [](const auto& o) { return o.second != "join" || clears(o.first); });
    });
  }

  /// The shortest way from the start to `goal` on which no review of the aspect clears; empty when there is none.
  Path way(const std::string& goal, Aspect without = Aspect::none) const {
    std::map<std::string, std::string> came_from{{sop_.start, ""}};
    std::deque<std::string> todo{sop_.start};
    while (!todo.empty()) {
      const auto id = todo.front();
      todo.pop_front();
      if (id == goal) return unwind(came_from, id);
      for (const auto& next : followers(*sop_.step(id), without))
        if (came_from.emplace(next, id).second) todo.push_back(next);
    }
    return {};
  }

  static Path unwind(const std::map<std::string, std::string>& came_from, std::string id) {
    Path path;
    for (; !id.empty(); id = came_from.at(id)) path.insert(path.begin(), id);
    return path;
  }

  void reachable(const Step& s) {
    const auto join = branch_of_.find(s.id);
    const auto path = way(join == branch_of_.end() ? s.id : join->second);
    if (path.empty()) fail(s.id, "unreachable", "No way leads to this step.");
    else if (!ends(s)) fail(s.id, "no_end", "No way leads from this step to an end.", path);
    if (passes_itself(s)) fail(s.id, "skips_in_circle", "Skipped steps lead in a circle.", {s.id, s.next});
  }

  bool ends(const Step& from) const {
    std::set<std::string> seen{from.id};
    std::deque<std::string> todo{from.id};
    while (!todo.empty()) {
      const auto& s = *sop_.step(todo.front());
      todo.pop_front();
      if (s.kind == StepKind::archive && s.outcomes.empty()) return true;
      auto next = followers(s);
      for (const auto& [outcome, target] : s.outcomes) {
        if (target == "end" || target == "back") return true;  // `back` ends if the step left for it does
        if (target == "join") next.push_back(branch_of_.at(s.id));
      }
      for (const auto& id : next)
        if (seen.insert(id).second) todo.push_back(id);
    }
    return false;
  }

  // Would skipping alone lead round and round?
  bool passes_itself(const Step& s) const {
    std::set<std::string> seen;
    const Step* at = &s;
    while (at && (at->when || is_join(*at)) && !branch_of_.contains(at->id)) {
      if (!seen.insert(at->id).second) return true;
      at = sop_.step(at->next);
    }
    return false;
  }

  void gates(const Step& s) {
    if (s.gate != Gate::disclosure && s.gate != Gate::publication) return;
    for (const auto aspect : {Aspect::legal, Aspect::privacy, Aspect::channel})
      if (auto path = way(s.id, aspect); !path.empty())
        fail(s.id, "gate_without_review",
             "The gate '" + std::string(name_of(s.gate)) + "' can be reached without the " +
                 std::string(name_of(aspect)) + " review.",
             std::move(path));
  }

  const Sop& sop_;
  std::map<std::string, std::string> branch_of_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check(const Sop& sop) {
  return Checker(sop).run();
}

}  // namespace vs::procedures
