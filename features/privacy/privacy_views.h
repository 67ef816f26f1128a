// What the people who answer for privacy see: the queue of requests, and each person of whom something is held.
#pragma once

#include "features/privacy/privacy.h"
#include "kernel/ask.h"

namespace vs::privacy {

enum class MatterStatus { open, done, refused, withdrawn };
BOOST_DESCRIBE_ENUM(MatterStatus, open, done, refused, withdrawn)

struct MatterRow {
  std::string id, subject, subject_name;
  Right right{};
  std::string words;
  MatterStatus status{};
  Date received_on, due;
  bool late = false;
  std::optional<Instant> settled_at;
  std::string settled_by, answer;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(MatterRow, (),
                      (id, subject, subject_name, right, words, status, received_on, due, late, settled_at, settled_by,
                       answer, version))

enum class SubjectKind { contact, person };
BOOST_DESCRIBE_ENUM(SubjectKind, contact, person)

/// How far erasing somebody has come.
enum class SubjectStatus { known, proposed, erasing, erased };
BOOST_DESCRIBE_ENUM(SubjectStatus, known, proposed, erasing, erased)

struct SubjectRow {
  std::string id, name, account, account_name;
  SubjectKind kind{};
  SubjectStatus status{};
  bool held = false, restricted = false;
  std::uint64_t open_requests = 0;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SubjectRow, (),
                      (id, name, account, account_name, kind, status, held, restricted, open_requests, version))

struct HoldShown {
  Date until;
  std::string by, reason;
  Instant since;
};
BOOST_DESCRIBE_STRUCT(HoldShown, (), (until, by, reason, since))

struct RestrictionShown {
  std::string by, reason;
  Instant since;
  std::uint64_t permissions = 0;
};
BOOST_DESCRIBE_STRUCT(RestrictionShown, (), (by, reason, since, permissions))

struct ErasureShown {
  std::string proposed_by, confirmed_by, reason;
  Instant proposed_at;
  std::optional<Instant> confirmed_at, done_at;
  std::uint64_t also = 0, words = 0, files = 0;
};
BOOST_DESCRIBE_STRUCT(ErasureShown, (),
                      (proposed_by, confirmed_by, reason, proposed_at, confirmed_at, done_at, also, words, files))

struct ReadingShown {
  Instant at;
  std::string by, why;
};
BOOST_DESCRIBE_STRUCT(ReadingShown, (), (at, by, why))

struct RemainderShown {
  Date until;
  bool gone = false;
  std::vector<ReadingShown> readings;
  std::optional<LongText> words;  ///< for a quarter of an hour, to the one who said why
};
BOOST_DESCRIBE_STRUCT(RemainderShown, (), (until, gone, readings, words))

struct HandOutShown {
  Instant at;
  std::string by;
};
BOOST_DESCRIBE_STRUCT(HandOutShown, (), (at, by))

struct SubjectItem : SubjectRow {
  std::uint64_t permissions = 0, letters = 0;
  std::optional<HoldShown> hold;
  std::optional<RestrictionShown> restriction;
  std::optional<ErasureShown> erasure;
  std::optional<RemainderShown> remainder;
  std::vector<HandOutShown> exports;
  std::vector<MatterRow> requests;
};
BOOST_DESCRIBE_STRUCT(SubjectItem, (SubjectRow),
                      (permissions, letters, hold, restriction, erasure, remainder, exports, requests))

std::vector<MatterRow> matter_rows(const State&, const directory::State&, const people::State&, const Ask&);
Result<MatterRow> matter_item(const State&, const directory::State&, const people::State&, const Ask&);
/// Those of whom privacy knows something; with `q`, everybody whose name has it.
std::vector<SubjectRow> subject_rows(const State&, const directory::State&, const people::State&, const Ask&);
Result<SubjectItem> subject_item(const State&, const directory::State&, const people::State&,
                                 const authorizations::State&, const mail::State&, const Ask&);

}  // namespace vs::privacy
