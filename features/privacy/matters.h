// What privacy keeps account of: requests of people about themselves, erasures, holds, restrictions, disposals.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kernel/personal.h"
#include "kernel/reflect.h"
#include "kernel/time.h"

namespace vs::privacy {

/// What a person may ask for (Art. 15, 16, 17, 21 GDPR).
enum class Right { copy, correct, erase, object };
BOOST_DESCRIBE_ENUM(Right, copy, correct, erase, object)

enum class Settlement { done, refused, withdrawn };
BOOST_DESCRIBE_ENUM(Settlement, done, refused, withdrawn)

/// A person's request about themselves.
struct Matter {
  std::string id, subject;
  Right right{};
  std::string wish;
  Personal words, answer;
  Instant received_at;
  Date due;
  std::optional<Instant> settled_at;
  std::string settled_by;
  Settlement settlement{};
  std::uint64_t version = 0;
};

struct Hold {
  Date until;
  std::string by;
  Personal reason;
  Instant since;
};

struct Restriction {
  std::string by;
  std::vector<std::string> suspended;  ///< permissions that rest meanwhile
  Personal reason;
  Instant since;
};

/// How far an erasure came: proposed by one, confirmed by another, done by the program.
struct Erasure {
  std::string proposed_by, confirmed_by;
  Personal reason;
  std::vector<std::string> also;
  Instant proposed_at;
  std::optional<Instant> confirmed_at, done_at;
  std::string shredding;
  std::uint64_t words = 0, files = 0;
};

/// One look at what was kept sealed.
struct Reading {
  Instant at;
  std::string by;
  Personal why;
};

/// Who handed out everything that is held about somebody, and when.
struct HandOut {
  Instant at;
  std::string by;
};

/// What is kept sealed about somebody who was erased under a hold.
struct Remainder {
  Date until;
  Personal words;
  std::vector<Reading> readings;
  bool gone = false;
};

/// A person whose data is held, as far as privacy has something to say about them.
struct Subject {
  std::string id;
  std::optional<Hold> hold;
  std::optional<Restriction> restriction;
  std::optional<Erasure> erasure;
  std::optional<Remainder> remainder;
  std::vector<HandOut> exports;
  std::vector<std::string> matters;
  std::uint64_t version = 0;
};

/// Keys and words that must be destroyed: done by app/eraser.h once this is durable, and taken up again at a start.
struct Shredding {
  std::string id;
  std::string subject;  ///< "" for a disposal by time
  std::string rule;     ///< "" for an erasure
  std::vector<std::string> owners, refs;
  Instant since;
};

/// How long one kind of record keeps its words, and whether they go by themselves.
struct Rule {
  int days = 0;
  bool automatic = true;
};

/// What a rule has disposed of so far.
struct Disposal {
  std::uint64_t records = 0, words = 0, files = 0;
  std::optional<Instant> last;
};

}  // namespace vs::privacy
