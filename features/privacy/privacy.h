// The rights of the people about whom something is held: access, rectification, erasure, restriction, and an end to
// everything kept (REC-04, REC-05). Decisions only: keys and words are destroyed by app/eraser.h, which follows.
#pragma once

#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/mail/mail.h"
#include "features/people/people.h"
#include "features/privacy/events.h"
#include "kernel/module.h"
#include "kernel/text.h"

namespace vs::privacy {

struct State {
  std::map<std::string, Subject> subjects;
  std::map<std::string, Matter> matters;
  std::map<std::string, Shredding> shreddings;  ///< under way: words that must go and are perhaps still there
  std::map<std::string, Rule> rules;            ///< set here; the others stand as delivered
  std::map<std::string, std::uint64_t> rule_versions;
  std::map<std::string, Disposal> disposals;  ///< by rule
  std::set<std::string> shredded_owners;      ///< whose key and words are gone
  std::uint64_t shredded = 0;                 ///< how often words were destroyed
};

/// Rule of what was sealed about erased people: it goes when its hold is over.
inline constexpr std::string_view sealed_remainder = "sealed_remainder";

/// What privacy knows of the person, or null.
const Subject* find(const State&, const std::string& subject);
/// Is a hold in force that day?
bool held(const State&, const std::string& subject, Date today);
/// Under which owner the sealed remainder of a person is kept.
std::string remainder_owner(const std::string& subject);

/// Within so many days a request is answered: one month, as the law has it.
inline constexpr int request_days = 30;
/// For so many minutes the one who opened a sealed remainder sees it.
inline constexpr int remainder_minutes = 15;

// ---- Commands.

struct ReceiveRequest {
  Right right{};
  std::optional<LongText> words;
  std::optional<Date> received_on;
};
BOOST_DESCRIBE_STRUCT(ReceiveRequest, (), (right, words, received_on))

struct SettleRequest {
  Settlement settlement{};
  LongText answer;
};
BOOST_DESCRIBE_STRUCT(SettleRequest, (), (settlement, answer))

struct ProposeErasure {
  LongText reason;
  std::optional<std::vector<std::string>> also;
};
BOOST_DESCRIBE_STRUCT(ProposeErasure, (), (reason, also))

struct ConfirmErasure {};
BOOST_DESCRIBE_STRUCT(ConfirmErasure, (), ())

struct WithReason {
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(WithReason, (), (reason))

struct HoldSubject {
  LongText reason;
  Date until;
};
BOOST_DESCRIBE_STRUCT(HoldSubject, (), (reason, until))

struct SetRule {
  int days = 0;
  std::optional<bool> automatic;
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(SetRule, (), (days, automatic, reason))

Result<Decision> receive(const State&, const directory::State&, const people::State&, const ReceiveRequest&,
                         const Context&);
Result<Decision> settle(const State&, const SettleRequest&, const Context&);
Result<void> may_settle(const State&, const Context&);

Result<Decision> propose_erasure(const State&, const directory::State&, const people::State&, const ProposeErasure&,
                                 const Context&);
Result<void> may_propose(const State&, const directory::State&, const people::State&, const Context&);
Result<Decision> confirm_erasure(const State&, const directory::State&, const people::State&,
                                 const authorizations::State&, const mail::State&, const ConfirmErasure&,
                                 const Context&);
Result<void> may_confirm(const State&, const Context&);
Result<Decision> drop_erasure(const State&, const WithReason&, const Context&);
Result<void> may_drop(const State&, const Context&);

Result<Decision> hold(const State&, const directory::State&, const people::State&, const HoldSubject&, const Context&);
Result<Decision> release_hold(const State&, const WithReason&, const Context&);
Result<void> may_release(const State&, const Context&);
Result<Decision> restrict_use(const State&, const directory::State&, const authorizations::State&, const WithReason&,
                              const Context&);
Result<void> may_restrict(const State&, const directory::State&, const Context&);
Result<Decision> lift_restriction(const State&, const authorizations::State&, const WithReason&, const Context&);
Result<void> may_lift(const State&, const Context&);
Result<Decision> read_remainder(const State&, const WithReason&, const Context&);
Result<void> may_read_remainder(const State&, const Context&);
Result<Decision> set_rule(const State&, const SetRule&, const Context&);

}  // namespace vs::privacy
