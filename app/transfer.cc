#include "app/transfer.h"

#include <cstdio>
#include <cstdlib>

#include "app/carry.h"
#include "app/house.h"
#include "app/second_factor.h"
#include "app/settings.h"
#include "app/signing_keys.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "ledger/sqlite/foreign.h"
#include "ledger/sqlite/sqlite_store.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;
using ledger::sqlite::Holds;

void copy_keys(const Move& m, const ledger::Keys& from, ledger::Keys& to, const std::vector<std::string>& people) {
  for (const auto& [owner, key] : from.all_of(m.workspace)) to.adopt(m.workspace, owner, key);
  for (const auto& id : people)
    if (const auto* key = from.find(second_factor_shelf, id)) to.adopt(second_factor_shelf, id, *key);
  to.flush();
}

fs::path signing_file_of(const fs::path& data) {
  const auto from = read_settings({}, "", [](const char* name) { return std::getenv(name); }).settings;
  return signing_key_file(data, from.signing_key_file);
}

// A house that never signed goes on with the key that came; another one's key is named by the one before.
void take_over_signing(House& house, const std::string& workspace, const fs::path& came, const fs::path& ours) {
  if (!fs::exists(came)) return;
  const auto old = ledger::SigningKey::read(came);
  if (!fs::exists(ours)) return old.write(ours);
  const auto fresh = ledger::SigningKey::read(ours);
  if (fresh.public_key() == old.public_key()) return;
  house.engine().start();
  hand_over(house, *house.engine().workspace(workspace), old, fresh);
  house.engine().stop();
}

// Colleagues and customers of a workspace, by their ids.
struct Everybody {
  std::vector<std::string> people, contacts;
};

// Reads every event of the workspace, wherever it lies.
Everybody everybody_of(House& house, ledger::Store& store, const ledger::WorkspaceRow& row) {
  engine::Workspace ws(row, house.registry());
  engine::replay(store, house.keys(), house.registry(), ws);
  Everybody out;
  for (const auto& [id, person] : ws.world.get<people::State>().people) out.people.push_back(id);
  for (const auto& [id, contact] : ws.world.get<directory::State>().contacts) out.contacts.push_back(id);
  return out;
}

// Those who belong to no other workspace here: nobody's login may come with a workspace that only claims them.
std::vector<std::string> only_there(House& house, std::vector<std::string> people) {
  for (const auto& row : house.store().workspaces())
    for (const auto& id : everybody_of(house, house.store(), row).people)
      if (std::erase(people, id) && !house.store().user(id))
        std::fprintf(stderr, "%s belongs to a workspace here: their login was left out\n", id.c_str());
  return people;
}

// What came from elsewhere, before anything of it is read.
void admit_all(const TransferOptions& o) {
  ledger::sqlite::admit(o.container / "vouchsafe.db", Holds::ledger);
  if (fs::exists(o.container / "links.db")) throw ledger::StoreFailure("the folder is no export but a data folder");
  if (!o.keys.empty()) ledger::sqlite::admit(o.keys / "keys.db", Holds::keys);
}

std::optional<ledger::WorkspaceRow> workspace_in(ledger::Store& store, const std::string& id) {
  for (auto& row : store.workspaces())
    if (row.id == id) return row;
  return {};
}

void carried(const char* how, const std::string& workspace, const ledger::Frontier& tree) {
  std::printf("%s %s: %llu events, root %s\n", how, workspace.c_str(), static_cast<unsigned long long>(tree.size()),
              ledger::hex(tree.root()).c_str());
}

}  // namespace

int export_workspace(const TransferOptions& o) {
  if (fs::exists(o.container / "vouchsafe.db")) {
    std::fprintf(stderr, "there is a ledger in %s already; name a new folder\n", o.container.c_str());
    return 2;
  }
  House house(options_for(o.data, o.key_file, false));
  const auto row = workspace_in(house.store(), o.workspace);
  if (!row) {
    std::fprintf(stderr, "there is no workspace %s here\n", o.workspace.c_str());
    return 2;
  }
  fs::create_directories(o.container);
  fs::permissions(o.container, fs::perms::owner_all);
  const auto container = ledger::sqlite::open_store(o.container);
  const Move move{house.store(), *container, o.workspace};
  copy_words(move);
  const auto tree = copy_events(move);
  copy_tables(move);
  const auto all = everybody_of(house, house.store(), *row);
  copy_senders(move, all.contacts);
  copy_logins(move, all.people);
  if (!o.keys.empty()) {
    fs::create_directories(o.keys);
    fs::permissions(o.keys, fs::perms::owner_all);
    ledger::Keys keys(o.keys, o.keys / "kek");
    copy_keys(move, house.keys(), keys, all.people);
    if (const auto signing = signing_file_of(o.data); fs::exists(signing))
      ledger::SigningKey::read(signing).write(o.keys / "signing.key");
  }
  container->add_workspace(*row);
  carried("exported", o.workspace, tree);
  return 0;
}

int import_workspace(const TransferOptions& o) {
  if (!fs::exists(o.container / "vouchsafe.db") || (!o.keys.empty() && !fs::exists(o.keys / "kek"))) {
    std::fprintf(stderr, "the folder holds no exported workspace, or that of the keys no keys\n");
    return 2;
  }
  admit_all(o);
  const auto container = ledger::sqlite::open_store(o.container);
  const auto row = exported_in(*container);
  House house(options_for(o.data, o.key_file, false));
  if (workspace_in(house.store(), row.id)) throw ledger::StoreFailure("this workspace is here already");
  const auto all = everybody_of(house, *container, row);  // first: of what cannot be read nothing is taken
  const Move move{*container, house.store(), row.id};
  if (!o.keys.empty()) {
    const ledger::Keys keys(o.keys, o.keys / "kek");
    copy_keys(move, keys, house.keys(), {});
  }
  copy_words(move);
  const auto tree = copy_events(move);
  copy_tables(move);
  copy_senders(move, all.contacts);
  const auto people = copy_logins(move, only_there(house, all.people));
  if (!o.keys.empty()) copy_keys(move, ledger::Keys(o.keys, o.keys / "kek"), house.keys(), people);
  house.store().add_workspace(row);  // last: until now nobody sees it
  if (!o.keys.empty()) take_over_signing(house, row.id, o.keys / "signing.key", signing_file_of(o.data));
  carried("imported", row.id, tree);
  return 0;
}

TransferCommands::TransferCommands(CLI::App& app)
    : export_(app.add_subcommand("export", "Write a workspace into a folder, to move it elsewhere")),
      import_(app.add_subcommand("import", "Take in a workspace that was exported")) {
  export_->add_option("--workspace", options_.workspace, "its id")->required();
  export_->add_option("folder", options_.container, "a new folder")->required();
  export_->add_option("--keys-to", options_.keys, "folder for the keys that open its words; carry it another way");
  import_->add_option("folder", options_.container, "the folder that export wrote")->required();
  import_->add_option("--keys-from", options_.keys, "folder of the keys; without it words about people stay shut");
  for (auto* verb : {export_, import_}) {
    verb->add_option("--data", options_.data, "data folder")->envname("VOUCHSAFE_DATA")->required();
    verb->add_option("--key-file", options_.key_file, "key-encryption key")->envname("VOUCHSAFE_KEY_FILE");
  }
}

std::optional<int> TransferCommands::run() const {
  if (*export_) return export_workspace(options_);
  if (*import_) return import_workspace(options_);
  return {};
}

}  // namespace vs::app
