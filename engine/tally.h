// A feature as small as one can be, for tests: it counts, and follows itself at every third count.
#pragma once

#include "kernel/event_ops.h"
#include "kernel/module.h"

namespace vs::engine::tally {

struct State {
  int counted = 0, thirds = 0;
  int goal = 0;  // long work: one by one up to here
  std::string last;
};
struct Aimed {
  static constexpr std::string_view type = "tally.aimed";
  using Of = State;
  int at = 0;
};
BOOST_DESCRIBE_STRUCT(Aimed, (), (at))
struct Counted {
  static constexpr std::string_view type = "tally.counted";
  using Of = State;
  int by = 0;
  Personal note;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (by, note))
struct Thirded {
  static constexpr std::string_view type = "tally.thirded";
  using Of = State;
  int at = 0;
};
BOOST_DESCRIBE_STRUCT(Thirded, (), (at))
struct Count {
  int by = 0;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(Count, (), (by, note))
struct Aim {
  int at = 0;
};
BOOST_DESCRIBE_STRUCT(Aim, (), (at))
struct Row {
  std::string id, last;
  int counted = 0, thirds = 0;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, last, counted, thirds, version))

inline void on(State& s, const Counted& e, const Meta&) {
  s.counted += e.by;
  s.last = e.note.words();
}
inline void on(State& s, const Thirded&, const Meta&) {
  ++s.thirds;
}

inline Result<Decision> count(const State&, const Count& c, const Context&) {
  if (c.by <= 0) return refuse(RefusalKind::rule, "not_positive", "Count up.", "", "by");
  return Decision{{Counted{c.by, Personal::of("con_1", c.note)}}, "one"};
}
inline void on(State& s, const Aimed& e, const Meta&) {
  s.goal = e.at;
}
inline Result<Decision> aim(const State&, const Aim& a, const Context&) {
  return Decision{{Aimed{a.at}}, "one"};
}
inline Events slice(const State& s, const Context&) {
  if (s.goal < 0) throw std::runtime_error("work that cannot go on");
  return s.counted < s.goal ? Events{Counted{1, {}}} : Events{};
}
inline Events follow(const State& s, const Counted&, const Meta&, const Context&) {
  return s.counted % 3 == 0 ? Events{Thirded{s.counted}} : Events{};
}
inline Result<Row> item(const State& s, const Ask&) {
  return Row{"one", s.last, s.counted, s.thirds, std::uint64_t(s.counted)};
}

inline Module module() {
  return std::move(Feature("tally")
                       .events<Counted, Thirded, Aimed>()
                       .creates("tallies", "Count", &count)
                       .acts("tallies", "again", "Count again", &count)
                       .does("tallies", "aim", "Count up to", &aim)
                       .works("tallies", &slice)
                       .shows("tallies", &item)
                       .reacts<Counted>(&follow));
}

}  // namespace vs::engine::tally
