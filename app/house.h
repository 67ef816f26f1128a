// The opened data folder: store, keys, registry and engine, wired together once.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/folder_lock.h"
#include "engine/engine.h"

namespace vs::app {

struct HouseOptions {
  std::filesystem::path data;
  std::filesystem::path kek_file;  ///< empty: `data/keys/kek`
  bool start = true;               ///< false: open the stores only
  std::string db = {};             ///< address of a PostgreSQL that nodes share; empty: SQLite in the data folder
  std::string keys_db = {};        ///< and of its keys; empty: a schema of their own in `db`
  /// Called when the stores are open and nothing was read yet.
  std::function<void(ledger::Store&, ledger::Keys&)> before_reading = {};

  /// Whether there is something to open that was not made just now.
  bool exists() const;
};

/// For verbs of the command line: the folder as given, databases as the environment names them.
HouseOptions options_for(const std::filesystem::path& data, const std::filesystem::path& kek_file, bool start = true);

class House {
 public:
  /// Opens or creates the folder, refusing a second process on it; replays and verifies everything.
  /// Throws ledger::NewerVersion, another ledger::StoreFailure, or UnreadableEvent.
  explicit House(const HouseOptions&);
  ~House();

  ledger::Store& store() { return *store_; }
  ledger::Keys& keys() { return *keys_; }
  engine::Engine& engine() { return *engine_; }
  const engine::Registry& registry() const { return registry_; }
  /// Verifies and folds a whole ledger, for whoever does not serve. Throws like the start of a house.
  void read_back(engine::Workspace&);
  /// The newest version of the program that was ever here, when it is newer than this one.
  std::optional<std::string> newer_version();

  /// A new workspace whose first event makes this person its administrator.
  /// `at` dates it back, for a workspace that begins with history.
  void found_workspace(const std::string& id, const std::string& name, const std::string& person,
                       const std::string& person_name, const std::string& email, const std::set<std::string>& roles,
                       std::optional<Instant> at = {});

 private:
  void start();
  [[noreturn]] void unreadable(const UnreadableEvent&);
  FolderLock lock_;  ///< goes last, and also when opening fails
  std::unique_ptr<ledger::Store> store_;
  std::unique_ptr<ledger::Keys> keys_;
  engine::Registry registry_;
  std::unique_ptr<engine::Engine> engine_;
};

/// The wall clock; the only place that reads it for commands and questions.
Instant system_now();
/// Roles of an actor and the policy table, as the engine wants them.
engine::Policy policy_of_the_house();

}  // namespace vs::app
