// What one can do with advocates and how they are shown; only the module and the tests of this feature use it.
#pragma once

#include "features/advocates/advocates.h"
#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "features/policies/policies.h"

namespace vs::advocates {

/// The acts of the lifecycle (ADV-07); each works from some stages only.
enum class Step { qualify, invite, brief, activate, rest, pause, retire };
BOOST_DESCRIBE_ENUM(Step, qualify, invite, brief, activate, rest, pause, retire)

/// Refuses with the stage the advocate is in and the stages from which the step works.
Result<void> may_step(const Advocate&, Step);

/// Is the step possible for the advocate that the context addresses? For the buttons of the app.
template <Step step>
Result<void> can(const State& state, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return refuse(RefusalKind::not_found, "no_such_advocate", "There is no such advocate.");
  return may_step(*a, step);
}

Result<Decision> nominate(const State&, const directory::State&, const Nominate&, const Context&);
Result<Decision> revise(const State&, const Revise&, const Context&);
Result<Decision> black_out(const State&, const Blackout&, const Context&);
Result<Decision> confirm_profile(const State&, const Nothing&, const Context&);
Result<Decision> qualify(const State&, const Because&, const Context&);
Result<Decision> invite(const State&, const Nothing&, const Context&);
Result<Decision> brief(const State&, const Nothing&, const Context&);
Result<Decision> activate(const State&, const Because&, const Context&);
Result<Decision> rest(const State&, const Rest&, const Context&);
Result<Decision> pause(const State&, const Pause&, const Context&);
Result<Decision> retire(const State&, const Retire&, const Context&);

/// Whoever rested or paused until a day that has come is active again.
Events return_rested(const State&, const Context&);
/// A contact who left the company is paused as advocate: nobody asks them until somebody looks into it.
Events follow_departure(const State&, const directory::ContactLeft&, const Meta&, const Context&);

struct HistoryLine {
  Instant at;
  std::string who, what, reason;
  std::optional<Date> return_on;
};
BOOST_DESCRIBE_STRUCT(HistoryLine, (), (at, who, what, reason, return_on))

/// A line of the ledger of uses as shown (ACT-06).
struct UsageRow {
  Date on;
  std::string advocate, contact, name, account, account_name;
  UseType use_type{};
  std::optional<Channel> channel;
  UseStatus status{};
  std::string request, authorization;
  std::optional<Date> rests_until;  ///< no other use of this kind before that day (MAT-04); of one advocate's uses
};
BOOST_DESCRIBE_STRUCT(UsageRow, (),
                      (on, advocate, contact, name, account, account_name, use_type, channel, status, request,
                       authorization, rests_until))
struct Uses {
  std::vector<UsageRow> items;
};
BOOST_DESCRIBE_STRUCT(Uses, (), (items))

struct Row {
  std::string id, contact, name, title, account, account_name, industry;
  Stage stage{};
  std::vector<UseType> use_types;
  std::vector<std::string> industries, products, regions, languages, topics, excluded_topics, personas;
  std::string time_zone;
  int max_per_quarter = 0;
  Load load;
  std::optional<Date> confirmed_on;
  bool fresh = false;
  std::optional<Date> briefed_on, return_on;
  std::string authorization_status;
  std::vector<Outcome> outcomes;
  double reliability = 1;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, contact, name, title, account, account_name, industry, stage, use_types, industries,
                       products, regions, languages, topics, excluded_topics, personas, time_zone, max_per_quarter,
                       load, confirmed_on, fresh, briefed_on, return_on, authorization_status, outcomes, reliability,
                       version))

struct Item : Row {
  std::vector<std::string> notes;
  std::vector<Blackout> blackout;
  std::vector<UsageRow> uses;
  std::vector<HistoryLine> history;
};
BOOST_DESCRIBE_STRUCT(Item, (Row), (notes, blackout, uses, history))

std::vector<Row> rows(const State&, const directory::State&, const policies::State&, const authorizations::State&,
                      const Ask&);
Result<Item> item(const State&, const directory::State&, const policies::State&, const authorizations::State&,
                  const people::State&, const Ask&);
Result<Uses> uses(const State&, const directory::State&, const Ask&);
std::vector<UsageRow> usage(const State&, const directory::State&, const Ask&);

}  // namespace vs::advocates
