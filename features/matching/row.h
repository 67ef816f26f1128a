// People of equal points in the order of proposals (R6). Internal to matching.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "features/matching/subject.h"

namespace vs::matching {

/// Where somebody stands among people of equal points: lower load, then longer rest, then id.
struct Turn {
  std::uint64_t use = 0;      ///< load in the upper half, day of the last use in the lower; unused people come first
  std::array<char, 16> id{};  ///< how the id begins, which nearly always tells two apart
  std::uint32_t ordinal = 0;
};

/// The turns of advocates on one day.
class Turns {
 public:
  Turns(const advocates::State& state, Date on) : state_(&state), quarter_(advocates::quarter_start(on)) {}
  Turn of(std::uint32_t ordinal) const;
  std::uint64_t use_of(std::uint32_t ordinal) const;
  bool before(const Turn&, const Turn&) const;

 private:
  const advocates::State* state_;
  Date quarter_;
};

/// A group handed out one by one in the order of turns. Only as many as are asked for get sorted.
class Row {
 public:
  Row(const Turns& turns, advocates::Bitmap members) : turns_(turns), members_(std::move(members)) {}
  /// The next one, or nothing after the last.
  std::optional<Turn> next();

 private:
  void fill();
  void offer(std::uint32_t ordinal);

  Turns turns_;
  advocates::Bitmap members_;
  std::vector<Turn> sorted_;
  std::size_t at_ = 0, room_ = 64;
  std::optional<Turn> last_;  // the last one sorted so far
  bool whole_ = false;        // nobody comes after `last_`
};

}  // namespace vs::matching
