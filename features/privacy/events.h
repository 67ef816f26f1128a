// Privacy: what is stored for ever. No event here says a word about a person outside the vault.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "features/privacy/matters.h"
#include "kernel/event.h"

namespace vs::privacy {

struct State;

/// Somebody asked for what the law gives them; the clock runs from here.
struct RequestReceived {
  static constexpr std::string_view type = "subject.request_received";
  using Of = State;
  std::string id, subject;
  Right right{};
  std::string wish;  ///< wish of the customer's page that it came by; "" when staff noted it
  Date due;
  Personal words;
};
BOOST_DESCRIBE_STRUCT(RequestReceived, (), (id, subject, right, wish, due, words))

struct RequestSettled {
  static constexpr std::string_view type = "subject.request_settled";
  using Of = State;
  std::string id, subject;
  Settlement settlement{};
  Personal answer;
};
BOOST_DESCRIBE_STRUCT(RequestSettled, (), (id, subject, settlement, answer))

/// One of the two who must agree proposes to erase the person, and with them words of others that name them.
struct ErasureProposed {
  static constexpr std::string_view type = "subject.erasure_proposed";
  using Of = State;
  std::string subject;
  Personal reason;
  std::vector<std::string> also;  ///< references of words in the vault
};
BOOST_DESCRIBE_STRUCT(ErasureProposed, (), (subject, reason, also))

struct ErasureDropped {
  static constexpr std::string_view type = "subject.erasure_dropped";
  using Of = State;
  std::string subject;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(ErasureDropped, (), (subject, reason))

/// The second agreed: from here the person is erased, come what may. What is left to do follows from the state.
struct Erasing {
  static constexpr std::string_view type = "subject.erasing";
  using Of = State;
  std::string subject, shredding;
  std::vector<std::string> owners, refs;
};
BOOST_DESCRIBE_STRUCT(Erasing, (), (subject, shredding, owners, refs))

/// Key, words and files are gone from disk and memory.
struct Erased {
  static constexpr std::string_view type = "subject.erased";
  using Of = State;
  std::string subject, shredding;
  std::uint64_t words = 0, files = 0;
};
BOOST_DESCRIBE_STRUCT(Erased, (), (subject, shredding, words, files))

/// Nothing about this person may be disposed of until that day: a claim is pending.
struct Held {
  static constexpr std::string_view type = "subject.held";
  using Of = State;
  std::string subject;
  Date until;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Held, (), (subject, until, reason))

struct HoldReleased {
  static constexpr std::string_view type = "subject.hold_released";
  using Of = State;
  std::string subject;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(HoldReleased, (), (subject, reason))

/// What proves a permission once given is kept under a key of its own until that day, although the person is erased.
struct RemainderSealed {
  static constexpr std::string_view type = "subject.remainder_sealed";
  using Of = State;
  std::string subject;
  Date until;
  Personal remainder;
};
BOOST_DESCRIBE_STRUCT(RemainderSealed, (), (subject, until, remainder))

struct RemainderRead {
  static constexpr std::string_view type = "subject.remainder_read";
  using Of = State;
  std::string subject;
  Personal why;
};
BOOST_DESCRIBE_STRUCT(RemainderRead, (), (subject, why))

/// No use of this person until it is lifted: they object, or say that something is wrong (Art. 18, 21 GDPR).
struct Restricted {
  static constexpr std::string_view type = "subject.restricted";
  using Of = State;
  std::string subject;
  std::vector<std::string> suspended;  ///< permissions that rest meanwhile
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Restricted, (), (subject, suspended, reason))

struct RestrictionLifted {
  static constexpr std::string_view type = "subject.restriction_lifted";
  using Of = State;
  std::string subject;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(RestrictionLifted, (), (subject, reason))

/// Everything that is held about the person was handed out, to give it to them (Art. 15, 20 GDPR).
struct Exported {
  static constexpr std::string_view type = "subject.exported";
  using Of = State;
  std::string subject;
};
BOOST_DESCRIBE_STRUCT(Exported, (), (subject))

/// How long one kind of record keeps its words.
struct RuleSet {
  static constexpr std::string_view type = "retention.rule_set";
  using Of = State;
  std::string rule;
  int days = 0;
  bool automatic = true;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(RuleSet, (), (rule, days, automatic, reason))

/// Words whose time is over are disposed of from here, come what may.
struct Disposing {
  static constexpr std::string_view type = "retention.disposing";
  using Of = State;
  std::string rule, shredding;
  std::uint64_t records = 0;
  std::vector<std::string> owners, refs;
};
BOOST_DESCRIBE_STRUCT(Disposing, (), (rule, shredding, records, owners, refs))

struct Disposed {
  static constexpr std::string_view type = "retention.disposed";
  using Of = State;
  std::string rule, shredding;
  std::uint64_t words = 0, files = 0;
};
BOOST_DESCRIBE_STRUCT(Disposed, (), (rule, shredding, words, files))

void on(State&, const RequestReceived&, const Meta&);
void on(State&, const RequestSettled&, const Meta&);
void on(State&, const ErasureProposed&, const Meta&);
void on(State&, const ErasureDropped&, const Meta&);
void on(State&, const Erasing&, const Meta&);
void on(State&, const Erased&, const Meta&);
void on(State&, const Held&, const Meta&);
void on(State&, const HoldReleased&, const Meta&);
void on(State&, const RemainderSealed&, const Meta&);
void on(State&, const RemainderRead&, const Meta&);
void on(State&, const Restricted&, const Meta&);
void on(State&, const RestrictionLifted&, const Meta&);
void on(State&, const Exported&, const Meta&);
void on(State&, const RuleSet&, const Meta&);
void on(State&, const Disposing&, const Meta&);
void on(State&, const Disposed&, const Meta&);

}  // namespace vs::privacy
