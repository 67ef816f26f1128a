// Durable commands a second through the engine (every check, role, event and proof), beside what group commit of
// bare rows of the same sizes reaches in the same database with the same batches.
#include "bench/bench.h"
#include "bench/measure.h"
#include "bench/stage.h"
#include "ledger/sqlite/db.h"

namespace vs::bench {
namespace {

// What a ledger holds at some moment.
struct Weight {
  std::uint64_t events = 0, event_bytes = 0, vault = 0, vault_bytes = 0, batches = 0;
};

Weight weigh(Stage& stage) {
  Weight w;
  auto& store = stage.house().store();
  store.each_event("main", 0, [&](ledger::StoredEvent&& e) { ++w.events, w.event_bytes += e.bytes.size(); });
  store.each_vault_row("main", [&](ledger::VaultRow&& v) { ++w.vault, w.vault_bytes += v.sealed.size(); });
  w.batches = stage.engine().workspace("main")->batch;
  return w;
}

Weight operator-(const Weight& a, const Weight& b) {
  return {a.events - b.events, a.event_bytes - b.event_bytes, a.vault - b.vault, a.vault_bytes - b.vault_bytes,
          a.batches - b.batches};
}

// Transactions of `commands` commands each, every command as its mean number of rows of mean size; commands a second.
double bare_rows(const Weight& w, std::size_t commands, double per_batch, double seconds) {
  const TempFolder folder;
  ledger::sqlite::Db db(folder.path / "bare.db");
  db.run("CREATE TABLE row(n INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
  ledger::sqlite::Statement insert(db, "INSERT INTO row(bytes) VALUES(?)");
  const std::string event(w.event_bytes / std::max<std::uint64_t>(1, w.events), 'e');
  const std::string sealed(w.vault_bytes / std::max<std::uint64_t>(1, w.vault), 's');
  const double events = double(w.events) / double(commands) * per_batch;
  const double words = double(w.vault) / double(commands) * per_batch;
  const auto from = Clock::now();
  std::size_t batches = 0;
  for (; seconds_since(from) < seconds; ++batches) {
    db.run("BEGIN IMMEDIATE");
    for (int i = 0; i < int(events + 0.5); ++i) insert.bind(event).done();
    for (int i = 0; i < int(words + 0.5); ++i) insert.bind(sealed).done();
    db.run("COMMIT");
  }
  return double(batches) * per_batch / seconds_since(from);
}

// One way of giving commands, measured beside its limit.
json::Object measured(Stage& stage, std::size_t in_flight, double seconds,
                      const std::function<std::optional<engine::Submission>()>& more, Flight& flight) {
  const auto before = weigh(stage);
  flight = fly(stage.engine(), in_flight, more);
  const auto grown = weigh(stage) - before;
  const auto done = std::max<std::size_t>(1, flight.accepted);
  const double per_second = double(flight.accepted) / flight.seconds;
  const double per_batch = double(done) / double(std::max<std::uint64_t>(1, grown.batches));
  const double limit = bare_rows(grown, done, per_batch, seconds / 2);
  auto out = figure(per_second, flight.times);
  out["in_flight"] = in_flight;
  out["accepted"] = flight.accepted;
  out["refused"] = flight.refused;
  if (flight.refused) out["first_refusal"] = flight.first_refusal;
  out["events_per_command"] = rounded(double(grown.events) / double(done));
  out["bytes_per_command"] = rounded(double(grown.event_bytes + grown.vault_bytes) / double(done));
  out["commands_per_batch"] = rounded(per_batch);
  out["limit_per_second"] = rounded(limit);
  out["ratio_to_fsync_limit"] = rounded(per_second / limit);
  return out;
}

// Yields submissions until the time is over.
std::function<std::optional<engine::Submission>()> timed(double seconds,
                                                         std::function<std::optional<engine::Submission>()> next) {
  return [from = Clock::now(), seconds, next = std::move(next)]() -> std::optional<engine::Submission> {
    if (seconds_since(from) >= seconds) return {};
    return next();
  };
}

}  // namespace

std::string commands(const Options& options) {
  const TempFolder folder;
  Stage stage(folder.path);
  stage.settle(options.size ? options.size : 10'000);
  const Date today = app::system_now().date();
  std::size_t n = 0;
  const auto log = [&]() -> std::optional<engine::Submission> {
    return stage.command("requester", "requests", "", "", request_body(n++, today));
  };
  json::Object out{{"bench", "commands"}};
  Flight few, many, completed, cleared;
  fly(stage.engine(), 16, timed(options.seconds / 4, log));  // warm
  out["log_16"] = measured(stage, 16, options.seconds, timed(options.seconds, log), few);
  out["log_64"] = measured(stage, 64, options.seconds, timed(options.seconds, log), many);

  auto ids = few.ids;
  const auto each = [&](const char* role, const char* action, json::Object body) {
    return [&stage, role, action, body, left = ids]() mutable -> std::optional<engine::Submission> {
      if (left.empty()) return {};
      auto s = stage.command(role, "requests", action, left.back(), body);
      left.pop_back();
      return s;
    };
  };
  ids.resize(std::min<std::size_t>(ids.size(), 8'000));
  out["complete_16"] = measured(stage, 16, options.seconds, each("program_owner", "complete", {}), completed);
  out["clear_16"] = measured(
      stage, 16, options.seconds,
      each("legal_reviewer", "clear", {{"aspect", "legal"}, {"outcome", "clear"}, {"reason", "Nothing against it"}}),
      cleared);
  return text_of(out);
}

}  // namespace vs::bench
