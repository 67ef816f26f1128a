// Database files from elsewhere: a whole copy, a segment, a copy of the keys, an exported workspace. What comes is a
// list of changes to a good one, at the places that SQLite reads its way by. It is refused, or tells the same history.
#include <unistd.h>

#include <cstring>
#include <fstream>

#include "app/backup_parts.h"
#include "app/carry.h"
#include "kernel/event.h"
#include "ledger/envelope.h"
#include "ledger/link_tables.h"
#include "ledger/sqlite/foreign.h"
#include "ledger/sqlite/sqlite_keys.h"
#include "ledger/sqlite/sqlite_store.h"
#include "tests/fuzz/fuzz.h"

namespace vs {
namespace {

namespace fs = std::filesystem;
namespace sqlite = ledger::sqlite;
using sqlite::Holds;

constexpr std::size_t page_size = 1024;  // smaller files, and more of them in a second

std::string read(const fs::path& file) {
  std::string out(fs::file_size(file), '\0');
  std::ifstream(file, std::ios::binary).read(out.data(), std::streamsize(out.size()));
  return out;
}
void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// SQLite as anybody else uses it.
void run_as_anybody(const fs::path& file, const char* sql) {
  sqlite3* db = nullptr;
  if (sqlite3_open(file.c_str(), &db) == SQLITE_OK) sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
  sqlite3_close(db);
}

// The bytes of a finished file, in pages as small as ours are here.
std::string packed(const fs::path& file) {
  run_as_anybody(file, "PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM");
  return read(file);
}

// Events, words, answers and a row in every other table.
void append(ledger::Store& store, ledger::Tree& tree, std::uint64_t events) {
  ledger::Append part;
  part.workspace = "main";
  for (const auto until = tree.size() + events; tree.size() < until;) {
    const Meta meta{tree.size() + 1, {1'000'000}, {ActorKind::person, "per_1", ""}, "cmd_1", 0};
    ledger::StoredEvent e{meta.sequence, ledger::encode_envelope("main", meta, "tally.counted", R"({"by":1})"), {}, {}};
    e.nonce[0] = std::uint8_t(e.sequence);
    e.leaf = ledger::leaf_hash(e.nonce, e.bytes);
    tree.append(e.leaf);
    part.vault.push_back({"v_" + std::to_string(e.sequence), "con_1", "sealed"});
    part.answers.push_back({"key" + std::to_string(e.sequence), "print", 200, "{}"});
    part.events.push_back(std::move(e));
  }
  part.size = tree.size();
  part.root = tree.root();
  store.commit({part});
}

void fill(ledger::Store& store) {
  store.add_workspace({"main", "Main"});
  store.put_user({"per_1", "a@house.test", "$argon2id$"});
  store.put_token({"tok_1", "digest", "main", "per_1", "A token", {"read"}, {1}, Instant{2}, false, {}});
  store.put_blob("main", {"file_1", "text/plain", "note.txt", std::string(9'000, 'x')});
  store.put_setting("per_1", "views", "{}");
  store.put_checkpoint("main", 8, "a note");
  store.links().put_link({"digest", "main", "con_1", "answer", "ask_1", {1}, {2}, false});
}

// A run ends without destructors: what it leaves in memory goes with the next one.
void sweep() {
  for (const auto& each : fs::directory_iterator("/dev/shm")) {
    const auto name = each.path().filename().string();
    if (name.starts_with("vs-copy-fuzz-") && !fs::exists("/proc/" + name.substr(13))) fs::remove_all(each.path());
  }
}

// What is changed, and what it is held against.
struct Good {
  fs::path folder = fs::path("/dev/shm") / ("vs-copy-fuzz-" + std::to_string(::getpid()));
  ledger::Tree tree;
  std::string full, longer, segment, keys, container, empty;

  Good() {
    sweep();
    fs::create_directories(folder / "data");
    {
      const auto store = sqlite::open_store(folder / "data");
      fill(*store);
      append(*store, tree, 40);
    }
    full = copied("full.db", {});
    fs::create_directories(folder / "export");
    fs::copy_file(folder / "data" / "vouchsafe.db", folder / "export" / "vouchsafe.db");
    container = packed(folder / "export" / "vouchsafe.db");
    const auto reach = sqlite::reach_of(folder / "full.db");
    append(*sqlite::open_store(folder / "data"), tree, 3);
    segment = copied("segment.db", reach);
    longer = copied("longer.db", {});
    sqlite::open_keys(folder)->add({{"main/con_1", "wrapped"}});
    sqlite::copy_whole(folder / "keys.db", folder / "keys-copy.db", {{"keys/signing.key", "secret"}});
    keys = packed(folder / "keys-copy.db");
    for (const auto* each : {"house", "box"}) fs::create_directories(folder / each);
    sqlite::open_store(folder / "house");
    empty = packed(folder / "house" / "vouchsafe.db");
  }
  ~Good() { fs::remove_all(folder); }

  std::string copied(const char* name, const sqlite::Reach& since) {
    sqlite::Snapshot snapshot(folder / "data" / "vouchsafe.db", folder / name);
    since.empty() ? snapshot.copy_everything() : snapshot.copy_since(since);
    snapshot.finish();
    return packed(folder / name);
  }
  // The root that so many first events have.
  ledger::Hash root(std::uint64_t size) const {
    const auto store = sqlite::open_store(folder / "data");
    ledger::Tree out;
    for (const auto& leaf : store->leaves("main", 1, size)) out.append(leaf);
    return out.root();
  }
};

// The bytes that say what to change, one after the other; nothing comes after the end.
struct Script {
  std::string_view rest;
  std::size_t byte() {
    if (rest.empty()) return 0;
    const auto out = static_cast<unsigned char>(rest.front());
    rest.remove_prefix(1);
    return out;
  }
  std::size_t two() {
    const auto high = byte();
    return high << 8 | byte();
  }
  std::string_view text(std::size_t most) {
    const auto out = rest.substr(0, most);
    rest.remove_prefix(out.size());
    return out;
  }
};

void put(std::string& file, std::size_t at, std::string_view bytes) {
  if (at < file.size()) std::memcpy(file.data() + at, bytes.data(), std::min(bytes.size(), file.size() - at));
}

std::size_t number(const std::string& file, std::size_t at) {
  if (at + 1 >= file.size()) return 0;
  return std::size_t(static_cast<unsigned char>(file[at])) << 8 | static_cast<unsigned char>(file[at + 1]);
}

// One change: of a header, a list of cells, a cell, a child, a whole page, the schema's words, or any bytes.
void change(std::string& file, Script& script) {
  const auto kind = script.byte() % 9;
  const auto pages = std::max<std::size_t>(1, file.size() / page_size);
  const auto page = script.byte() % pages;
  const auto start = page * page_size, header = start + (page == 0 ? 100 : 0);
  const auto length = 1 + script.byte() % 16;
  if (kind == 0) return put(file, start + script.two() % page_size, script.text(length));
  if (kind == 1) return put(file, header + script.byte() % 12, script.text(std::min<std::size_t>(length, 4)));
  if (kind == 2) return put(file, script.byte() % 100, script.text(std::min<std::size_t>(length, 4)));
  if (kind == 3) return put(file, header + 8 + 2 * (script.byte() % 64), script.text(2));
  const auto cell = start + number(file, header + 8 + 2 * (script.byte() % 64));
  if (kind == 4) return put(file, cell + script.byte() % 8, script.text(length));
  if (kind == 5) {
    const char child[4] = {0, 0, 0, char(script.byte() % (pages + 2))};
    return put(file, script.byte() % 2 ? header + 8 : cell, {child, 4});
  }
  if (kind == 6) return put(file, start, file.substr((script.byte() % pages) * page_size, page_size));
  if (kind == 7) return file.resize(file.size() - std::min(file.size() / 2, page * page_size + script.byte()));
  const auto word = file.find(script.byte() % 2 ? "CREATE " : "BLOB", script.two() % file.size());
  if (word != file.npos) put(file, word + script.byte() % 24, script.text(length));
}

// What a file may ask for, in words.
void say(const fs::path& file, std::size_t which) {
  constexpr const char* all[] = {
      "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END",
      "CREATE TRIGGER t AFTER DELETE ON user BEGIN INSERT INTO user VALUES('x', 'y', 'z'); END",
      "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
      "DROP TABLE head; CREATE VIEW head AS WITH RECURSIVE w(n) AS(SELECT 1 UNION ALL SELECT n FROM w) SELECT n FROM w",
      "DROP TABLE head; CREATE TABLE head(ws, size, root AS (zeroblob(1000000000)))",
      "CREATE TABLE \"user; DROP TABLE event\"(id)",
      "CREATE INDEX i ON event(length(bytes))",
      "DELETE FROM event WHERE seq > 3",
      "UPDATE event SET bytes = x'00' WHERE seq = 2",
      "UPDATE workspace SET id = 'other'",
      "DELETE FROM head; DELETE FROM event",
      "INSERT INTO workspace VALUES(7, 'w2', 'W2')",
      "UPDATE token SET scopes = '['",
      "UPDATE head SET size = -1",
      "UPDATE head SET root = zeroblob(2000000)",
      "INSERT INTO file VALUES('../outside', 'x')",
      "UPDATE file SET name = 'vouchsafe.db'",
      "UPDATE copied SET upto = 9223372036854775807",
      "PRAGMA page_size = 512; VACUUM",
      "PRAGMA encoding = 'UTF-16'; PRAGMA auto_vacuum = 1; VACUUM",
  };
  run_as_anybody(file, all[which % std::size(all)]);
}

// Whatever was taken says what it said before.
void must_be_ours(const Good& good, std::uint64_t size, const std::string& root) {
  static const auto empty = ledger::hex(ledger::Tree{}.root());
  static const std::string roots[] = {ledger::hex(good.root(40)), ledger::hex(good.root(43))};
  fuzz::must(size == 40   ? root == roots[0]
             : size == 43 ? root == roots[1]
                          : size == 0 && root == empty,
             "what is taken is the history that was copied");
}

void take_ledger(const Good& good, const fs::path& file) {
  sqlite::admit(file, Holds::ledger);
  for (const auto& ws : sqlite::verify_copy(file)) must_be_ours(good, ws.size, ws.root);
}

void take_segment(const Good& good, const fs::path& file) {
  const auto whole = good.folder / "whole.db";
  write(whole, good.full);
  sqlite::add_segment(whole, file);
  for (const auto& ws : sqlite::verify_copy(whole)) must_be_ours(good, ws.size, ws.root);
}

void take_keys(const Good& good, const fs::path& file) {
  sqlite::admit(file, Holds::keys);
  sqlite::unpack(file, [](const std::string& name, const std::string&) {
    if (!app::goes_with_keys(name)) throw ledger::StoreFailure("a copy names a file that no copy brings");
    const auto place = fs::path("/data") / name;
    fuzz::must(place.lexically_normal() == place && place.string().starts_with("/data/"), "it stays in the folder");
  });
  fs::rename(file, good.folder / "box" / "keys.db");
  std::size_t rows = 0;
  sqlite::open_keys(good.folder / "box")->each([&](const std::string&, const std::string&) { ++rows; });
}

void take_export(const Good& good, const fs::path& file) {
  sqlite::admit(file, Holds::ledger);
  const auto container = sqlite::open_store(file.parent_path());
  const auto row = app::exported_in(*container);
  write(good.folder / "house" / "vouchsafe.db", good.empty);
  const auto store = sqlite::open_store(good.folder / "house");
  const app::Move move{*container, *store, row.id};
  app::copy_words(move);
  const auto tree = app::copy_events(move);
  app::copy_tables(move);
  app::copy_logins(move, {"per_1"});
  must_be_ours(good, tree.size(), ledger::hex(tree.root()));
}

}  // namespace
}  // namespace vs

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Good good;
  Script script{fuzz::text_of(data, size)};
  const auto what = script.byte() % 4, words = script.byte();
  const auto box = good.folder / "box", file = box / (what == 3 ? "vouchsafe.db" : "copy.db");
  for (const auto& folder : {box, good.folder / "house"})
    for (const auto& each : fs::directory_iterator(folder)) fs::remove(each.path());
  const std::string* from[] = {&good.longer, &good.segment, &good.keys, &good.container};
  auto bytes = *from[what];
  for (int changes = 0; changes < 16 && !script.rest.empty(); ++changes) change(bytes, script);
  write(file, bytes);
  if (words >= 128) say(file, words - 128);
  try {
    if (what == 0) take_ledger(good, file);
    if (what == 1) take_segment(good, file);
    if (what == 2) take_keys(good, file);
    if (what == 3) take_export(good, file);
  } catch (const ledger::StoreFailure&) {
    fuzz::must(size > 1, "a good one is taken");
  }
  return 0;
}
