// The story runner itself, on a feature of two events.
#include "tests/story.h"

#include "kernel/event_ops.h"

#include <gtest/gtest.h>

namespace vs::story {

struct State {
  bool lit = false;
  int burning = 0;
};

struct Lit {
  static constexpr std::string_view type = "lamp.lit";
  using Of = State;
  Personal by;
  int hours = 0;
};
BOOST_DESCRIBE_STRUCT(Lit, (), (by, hours))
void on(State& state, const Lit& event, const Meta&) {
  state.lit = true;
  state.burning = event.hours;
}

struct Burnt {
  static constexpr std::string_view type = "lamp.burnt";
  using Of = State;
  int left = 0;
};
BOOST_DESCRIBE_STRUCT(Burnt, (), (left))
void on(State& state, const Burnt& event, const Meta&) {
  state.burning = event.left;
}
Events burn(const State& state, const Context&) {
  return state.burning > 0 ? Events{Burnt{state.burning - 1}} : Events{};
}

struct Light {
  std::string by;
};
BOOST_DESCRIBE_STRUCT(Light, (), (by))

Result<Decision> light(const State& state, const Light& command, const Context& context) {
  if (command.by.empty()) return refuse(RefusalKind::rule, "lamp.by_nobody", "Somebody lights a lamp.");
  if (state.lit) return Decision{};
  return Decision{{Lit{Personal::of("per_1", command.by), 2}}, context.id("lam")};
}

Report tell(const std::string& text) {
  Module lamps =
      std::move(Feature("lamp").events<Lit, Burnt>().creates("lamps", "Light", &light).works("lamps", &burn));
  const engine::Registry registry({std::move(lamps)});
  return tell(registry, text);
}

TEST(Story, passes_when_the_program_answers_as_told) {
  const auto report = tell(
      "# A lamp is lit once.\nwhen lamps.create {\"by\":\"Ana\"}\nthen lamp.lit {\"by\":\"Ana\"}\n"
      "then lamp.burnt {\"left\":1}\nthen lamp.burnt {\"left\":0}\n"
      "when lamps.create {\"by\":\"Ana\"}\nnothing\n"
      "# Words about people are written plainly.\ngiven lamp.lit {\"by\":\"Bo\",\"hours\":0}\n"
      "when lamps.create {\"by\":\"Ana\"}\nnothing\n"
      "# Nobody lights nothing.\nwhen lamps.create {\"by\":\"\"}\nrefused lamp.by_nobody\n");
  EXPECT_EQ(report.passed, 3);
  EXPECT_EQ(report.failed, 0) << report.complaints.front();
}

TEST(Story, fails_and_rewrites_when_the_program_answers_otherwise) {
  const auto report = tell("# A lamp is lit.\nwhen lamps.create {\"by\":\"Ana\"}\nnothing\n");
  EXPECT_EQ(report.failed, 1);
  EXPECT_NE(report.text.find("then lamp.lit {\"by\":\"Ana\",\"hours\":2}"), std::string::npos) << report.text;
}

TEST(Story, fails_on_events_and_commands_that_do_not_exist) {
  EXPECT_EQ(tell("# No such command.\nwhen lamps.break\nnothing\n").failed, 1);
  EXPECT_EQ(tell("# No such event.\ngiven lamp.broken {}\n").failed, 1);
  EXPECT_EQ(tell("# Another value.\nwhen lamps.create {\"by\":\"Ana\"}\nthen lamp.lit {\"hours\":4}\n").failed, 1);
}

}  // namespace vs::story
