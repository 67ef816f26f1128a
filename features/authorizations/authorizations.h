// Customers' recorded permissions and the gate that every use passes (AUT-03, -04, -07, -08, -09).
// The gate is pure: the same records, question and day always give the same verdict.
#pragma once

#include "features/authorizations/customer.h"
#include "features/authorizations/grant.h"
#include "features/authorizations/rounds.h"
#include "features/authorizations/wordings.h"
#include "kernel/by_id.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::directory {
struct State;
}

namespace vs::authorizations {

/// What a catalogue shows of a permission on a given day.
enum class Status { none, asked, partly, in_force, expiring, expired, withdrawn, under_review };
BOOST_DESCRIBE_ENUM(Status, none, asked, partly, in_force, expiring, expired, withdrawn, under_review)

/// A use made under an authorization.
struct UseMade {
  UseType use_type{};
  Channel channel{};
  std::string request;
  Date on;
};
BOOST_DESCRIBE_STRUCT(UseMade, (), (use_type, channel, request, on))

/// What was permitted until the customer took part of it back at this point of the ledger.
struct Earlier {
  std::vector<Grant> grants;
  std::uint64_t until = 0;
};

struct HistoryEntry {
  Instant at;
  std::string by;
  std::string what;            ///< a sentence without words about people
  Personal remark;             ///< reason or message in somebody's words; may be empty
  std::uint64_t sequence = 0;  ///< where it stands in the ledger
};

/// Something that happened in the relationship and makes one ask whether a permission still holds.
struct Doubt {
  Cause cause{};
  Instant at;
};

/// Where an authorization stands, apart from dates.
enum class Phase { asked, recorded, suspended, withdrawn, declined };

struct Authorization {
  std::string id, number, contact, account;
  Phase phase = Phase::asked;
  std::vector<Grant> asks, grants;
  std::vector<LongText> disclosures;
  std::vector<Evidence> evidence;
  How how{};
  Personal signer;
  std::optional<Personal> wording;
  bool pre_approved = false;
  Instant recorded_at;
  std::string recorded_by;
  std::uint64_t given = 0;       ///< sequence at which the customer last said yes (recorded or renewed)
  std::uint64_t withdrawn = 0;   ///< sequence of the withdrawal; 0 for none
  std::vector<Earlier> earlier;  ///< scopes before each narrowing
  std::vector<UseMade> uses;
  std::vector<HistoryEntry> history;
  std::optional<Round> round;          ///< how it was asked for in writing
  std::optional<Date> paused_until;    ///< the customer's rest, this day included
  std::uint64_t paused = 0;            ///< sequence at which the rest began
  std::optional<Date> renewal_offer;   ///< the last day that the customer was offered
  std::optional<Date> notice_of;       ///< the end of which the customer was told
  std::vector<Doubt> doubts;           ///< what happened since somebody last looked whether it still holds
  std::optional<Date> lapsed_through;  ///< grants that ended by this day were reported as lapsed
  std::optional<Date> risk_of;         ///< the contract's renewal that was last told to be a risk
  std::uint64_t version = 0;
};

/// One time that somebody was asked.
struct Asking {
  std::string authorization;
  Instant at;
  std::optional<Instant> declined_at;
};

struct State {
  ById<Authorization> authorizations;
  ById<std::vector<std::string>> by_contact, by_account;
  /// Uses reported after the fact that no permission covered: contact, request, use type.
  std::set<std::string> exceeded;
  /// First days that time will bring something about (a reminder, a notice, a lapse), with the authorization.
  std::set<std::pair<Date, std::string>> due;
  std::map<std::string, Date> due_on;  ///< the same by authorization
  /// Authorizations that a contact may sign without being the one who is asked.
  std::map<std::string, std::set<std::string>> signed_by;
  /// Rounds put to a contact: when, and whether they declined; for the limits on asking.
  std::map<std::string, std::vector<Asking>> askings;
  std::map<std::string, OwnWording> wordings;  ///< by language: what the workspace did to the delivered words
};

// ---- Questions that higher floors ask.

/// "May this customer be used for that, there, on that day?" Empty text means: not stated.
struct Use {
  std::string contact;  ///< empty when the question is about an account
  std::string account;  ///< taken from the contact when empty
  UseType use_type{};
  Channel channel{};
  std::string region, language, topic, product;
  Date on;
  std::string with;  ///< account that would see it; checked against `not_with`
};

enum class MayUse { yes, no, unclear };
BOOST_DESCRIBE_ENUM(MayUse, yes, no, unclear)

/// What decided: the authorization ("" when none is concerned), the clause in a sentence, and `permits`,
/// `forbids`, `unclear` or `condition`.
struct Clause {
  std::string authorization, clause, effect;
};
BOOST_DESCRIBE_STRUCT(Clause, (), (authorization, clause, effect))

/// Unclear is never yes. `conditions` bind later steps; `ask_each_time` among them means that the customer
/// confirms this very use.
struct Verdict {
  MayUse answer = MayUse::no;
  std::vector<Clause> clauses;
  std::vector<std::string> conditions, disclosures;
};
BOOST_DESCRIBE_STRUCT(Verdict, (), (answer, clauses, conditions, disclosures))

/// The authorization, or null.
const Authorization* find(const State&, const std::string& id);
/// The gate (AUT-04).
Verdict may_use(const State&, const directory::State&, const Use&);
/// Status of one authorization on that day; what ends within `expiring_days` is `expiring`.
Status status_of(const Authorization&, Date today, int expiring_days);
/// Best status that the contact or account has for the use type (for any when absent).
Status status_of(const State&, const std::string& contact_or_account, std::optional<UseType>, Date today,
                 int expiring_days);
/// Has the customer pre-approved this use (AUT-09)? Then a request skips the asking, never the gate.
bool pre_approved(const State&, const directory::State&, const Use&);
/// Was it given under older terms than today's controlled wording has? Then it is asked for again, not renewed.
bool wording_outdated(const State&, const Authorization&);
/// Counts a use against the permission that covers it (AUT-07), once for each request and use type. A use that
/// nothing covers, reported after the fact, is recorded as `authorization.exceeded`.
Events count_use(const State&, const directory::State&, const Use&, const std::string& request, const Context&);

/// Withdraws all that this contact permitted or was asked for, as when they want to be forgotten; nothing when
/// nothing stands.
Events withdraw_all(const State&, const std::string& contact, const Context&);
/// Uses made under this authorization that nothing permits any longer on that day, although it did: published ones
/// must be taken down (AUT-05).
std::vector<UseMade> no_longer_covered(const State&, const directory::State&, const std::string& id, Date today);

// ---- Events: stored for ever.

/// The customer was asked.
struct Asked {
  static constexpr std::string_view type = "authorization.asked";
  using Of = State;
  std::string id, contact, account;
  std::vector<Grant> asks;
  std::vector<LongText> disclosures;
  Personal message;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (id, contact, account, asks, disclosures, message))

/// A permission was obtained; also answers an `Asked` of the same id.
struct Recorded {
  static constexpr std::string_view type = "authorization.recorded";
  using Of = State;
  std::string id, contact, account;
  std::vector<Grant> grants;
  std::vector<LongText> disclosures;
  std::vector<Evidence> evidence;
  How how{};
  Personal signer;
  std::optional<Personal> wording;
  bool pre_approved = false;
};
BOOST_DESCRIBE_STRUCT(Recorded, (),
                      (id, contact, account, grants, disclosures, evidence, how, signer, wording, pre_approved))

/// The customer took part of it back. Lists that are absent leave their limits as they were.
struct Narrowed {
  static constexpr std::string_view type = "authorization.narrowed";
  using Of = State;
  std::string id, contact;
  std::vector<UseType> drop_use_types;
  std::optional<std::vector<Channel>> channels;
  std::optional<std::vector<std::string>> regions, languages, products, topics;
  std::vector<std::string> not_with;
  std::optional<Date> until;
  bool ask_each_time = false;
  std::vector<Personal> conditions;
  std::optional<Personal> reason;
};
BOOST_DESCRIBE_STRUCT(Narrowed, (),
                      (id, contact, drop_use_types, channels, regions, languages, products, topics, not_with, until,
                       ask_each_time, conditions, reason))

/// The customer took all of it back.
struct Withdrawn {
  static constexpr std::string_view type = "authorization.withdrawn";
  using Of = State;
  std::string id, contact;
  std::optional<Personal> reason;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (id, contact, reason))

/// The customer said yes for longer.
struct Renewed {
  static constexpr std::string_view type = "authorization.renewed";
  using Of = State;
  std::string id, contact;
  Date until;
  std::vector<Evidence> evidence;
};
BOOST_DESCRIBE_STRUCT(Renewed, (), (id, contact, until, evidence))

/// Somebody looked whether it still holds.
struct Reviewed {
  static constexpr std::string_view type = "authorization.reviewed";
  using Of = State;
  std::string id, contact;
  ReviewOutcome outcome{};
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Reviewed, (), (id, contact, outcome, reason))

/// A use was made under it.
struct Used {
  static constexpr std::string_view type = "authorization.used";
  using Of = State;
  std::string authorization, contact;
  UseType use_type{};
  Channel channel{};
  std::string request;
  Date on;
};
BOOST_DESCRIBE_STRUCT(Used, (), (authorization, contact, use_type, channel, request, on))

/// A use was made that no permission covers; escalations follow this.
struct Exceeded {
  static constexpr std::string_view type = "authorization.exceeded";
  using Of = State;
  std::string contact;
  UseType use_type{};
  Channel channel{};
  std::string request;
  Date on;
};
BOOST_DESCRIBE_STRUCT(Exceeded, (), (contact, use_type, channel, request, on))

void on(State&, const Asked&, const Meta&);
void on(State&, const Recorded&, const Meta&);
void on(State&, const Narrowed&, const Meta&);
void on(State&, const Withdrawn&, const Meta&);
void on(State&, const Renewed&, const Meta&);
void on(State&, const Reviewed&, const Meta&);
void on(State&, const Used&, const Meta&);
void on(State&, const Exceeded&, const Meta&);

}  // namespace vs::authorizations
