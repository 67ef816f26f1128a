#include "ledger/postgres/postgres_neighbours.h"

#include <algorithm>
#include <charconv>

#include "ledger/postgres/schema.h"

namespace vs::ledger::postgres {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto look_every = std::chrono::seconds(1);

}  // namespace

std::string grew(const std::string& workspace, std::uint64_t size) {
  return std::to_string(size) + ' ' + workspace;
}

PostgresNeighbours::PostgresNeighbours(const std::string& url)
    : db_(url, setup_for("vouchsafe") + "; LISTEN vouchsafe") {}

void PostgresNeighbours::introduce(const std::string& version) {
  db_.set_up_with("SET application_name = 'vouchsafe " + version + "'");
}

Neighbours::News PostgresNeighbours::wait(std::chrono::milliseconds most) {
  News news;
  for (const auto& notice : db_.notices(int(most.count()))) {
    const auto& words = notice.words;
    if (words == tables_changed) news.tables = true;
    const auto space = words.find(' ');
    std::uint64_t size = 0;
    if (space == std::string::npos || std::from_chars(words.data(), words.data() + space, size).ec != std::errc{})
      continue;
    auto& known = news.sizes[words.substr(space + 1)];
    known = std::max(known, size);
  }
  if (Clock::now() - looked_ >= look_every) look(news);
  return news;
}

// What was said while we did not listen; and the proof that the database still answers.
void PostgresNeighbours::look(News& news) {
  const auto heads = db_.run("SELECT ws, size FROM head");
  for (int i = 0; i < heads.count(); ++i) news.sizes[heads.text(i, 0)] = std::uint64_t(heads.integer(i, 1));
  news.tables = true;
  looked_ = Clock::now();
}

bool PostgresNeighbours::lead() {
  if (leading_as_ != 0 && leading_as_ == db_.pid()) return true;
  leading_as_ = 0;
  const auto got = db_.run("SELECT CASE WHEN pg_try_advisory_lock(7310860) THEN 1::bigint ELSE 0::bigint END");
  if (got.integer(0, 0) != 0) leading_as_ = db_.pid();
  return leading_as_ != 0;
}

}  // namespace vs::ledger::postgres
