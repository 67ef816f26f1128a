#include "app/transfer.h"

#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "app/house.h"
#include "app/second_factor.h"
#include "app/settings.h"
#include "app/signing_keys.h"
#include "features/people/people.h"
#include "ledger/link_tables.h"
#include "ledger/sqlite/sqlite_store.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t events_at_once = 1'000;

// Two stores and the workspace that goes from one to the other.
struct Move {
  ledger::Store &from, &to;
  std::string workspace;
};

// Events in their order, each verified, and the tree that grows with them. A part that is there already stays.
ledger::Frontier copy_events(const Move& m) {
  const auto [there, root] = m.to.head(m.workspace);
  ledger::Frontier tree;
  ledger::Append part;
  const auto write = [&] {
    part.workspace = m.workspace, part.size = tree.size(), part.root = tree.root();
    m.to.commit({part});
    part = {};
  };
  m.from.each_event(m.workspace, 0, [&](ledger::StoredEvent&& e) {
    if (e.sequence != tree.size() + 1 || ledger::leaf_hash(e.nonce, e.bytes) != e.leaf)
      throw ledger::StoreFailure("event " + std::to_string(tree.size() + 1) + " of the workspace is damaged");
    tree.append(e.leaf);
    if (tree.size() == there && tree.root() != root)
      throw ledger::StoreFailure("another ledger stands here under the same name");
    if (tree.size() <= there) return;
    part.events.push_back(std::move(e));
    if (part.events.size() == events_at_once) write();
  });
  if (!part.events.empty()) write();
  const auto [size, wanted] = m.from.head(m.workspace);
  if (size != tree.size() || wanted != tree.root()) throw ledger::StoreFailure("the ledger is cut short");
  return tree;
}

// Words and first answers belong to events, and come before them: whoever sees an event finds its words.
void copy_words(const Move& m) {
  ledger::Append part;
  part.workspace = m.workspace;
  const auto write = [&](std::size_t least) {
    if (part.vault.size() + part.answers.size() < least) return;
    m.to.commit({part});
    part.vault.clear(), part.answers.clear();
  };
  m.from.each_vault_row(m.workspace, [&](ledger::VaultRow&& row) {
    if (!m.to.vault_row(m.workspace, row.ref)) part.vault.push_back(std::move(row));
    write(events_at_once);
  });
  // What the first answers said stays behind, as in backups: that a command was carried out is enough.
  m.from.each_answer(m.workspace, [&](ledger::CommandAnswer&& answer) {
    answer.body = "{}";
    if (!m.to.answer(m.workspace, answer.key)) part.answers.push_back(std::move(answer));
    write(events_at_once);
  });
  write(1);
}

void copy_tables(const Move& m) {
  for (const auto& digest : m.from.blobs(m.workspace))
    if (auto blob = m.from.blob(m.workspace, digest)) m.to.put_blob(m.workspace, *blob);
  for (const auto& link : m.from.links().links_of(m.workspace))
    if (!m.to.links().link(link.digest)) m.to.links().put_link(link);
  for (const auto& token : m.from.tokens())
    if (token.workspace == m.workspace) m.to.put_token(token);
  if (auto note = m.from.checkpoint(m.workspace)) m.to.put_checkpoint(m.workspace, m.to.head(m.workspace).first, *note);
}

// How people sign in, with their second factor and their saved views. Who has a login here keeps it.
std::vector<std::string> copy_logins(const Move& m, const std::vector<std::string>& people) {
  std::vector<std::string> copied;
  for (const auto& id : people) {
    const auto login = m.from.user(id);
    if (!login || m.to.user(id)) continue;
    if (m.to.user_by_email(login->email)) {
      std::fprintf(stderr, "somebody else signs in here with the address of %s: their login was left out\n",
                   id.c_str());
      continue;
    }
    m.to.put_user(*login);
    for (const auto& [key, value] : m.from.settings(id)) m.to.put_setting(id, key, value);
    copied.push_back(id);
  }
  return copied;
}

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

std::vector<std::string> people_of(House& house, const ledger::WorkspaceRow& row) {
  engine::Workspace ws(row, house.registry());
  engine::replay(house.store(), house.keys(), house.registry(), ws);
  std::vector<std::string> ids;
  for (const auto& [id, person] : ws.world.get<people::State>().people) ids.push_back(id);
  return ids;
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
  const auto people = people_of(house, *row);
  copy_logins(move, people);
  if (!o.keys.empty()) {
    fs::create_directories(o.keys);
    fs::permissions(o.keys, fs::perms::owner_all);
    ledger::Keys keys(o.keys, o.keys / "kek");
    copy_keys(move, house.keys(), keys, people);
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
  const auto container = ledger::sqlite::open_store(o.container);
  const auto rows = container->workspaces();
  if (rows.size() != 1) throw ledger::StoreFailure("the folder is no whole export: it must hold one workspace");
  House house(options_for(o.data, o.key_file, false));
  if (workspace_in(house.store(), rows[0].id)) throw ledger::StoreFailure("this workspace is here already");
  const Move move{*container, house.store(), rows[0].id};
  if (!o.keys.empty()) {
    const ledger::Keys keys(o.keys, o.keys / "kek");
    copy_keys(move, keys, house.keys(), {});
  }
  copy_words(move);
  const auto tree = copy_events(move);
  copy_tables(move);
  const auto people = copy_logins(move, people_of(house, rows[0]));
  if (!o.keys.empty()) copy_keys(move, ledger::Keys(o.keys, o.keys / "kek"), house.keys(), people);
  house.store().add_workspace(rows[0]);  // last: until now nobody sees it
  if (!o.keys.empty()) take_over_signing(house, rows[0].id, o.keys / "signing.key", signing_file_of(o.data));
  carried("imported", rows[0].id, tree);
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
