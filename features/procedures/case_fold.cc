#include "features/procedures/case_fold.h"

#include <algorithm>

namespace vs::procedures {
namespace {

void mark(Case& c, const Meta& m, std::string what, const std::string& step = {}, const std::string& instance = {},
          std::string detail = {}) {
  c.trail.push_back({m.at, m.actor.person(), std::move(what), step, instance, std::move(detail)});
}

OpenStep* at(Case& c, const std::string& step, const std::string& instance) {
  const auto it =
      std::ranges::find_if(c.open, [&](const OpenStep& o) { return o.step == step && o.instance == instance; });
  return it == c.open.end() ? nullptr : &*it;
}

void take_out(Case& c, const std::string& step, const std::string& instance) {
  std::erase_if(c.open, [&](const OpenStep& o) { return o.step == step && o.instance == instance; });
}

void merge(json::Object& into, const json::Value& facts) {
  if (const auto* more = facts.if_object())
    for (const auto& pair : *more) into[pair.key()] = pair.value();
}

}  // namespace

void fold(Case& c, const Opened& e, const Meta& m) {
  c.id = e.case_id;
  c.number = e.number;
  c.subject = e.subject;
  c.sop = e.sop;
  c.revision = e.revision;
  merge(c.facts, e.facts);
  c.opened_by = m.actor.person();
  c.opened_at = m.at;
  mark(c, m, "opened");
}

void fold(Case& c, const StepOpened& e, const Meta& m) {
  for (auto& record : c.records)
    if (record.step == e.step && record.instance == e.instance) record.current = false;
  OpenStep step;
  step.step = e.step;
  step.instance = e.instance;
  step.opened_at = m.at;
  step.due = e.due;
  step.owner_role = e.owner_role;
  step.assignee = e.assignee;
  step.join = e.join;
  step.from = e.from;
  step.from_instance = e.from_instance;
  if (e.paused) step.paused_since = m.at;
  c.open.push_back(std::move(step));
  mark(c, m, "step_opened", e.step, e.instance);
}

void fold(Case& c, const StepDecided& e, const Meta& m) {
  take_out(c, e.step, e.instance);
  c.records.push_back(
      {e.step, e.instance, e.outcome, e.clearance, m.actor.person(), m.at, e.reason, e.conditions, c.revision, true});
  merge(c.facts, e.facts);
  mark(c, m, "step_decided", e.step, e.instance, e.outcome);
}

void fold(Case& c, const StepClosed& e, const Meta& m) {
  take_out(c, e.step, e.instance);
  mark(c, m, "step_closed", e.step, e.instance, e.because);
}

void fold(Case& c, const StepSkipped& e, const Meta& m) {
  mark(c, m, "step_skipped", e.step);
}

void fold(Case& c, const BranchesBegun& e, const Meta&) {
  for (auto& record : c.records)
    if (std::ranges::find(e.branches, record.step) != e.branches.end()) record.current = false;
}

void fold(Case& c, const FactsNoted& e, const Meta& m) {
  merge(c.facts, e.facts);
  mark(c, m, "facts_noted");
}

void fold(Case& c, const Ended& e, const Meta& m) {
  c.open.clear();
  c.status = CaseStatus::ended;
  c.end_outcome = e.outcome;
  mark(c, m, "ended", {}, {}, e.outcome);
}

void fold(Case& c, const Stopped& e, const Meta& m) {
  c.open.clear();
  c.status = CaseStatus::stopped;
  c.end_outcome = e.code;
  c.deferred_until.reset();
  mark(c, m, "stopped", {}, {}, e.code);
}

void fold(Case& c, const Deferred& e, const Meta& m) {
  c.deferred_until = e.until;
  for (auto& step : c.open)
    if (!step.paused_since) step.paused_since = m.at;
  mark(c, m, "deferred", {}, {}, e.until.vj_str());
}

void fold(Case& c, const Resumed& e, const Meta& m) {
  c.deferred_until.reset();
  for (const auto& due : e.dues)
    if (auto* step = at(c, due.step, due.instance)) {
      step->due = due.due;
      step->paused_since.reset();
    }
  mark(c, m, "resumed");
}

void fold(Case& c, const Reopened& e, const Meta& m) {
  c.status = CaseStatus::open;
  c.end_outcome.clear();
  c.deferred_until.reset();
  mark(c, m, "reopened", {}, {}, e.step);
}

void fold(Case& c, const Delegated& e, const Meta& m) {
  if (auto* step = at(c, e.step, e.instance)) {
    step->delegated_to = e.to;
    step->delegated_until = e.until;
  }
  mark(c, m, "delegated", e.step, e.instance, e.to);
}

void fold(Case& c, const Snoozed& e, const Meta& m) {
  if (auto* step = at(c, e.step, e.instance)) step->snoozed_until = e.until;
  mark(c, m, "snoozed", e.step, e.instance, e.until.vj_str());
}

void fold(Case& c, const Reminded& e, const Meta& m) {
  if (auto* step = at(c, e.step, e.instance)) step->reminded = true;
  mark(c, m, "reminded", e.step, e.instance);
}

void fold(Case& c, const Overdue& e, const Meta& m) {
  if (auto* step = at(c, e.step, e.instance)) step->overdue = true;
  mark(c, m, "overdue", e.step, e.instance, e.escalate);
}

void fold(Case& c, const Commented& e, const Meta& m) {
  c.comments.push_back({e.comment, m.actor.person(), m.at, e.text, e.private_to_role, e.mentions, e.attachments});
}

}  // namespace vs::procedures
