// The story runner itself, on a feature of two events.
#include "tests/story.h"

#include <gtest/gtest.h>

namespace vs::story {

struct State {
  bool lit = false;
};

struct Lit {
  static constexpr std::string_view type = "lamp.lit";
  using Of = State;
  Personal by;
  int hours = 0;
};
BOOST_DESCRIBE_STRUCT(Lit, (), (by, hours))
void on(State& state, const Lit&, const Meta&) {
  state.lit = true;
}

struct Light {
  std::string by;
};
BOOST_DESCRIBE_STRUCT(Light, (), (by))

Result<Decision> light(const State& state, const Light& command, const Context& context) {
  if (command.by.empty()) return refuse(RefusalKind::rule, "lamp.by_nobody", "Somebody lights a lamp.");
  if (state.lit) return Decision{};
  return Decision{{Lit{Personal::of("per_1", command.by), 3}}, context.id("lam")};
}

Report tell(const std::string& text) {
  Module lamps = std::move(Feature("lamp").events<Lit>().creates("lamps", "Light", &light));
  const engine::Registry registry({std::move(lamps)});
  return tell(registry, text);
}

TEST(Story, passes_when_the_program_answers_as_told) {
  const auto report = tell(
      "# A lamp is lit once.\nwhen lamps.create {\"by\":\"Ana\"}\nthen lamp.lit {\"by\":\"Ana\"}\n"
      "when lamps.create {\"by\":\"Ana\"}\nnothing\n"
      "# Words about people are written plainly.\ngiven lamp.lit {\"by\":\"Bo\",\"hours\":1}\n"
      "when lamps.create {\"by\":\"Ana\"}\nnothing\n"
      "# Nobody lights nothing.\nwhen lamps.create {\"by\":\"\"}\nrefused lamp.by_nobody\n");
  EXPECT_EQ(report.passed, 3);
  EXPECT_EQ(report.failed, 0) << report.complaints.front();
}

TEST(Story, fails_and_rewrites_when_the_program_answers_otherwise) {
  const auto report = tell("# A lamp is lit.\nwhen lamps.create {\"by\":\"Ana\"}\nnothing\n");
  EXPECT_EQ(report.failed, 1);
  EXPECT_NE(report.text.find("then lamp.lit {\"by\":\"Ana\",\"hours\":3}"), std::string::npos) << report.text;
}

TEST(Story, fails_on_events_and_commands_that_do_not_exist) {
  EXPECT_EQ(tell("# No such command.\nwhen lamps.break\nnothing\n").failed, 1);
  EXPECT_EQ(tell("# No such event.\ngiven lamp.broken {}\n").failed, 1);
  EXPECT_EQ(tell("# Another value.\nwhen lamps.create {\"by\":\"Ana\"}\nthen lamp.lit {\"hours\":4}\n").failed, 1);
}

}  // namespace vs::story
