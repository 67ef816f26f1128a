// The program as its next version, for tests of upgrades: the very objects of this one, linked with one more kind of
// event, a command and a query for it, two more steps of the tables in PostgreSQL, and another number.
#include "app/modules.h"
#include "app/version.h"
#include "kernel/event_ops.h"
#include "kernel/ids.h"
#include "ledger/postgres/schema.h"

namespace vs::app {

const char* const version = "0.2.0";

}  // namespace vs::app

namespace vs::next {

struct State {
  std::vector<std::string> notices;
};
struct NoticePosted {
  static constexpr std::string_view type = "notice.posted";
  using Of = State;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(NoticePosted, (), (text))
struct Post {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Post, (), (text))
struct Board {
  std::vector<std::string> notices;
};
BOOST_DESCRIBE_STRUCT(Board, (), (notices))

void on(State& state, const NoticePosted& event, const Meta&) {
  state.notices.push_back(event.text);
}

Result<Decision> post(const State&, const Post& command, const Context& context) {
  return Decision{{NoticePosted{command.text}}, make_id("ntc", context.seed, 0)};
}

Result<Board> board(const State& state, const Ask&) {
  return Board{state.notices};
}

Module module() {
  Module notices = std::move(Feature("notices")
                                 .events<NoticePosted>()
                                 .creates("notices", "Post", &post)
                                 .answers("accounts.list", "notices", "All notices", &board));
  notices.commands.front().name = "accounts.create";  // the policy table is this version's
  return notices;
}

}  // namespace vs::next

// The linker sends everybody who asks for these two here (`--wrap`), and us to the ones of this version.
namespace vs {

std::vector<Module> modules_now() __asm__("__real__ZN2vs7modulesEv");
std::vector<Module> modules_next() __asm__("__wrap__ZN2vs7modulesEv");
std::vector<Module> modules_next() {
  auto all = modules_now();
  all.push_back(next::module());
  return all;
}

namespace ledger::postgres {

std::vector<std::string> steps_now() __asm__("__real__ZN2vs6ledger8postgres12ledger_stepsB5cxx11Ev");
std::vector<std::string> steps_next() __asm__("__wrap__ZN2vs6ledger8postgres12ledger_stepsB5cxx11Ev");
std::vector<std::string> steps_next() {
  auto all = steps_now();
  all.emplace_back("CREATE TABLE IF NOT EXISTS notice_seen(ws BYTEA NOT NULL, id BYTEA NOT NULL, PRIMARY KEY(ws, id))");
  all.emplace_back("ALTER TABLE link ADD COLUMN IF NOT EXISTS opened BIGINT NOT NULL DEFAULT 0");
  return all;
}

}  // namespace ledger::postgres
}  // namespace vs
