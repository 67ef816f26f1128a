// The tables in PostgreSQL grow by steps that only add; a program goes on with tables that a newer one widened, and
// says no to those that a newer one took something away from.
// MISSION: REC-01
// QUALITY: R-PG
#include <gtest/gtest.h>
#include <sodium.h>

#include <chrono>
#include <regex>
#include <thread>

#include "ledger/neighbours.h"
#include "ledger/postgres/postgres_store.h"
#include "ledger/postgres/schema.h"
#include "ledger/private_postgres.h"

namespace vs::ledger::postgres {
namespace {

std::string script(const std::string& url, const std::string& sql) {
  Connection db(url, setup_for("vouchsafe"));
  db.script(sql);
  const auto rows = db.run("SELECT version FROM schema_version");
  return std::to_string(rows.integer(0, 0));
}

TEST(PostgresSchema, every_step_only_adds) {
  const std::string column = R"(ADD COLUMN IF NOT EXISTS \w+ \w+( NOT NULL DEFAULT \S+)?)";
  const std::string samples = R"(ALTER COLUMN (\w+) TYPE BYTEA, ALTER COLUMN \w+ SET STATISTICS 0)";
  const std::regex adds("\\s*(CREATE (TABLE|INDEX) IF NOT EXISTS .*|ALTER TABLE \\w+ (" + column + "|" + samples +
                        "))\\s*");
  const std::regex ends(";");
  for (const auto& steps : {ledger_steps(), key_steps()})
    for (const auto& step : steps) {
      const auto plain = std::regex_replace(step, std::regex("\n"), " ");
      for (std::sregex_token_iterator at(plain.begin(), plain.end(), ends, -1), end; at != end; ++at)
        EXPECT_TRUE(std::regex_match(at->str(), adds) || std::regex_match(at->str(), std::regex("\\s*"))) << at->str();
    }
}

TEST(PostgresSchema, tables_of_an_earlier_version_are_widened_and_keep_what_they_hold) {
  const auto url = PrivatePostgres::get().fresh();
  open_store(url)->add_workspace({"w", "W"});
  // As the first version left them.
  script(url,
         "DROP TABLE program; ALTER TABLE schema_version DROP COLUMN least; UPDATE schema_version SET version = 1");
  const auto store = open_store(url);
  store->introduce("0.1.0");
  EXPECT_EQ(store->versions(), std::vector<std::string>{"0.1.0"});
  EXPECT_EQ(store->workspaces().size(), 1u);
  EXPECT_EQ(script(url, "SELECT 1"), std::to_string(ledger_steps().size()));
}

// MISSION: REC-04
TEST(PostgresSchema, samples_that_the_planner_took_before_go_with_the_step) {
  const auto url = PrivatePostgres::get().fresh();
  for (int n = 0; n < 50; ++n) open_store(url)->put_setting("per_1", std::to_string(n), "words " + std::to_string(n));
  const auto samples = [&] {
    Connection db(url, setup_for("vouchsafe"));
    return db.run("SELECT count(*) FROM pg_stats WHERE tablename = 'setting' AND attname = 'value'").integer(0, 0);
  };
  script(url,
         "ALTER TABLE setting ALTER COLUMN value SET STATISTICS -1; ANALYZE setting;"
         "UPDATE schema_version SET version = 2");
  EXPECT_EQ(samples(), 1);
  open_store(url);
  EXPECT_EQ(samples(), 0);
}

TEST(PostgresSchema, tables_that_a_newer_version_widened_serve_an_older_one) {
  const auto url = PrivatePostgres::get().fresh();
  open_store(url)->add_workspace({"w", "W"});
  script(url,
         "ALTER TABLE workspace ADD COLUMN colour BIGINT NOT NULL DEFAULT 0; UPDATE schema_version SET version = 99");
  const auto store = open_store(url);
  store->add_workspace({"v", "V"});
  EXPECT_EQ(store->workspaces().size(), 2u);
  EXPECT_EQ(script(url, "SELECT 1"), "99") << "an older program took the newer one's step back";
}

TEST(PostgresSchema, tables_that_a_newer_version_took_something_from_are_refused_in_plain_words) {
  const auto url = PrivatePostgres::get().fresh();
  open_store(url);
  script(url, "UPDATE schema_version SET version = 99, least = 98");
  try {
    open_store(url);
    FAIL() << "it was opened";
  } catch (const NewerVersion& error) {
    const std::string said = error.what();
    EXPECT_NE(said.find("a newer version of vouchsafe changed the tables"), std::string::npos) << said;
    EXPECT_NE(said.find("98 or more; this one knows " + std::to_string(ledger_steps().size())), std::string::npos)
        << said;
  }
}

TEST(PostgresSchema, the_database_shows_which_nodes_live_and_of_which_version) {
  const auto url = PrivatePostgres::get().fresh();
  const auto shown = [&] {
    Connection db(url, setup_for("vouchsafe"));
    return db.run("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'vouchsafe 0.3.0'").integer(0, 0);
  };
  const auto store = open_store(url);
  store->introduce("0.3.0");
  store->neighbours()->lead();
  EXPECT_EQ(shown(), 1);
  store->neighbours()->leave();
  for (int tries = 0; shown() != 0 && tries < 2'000; ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ(shown(), 0);
}

}  // namespace
}  // namespace vs::ledger::postgres
