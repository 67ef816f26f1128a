// The complete record of a request, for those who have to show it: JSON for programs, one page for people (REQ-13).
#include "features/requests/requests_common.h"
#include "features/requests/requests_page.h"
#include "features/requests/requests_views.h"

namespace vs::requests {
namespace {

// The record is never the place where contact details leak from, whoever asks.
Result<Item> record_of(const State& s, VS_FLOORS, const activities::State& acts, const Ask& ask) {
  auto whole = item(s, people, dir, pol, auths, advs, procs, escs, acts, ask);
  if (whole && whole->disclosure) whole->disclosure->contact.reset();
  return whole;
}

struct StepRecord {
  std::string step, title, instance, outcome, by, by_name;
  Instant at;
  std::string reason;
  std::vector<std::string> conditions;
  bool current = true;
};
BOOST_DESCRIBE_STRUCT(StepRecord, (), (step, title, instance, outcome, by, by_name, at, reason, conditions, current))

std::vector<StepRecord> step_records(const procedures::Case& c, const procedures::State& procs,
                                     const people::State& people) {
  std::vector<StepRecord> out;
  for (const auto& each : c.records) {
    const auto* step = procedures::step_of(procs, c, each.step);
    StepRecord record{each.step,
                      step ? step->title : each.step,
                      each.instance,
                      each.outcome,
                      each.who,
                      people::name_of(people, each.who),
                      each.at,
                      each.reason.words(),
                      {},
                      each.current};
    for (const auto& condition : each.conditions) record.conditions.push_back(condition.words());
    out.push_back(std::move(record));
  }
  return out;
}

struct Record {
  std::string format = "vouchsafe.request-evidence/1";
  Instant as_of;
  std::uint64_t sequence = 0;
  std::string procedure, procedure_digest;
  std::uint64_t procedure_revision = 0, policy_revision = 0;
  Item request;
  std::vector<StepRecord> decisions;
  std::vector<activities::Row> activities;
};
BOOST_DESCRIBE_STRUCT(Record, (),
                      (format, as_of, sequence, procedure, procedure_digest, procedure_revision, policy_revision,
                       request, decisions, activities))

}  // namespace

Result<Answer> evidence(const State& s, VS_FLOORS, const activities::State& acts, const Ask& ask) {
  VS_TRY(whole, record_of(s, people, dir, pol, auths, advs, procs, escs, acts, ask));
  Record record;
  record.as_of = ask.now;
  record.sequence = ask.tip;
  record.procedure = sop_id;
  record.procedure_revision = whole.procedure_revision;
  record.policy_revision = whole.policy_revision;
  if (const auto* c = procedures::find(procs, ask.id)) {
    record.decisions = step_records(*c, procs, people);
    if (const auto* sop = procedures::sop(procs, c->sop, c->revision)) record.procedure_digest = sop->digest;
  }
  if (const auto it = acts.by_request.find(ask.id); it != acts.by_request.end())
    for (const auto& id : it->second)
      record.activities.push_back(activities::view(acts.activities.at(id), people, dir));
  record.request = std::move(whole);
  return Answer{json::to_text(record), 0, "application/json"};
}

Result<Answer> evidence_page(const State& s, VS_FLOORS, const activities::State& acts, const Ask& ask) {
  VS_TRY(whole, record_of(s, people, dir, pol, auths, advs, procs, escs, acts, ask));
  return Answer{page_of(whole, ask), 0, "text/html; charset=utf-8"};
}

}  // namespace vs::requests
