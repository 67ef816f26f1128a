#include "bench/stage.h"

#include <cstdlib>

#include "bench/town.h"
#include "features/people/people.h"

namespace vs::bench {
namespace {

std::string new_folder() {
  std::string name = std::filesystem::temp_directory_path() / "vouchsafe-bench-XXXXXX";
  if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder can be made");
  return name;
}

}  // namespace

TempFolder::TempFolder() : path(new_folder()) {}
TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

Stage::Stage(const std::filesystem::path& data)
    : house_(std::make_unique<app::House>(app::HouseOptions{data, {}, true})) {
  house_->found_workspace("main", "Measured", "per_administrator", "administrator", "a@example.test",
                          {"administrator"});
  engine().append("main", {ActorKind::watcher, "setup", ""}, [](const World&, const Context&) {
    Events out;
    for (const auto& role : people::all_roles())
      if (role != "administrator")
        out.push_back(people::Joined{"per_" + role, Personal::of("per_" + role, role), {}, {role}});
    return out;
  });
  must(command("administrator", "setup", "defaults", "", json::Object{}));
  engine().tick();  // the delivered procedure is adopted
}

void Stage::happen(std::size_t n, std::size_t chunk, const std::function<Events(std::size_t)>& make) {
  for (std::size_t from = 0; from < n; from += chunk)
    engine().append("main", {ActorKind::watcher, "history", ""}, [&](const World&, const Context&) {
      Events out;
      for (std::size_t i = from; i < std::min(n, from + chunk); ++i) append(out, make(i));
      return out;
    });
}

void Stage::settle(std::size_t n) {
  const Date today = app::system_now().date();
  happen(n, 500, [today](std::size_t i) { return history_of(i, today); });
}

engine::Submission Stage::command(const std::string& role, const std::string& collection, const std::string& action,
                                  const std::string& target, json::Value body) {
  engine::Submission s;
  s.workspace = "main";
  s.command = house_->registry().command(collection, action, !target.empty());
  s.actor = {ActorKind::person, "per_" + role, ""};
  s.target = target;
  s.body = std::move(body);
  return s;
}

engine::Outcome Stage::must(engine::Submission s) {
  auto outcome = engine().execute(std::move(s));
  if (!outcome.answer) throw std::runtime_error("refused: " + outcome.answer.error().reasons.front().message);
  return outcome;
}

Flight fly(engine::Engine& engine, std::size_t in_flight,
           const std::function<std::optional<engine::Submission>()>& more) {
  Flight flight;
  std::mutex lock;
  std::condition_variable landed;
  std::size_t aloft = 0;
  std::function<void()> start = [&] {  // under the lock
    auto next = more();
    if (!next) return;
    ++aloft;
    next->done = [&, from = Clock::now()](engine::Outcome&& outcome) {
      std::lock_guard guard(lock);
      --aloft;
      flight.times.add(from);
      if (outcome.answer) ++flight.accepted, flight.ids.push_back(std::move(outcome.id));
      else if (++flight.refused == 1) flight.first_refusal = outcome.answer.error().reasons.front().message;
      start();
      if (!aloft) landed.notify_all();
    };
    engine.submit(std::move(*next));
  };
  const auto from = Clock::now();
  std::unique_lock guard(lock);
  for (std::size_t i = 0; i < in_flight; ++i) start();
  landed.wait(guard, [&] { return aloft == 0; });
  flight.seconds = seconds_since(from);
  return flight;
}

json::Object request_body(std::size_t n, Date today) {
  const auto co = company(n);
  return {{"purpose", "Win the deal"},
          {"use_case", "They want to hear how the roll-out in two countries at once was organised"},
          {"use_type", "reference_call"},
          {"channel", "sales"},
          {"deadline", today.plus_days(20 + int(n * 7 % 90)).vj_str()},
          {"language", "en"},
          {"prospect", json::Object{{"name", "Prospect " + std::to_string(n)},
                                    {"industry", industry_word(co.industry)},
                                    {"region", region_word(co.region)},
                                    {"product", product_word(int(n % products))},
                                    {"size", co.employees}}}};
}

}  // namespace vs::bench
