#include "app/house.h"

#include <fmt/format.h>
#include <sodium.h>

#include <chrono>
#include <cstdlib>

#include "app/modules.h"
#include "app/policy.h"
#include "app/reseal.h"
#include "app/settings.h"
#include "app/version.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "ledger/postgres/postgres_keys.h"
#include "ledger/postgres/postgres_store.h"
#include "ledger/sqlite/sqlite_keys.h"
#include "ledger/sqlite/sqlite_store.h"

namespace vs::app {
namespace fs = std::filesystem;

Instant system_now() {
  return {std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
              .count()};
}

engine::Policy policy_of_the_house() {
  return {[](const World& world, const Actor& actor) -> std::set<std::string> {
            if (actor.kind == ActorKind::contact) {
              const auto* contact = directory::contact(world.get<directory::State>(), actor.id);
              return contact && !contact->left ? std::set<std::string>{"customer"} : std::set<std::string>{};
            }
            const auto* person = people::find(world.get<people::State>(), actor.person());
            return person && person->active ? person->roles : std::set<std::string>{};
          },
          [](std::string_view name, const std::set<std::string>& roles) { return policy::allows(name, roles); }};
}

bool HouseOptions::exists() const {
  return !db.empty() || fs::exists(data / "vouchsafe.db");
}

HouseOptions options_for(const fs::path& data, const fs::path& kek_file, bool start) {
  const auto from = read_settings({}, "", [](const char* name) { return std::getenv(name); }).settings;
  return {data, kek_file, start, from.db, from.keys_db};
}

House::House(const HouseOptions& options) : lock_(options.data), registry_(modules()) {
  // libsodium's own generator in this process: a system call for every nonce costs more than the nonce.
  randombytes_set_implementation(&randombytes_internal_implementation);
  if (sodium_init() < 0) throw ledger::StoreFailure("the cryptographic library does not start");
  const bool shared = !options.db.empty();
  const auto keys = options.data / "keys";
  store_ = shared ? ledger::postgres::open_store(options.db) : ledger::sqlite::open_store(options.data);
  keys_ = std::make_unique<ledger::Keys>(
      shared ? ledger::postgres::open_keys(options.keys_db.empty() ? options.db : options.keys_db)
             : ledger::sqlite::open_keys(keys),
      options.kek_file.empty() ? keys / "kek" : options.kek_file);
  settle_moves(*store_, *keys_);
  if (options.before_reading) options.before_reading(*store_, *keys_);
  engine_ = std::make_unique<engine::Engine>(*store_, *keys_, registry_, policy_of_the_house(), &system_now);
  if (options.start) start();
}

void House::start() {
  store_->introduce(version);
  try {
    engine_->start();
  } catch (const UnreadableEvent& error) {
    unreadable(error);
  }
}

void House::read_back(engine::Workspace& workspace) {
  try {
    engine::replay(*store_, *keys_, registry_, workspace);
  } catch (const UnreadableEvent& error) {
    unreadable(error);
  }
}

// What cannot be read is damage, unless somebody was here who could.
void House::unreadable(const UnreadableEvent& error) {
  const auto needed = newer_version();
  if (!needed) throw error;
  throw ledger::NewerVersion(
      fmt::format("this ledger needs version {} or a newer one; this is {} ({})", *needed, version, error.what()));
}

std::optional<std::string> House::newer_version() {
  std::optional<std::string> newest;
  for (auto& known : store_->versions())
    if (newer(known, newest ? *newest : std::string(version))) newest = std::move(known);
  return newest;
}

House::~House() = default;

void House::found_workspace(const std::string& id, const std::string& name, const std::string& person,
                            const std::string& person_name, const std::string& email,
                            const std::set<std::string>& roles, std::optional<Instant> at) {
  if (!engine_->workspace(id)) engine_->add_workspace({id, name});
  engine_->append(
      id, {ActorKind::watcher, "setup", ""},
      [&](const World& world, const Context&) {
        if (people::find(world.get<people::State>(), person)) return Events{};
        return Events{people::Joined{person, Personal::of(person, person_name), Personal::of(person, email), roles}};
      },
      at);
}

}  // namespace vs::app
