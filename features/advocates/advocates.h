// Customers' people who agreed to speak for us: profile, lifecycle, load and the ledger of their uses
// (ADV-05, ADV-07, MAT-09, ACT-06).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "features/advocates/index.h"
#include "features/policies/codes.h"
#include "kernel/by_id.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::advocates {

/// Where an advocate stands (ADV-07). Only `active` ones are matched.
enum class Stage { nominated, qualified, invited, onboarding, active, resting, paused, retired };
BOOST_DESCRIBE_ENUM(Stage, nominated, qualified, invited, onboarding, active, resting, paused, retired)

/// How far one use has come. All but `cancelled` count against the limits (MAT-09).
enum class UseStatus { held, asked, scheduled, done, no_show, cancelled };
BOOST_DESCRIBE_ENUM(UseStatus, held, asked, scheduled, done, no_show, cancelled)

/// Days on which the advocate cannot be asked for anything, both included.
struct Blackout {
  Date from, until;
  friend auto operator<=>(const Blackout&, const Blackout&) = default;
};
BOOST_DESCRIBE_STRUCT(Blackout, (), (from, until))

/// A measured result the advocate can speak about.
struct Outcome {
  std::string metric;
  double before = 0, after = 0;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (metric, before, after, unit))

/// One line of the usage ledger (ACT-06).
struct UseRecord {
  UseType use_type{};
  std::optional<Channel> channel;
  std::string account, request, authorization;
  Date on;  ///< day of the hold; once done, the day of the use
  UseStatus status{};
};

/// One step of the lifecycle: what was done, by whom, and why.
struct Passage {
  Instant at;
  std::string who, what;
  Personal reason;
  std::optional<Date> return_on;
};

struct Advocate {
  std::string id, contact, account;
  std::uint32_t ordinal = 0;  ///< position in the bitmaps of `Index`
  Stage stage{};
  std::uint16_t max_per_quarter = 0;
  std::vector<UseType> use_types;
  std::vector<std::string> industries, products, regions, languages, topics, excluded_topics, personas;
  std::string time_zone;
  std::vector<Blackout> blackout;
  std::vector<Outcome> outcomes;
  std::vector<Personal> notes;
  std::optional<Date> return_on, confirmed_on, briefed_on;
  double reliability = 1;  ///< share of settled uses that took place
  std::vector<UseRecord> uses;
  std::vector<Passage> history;
  std::uint64_t version = 0;
};

struct State {
  ById<Advocate> advocates;
  ById<std::string> by_contact;               ///< the contact's latest advocate record
  ById<std::vector<std::string>> by_account;  ///< advocate ids of an account
  std::vector<const Advocate*> by_ordinal;    ///< by position in the bitmaps
  Index index;                                ///< who has what, for matching (MAT-07)

  State() = default;
  State(State&&) = default;
  State& operator=(State&&) = default;
  /// A copy points at its own advocates.
  State(const State& other);
  State& operator=(const State& other) { return *this = State(other); }
};

/// How much an advocate is used at present (MAT-04, MAT-09).
struct Load {
  int quarter = 0;  ///< uses of this calendar quarter, and every pending one
  int max = 0;
  std::optional<Date> last_used_on;
  int pending = 0;  ///< held, asked or scheduled, whenever that is
};
BOOST_DESCRIBE_STRUCT(Load, (), (quarter, max, last_used_on, pending))

// ---- Questions of other features.

/// The advocate, or null.
const Advocate* find(const State&, const std::string& id);
/// The advocate record of a contact, or null.
const Advocate* of_contact(const State&, const std::string& contact);
/// First day of the calendar quarter in which `day` lies.
Date quarter_start(Date day);
Load load(const Advocate&, Date today);
/// `Load::quarter` out of the columns, for the quarter that begins on this day.
int quarter_load(const State&, std::uint32_t ordinal, Date quarter);
/// The same for all advocates of this one's company together.
int company_load(const State&, std::uint32_t ordinal, Date quarter);
/// The columns of an advocate, but for the company.
Standing standing(const Advocate&);
/// Does this use take a slot of the quarter of `today`? Settled ones of the quarter do, pending ones always.
bool counts(const UseRecord&, Date today);
/// Was the profile confirmed within the last `freshness_days` (ADV-08)?
bool fresh(const Advocate&, Date today, int freshness_days);
/// The blackout period in which `day` falls, or null.
const Blackout* blacked_out(const Advocate&, Date day);

// ---- Deeds of other features: events for their decisions. Each yields nothing when already so.

/// Holds a slot of the advocate for a request, from the moment they are chosen (MAT-09).
Events hold(const State&, const std::string& advocate, UseType, const std::string& request, const Context&,
            std::optional<Channel> channel = {}, const std::string& authorization = {});
/// The held slot goes on: the advocate was `asked`, or the use is `scheduled`.
Events progress(const State&, const std::string& advocate, const std::string& request, UseStatus, const Context&);
/// Gives the slot back: declined, cancelled, replaced.
Events release(const State&, const std::string& advocate, const std::string& request, const Context&);
/// The use took place (`done`) or did not come about on the day (`no_show`).
Events count_use(const State&, const std::string& advocate, const std::string& request, UseStatus, const Context&);

}  // namespace vs::advocates

#include "features/advocates/events.h"
