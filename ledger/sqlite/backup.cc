#include "ledger/sqlite/backup.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <fstream>
#include <memory>
#include <set>

#include "ledger/sqlite/foreign.h"
#include "ledger/sqlite/schema.h"

namespace vs::ledger::sqlite {
namespace {

const std::set<std::string> growing{"event", "vault", "blob", "command"};
const std::set<std::string> short_lived{"session", "portal_session", "code"};

class Sha256 {
 public:
  Sha256() { check(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr)); }
  void add(std::string_view bytes) { check(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size())); }
  Hash done() {
    Hash out;
    check(EVP_DigestFinal_ex(context_.get(), out.data(), nullptr));
    return out;
  }

 private:
  static void check(int good) {
    if (good != 1) throw StoreFailure("SHA-256 failed");
  }
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

void attach(Db& db, const fs::path& file, const char* name) {
  if (!fs::exists(file)) throw StoreFailure("there is no ledger in " + file.parent_path().filename().string());
  Statement(db, fmt::format("ATTACH ? AS {}", name).c_str()).bind(read_only_address(file)).done();
}

template <class F, class... A>
void each(Db& db, const std::string& sql, F&& f, const A&... values) {
  Statement rows(db, sql.c_str());
  rows.bind(values...);
  while (rows.step()) f(rows);
}

std::vector<std::string> texts(Db& db, const std::string& sql) {
  std::vector<std::string> out;
  each(db, sql, [&](const Statement& row) { out.push_back(row.text(0)); });
  return out;
}

// Takes all rows of a table out of an attached database. `how`: INSERT, or what else is said of rows already there.
void take(Db& db, const char* how, const std::string& table, const char* from) {
  db.run(fmt::format("{0} INTO main.{1} SELECT * FROM {2}.{1}", how, table, from).c_str());
}

// All that a table holds, as one digest.
std::string content_of(Db& db, const std::string& table) {
  Sha256 digest;
  each(db, "SELECT * FROM " + table, [&](const Statement& row) {
    for (int column = 0; column < row.columns(); ++column) {
      const auto text = row.text(column);
      digest.add(fmt::format("{}:{};", row.null(column) ? "-" : "+", text.size()));
      digest.add(text);
    }
  });
  return hex(digest.done());
}

constexpr const char* sealings = "sealings";

// References in the vault begin with the sequence of their event: the first one behind it.
std::string first_ref_after(std::int64_t sequence) {
  return fmt::format("v_{:012x}", sequence + 1);
}

// Nobody needs the words of a first answer after a restore; that the command was carried out is enough.
constexpr const char* copy_answers =
    "INSERT INTO main.command(ws, key, fingerprint, status, body) "
    "SELECT ws, key, fingerprint, status, CAST('{}' AS BLOB) FROM live.command WHERE rowid > ?";

}  // namespace

Snapshot::Snapshot(const fs::path& live, const fs::path& copy) : file_(copy), db_(copy, Use::copy) {
  attach(db_, live, "live");
  db_.run("BEGIN IMMEDIATE");
  db_.run(copy_schema);
  measure();
}

Snapshot::~Snapshot() = default;

std::vector<std::string> Snapshot::whole_tables() {
  std::vector<std::string> out;
  for (auto& name : texts(db_,
                          "SELECT name FROM live.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                          "ORDER BY name"))
    if (!growing.contains(name) && !short_lived.contains(name)) out.push_back(std::move(name));
  return out;
}

void Snapshot::measure() {
  for (const auto& ws : texts(db_, "SELECT id FROM live.workspace"))
    each(
        db_, "SELECT seq, leaf FROM live.event WHERE ws = ? ORDER BY seq DESC LIMIT 1",
        [&](const Statement& row) { reach_["event " + ws] = {row.integer(0), row.text(1)}; }, ws);
  each(db_, "SELECT rowid, ws || '|' || digest FROM live.blob ORDER BY rowid DESC LIMIT 1",
       [&](const Statement& row) { reach_["blob"] = {row.integer(0), row.text(1)}; });
  each(db_, "SELECT rowid, ws || '|' || key FROM live.command ORDER BY rowid DESC LIMIT 1",
       [&](const Statement& row) { reach_["command"] = {row.integer(0), row.text(1)}; });
  for (const auto& table : whole_tables()) reach_["table " + table] = {0, content_of(db_, "live." + table)};
  // How often it was sealed anew (Store::reseal). A restored ledger begins to count again.
  if (const auto times = Statement(db_, "PRAGMA live.user_version").bind().one()) reach_[sealings] = {times, {}};
}

void Snapshot::check_footing(const Reach& from) {
  const auto times = [](const Reach& reach) {
    const auto mark = reach.find(sealings);
    return mark == reach.end() ? 0 : mark->second.upto;
  };
  if (times(from) != times(reach_)) throw SealedAnew("what is sealed was sealed anew since the last copy");
  bool lost = false;
  for (const auto& [what, mark] : from) {
    std::string found;
    const auto look = [&](const Statement& row) { found = row.text(0); };
    if (what.starts_with("event "))
      each(db_, "SELECT leaf FROM live.event WHERE ws = ? AND seq = ?", look, what.substr(6), mark.upto);
    else if (what == "blob") each(db_, "SELECT ws || '|' || digest FROM live.blob WHERE rowid = ?", look, mark.upto);
    else if (what == "command") each(db_, "SELECT ws || '|' || key FROM live.command WHERE rowid = ?", look, mark.upto);
    else continue;
    if (found == mark.anchor) continue;
    if (what.starts_with("event "))
      throw OtherHistory("the copies there are of another history of workspace " + what.substr(6));
    lost = true;
  }
  if (lost) throw LostFooting("the rows that the last copy ended with were erased");
}

void Snapshot::create(const std::string& table) {
  constexpr const char* made_by =
      "SELECT sql FROM live.sqlite_master WHERE sql IS NOT NULL AND tbl_name = '{}' ORDER BY type DESC";
  for (const auto& sql : texts(db_, fmt::format(made_by, table))) db_.run(sql.c_str());
}

void Snapshot::copy_everything() {
  for (const auto& table : growing) create(table);
  for (const auto& table : short_lived) create(table);
  for (const char* table : {"event", "vault", "blob"}) take(db_, "INSERT", table, "live");
  Statement(db_, copy_answers).bind(-1).done();
  for (const auto& table : whole_tables()) {
    create(table);
    take(db_, "INSERT", table, "live");
  }
  note_reach({});
}

void Snapshot::copy_since(const Reach& from) {
  check_footing(from);
  const auto upto = [&](const std::string& what) {
    const auto mark = from.find(what);
    return mark == from.end() ? 0 : mark->second.upto;
  };
  for (const auto& table : growing) create(table);
  for (const auto& [what, mark] : reach_) {
    if (const auto before = from.find(what); before != from.end() && before->second == mark) continue;
    if (what.starts_with("event ")) {
      const auto ws = what.substr(6);
      Statement(db_, "INSERT INTO main.event SELECT * FROM live.event WHERE ws = ? AND seq > ?")
          .bind(ws, upto(what))
          .done();
      Statement(db_, "INSERT INTO main.vault SELECT * FROM live.vault WHERE ws = ? AND ref >= ?")
          .bind(ws, first_ref_after(upto(what)))
          .done();
    } else if (what.starts_with("table ")) {
      const auto table = what.substr(6);
      create(table);
      take(db_, "INSERT", table, "live");
    }
  }
  Statement(db_, "INSERT INTO main.blob SELECT * FROM live.blob WHERE rowid > ?").bind(upto("blob")).done();
  Statement(db_, copy_answers).bind(upto("command")).done();
  note_reach(from);
}

void Snapshot::note_reach(const Reach& from) {
  Statement note(db_, "INSERT INTO main.copied(what, since, upto, anchor) VALUES(?, ?, ?, ?)");
  for (const auto& [what, mark] : reach_) {
    const auto before = from.find(what);
    note.bind(what, before == from.end() ? std::int64_t{0} : before->second.upto, mark.upto, mark.anchor).done();
  }
}

void Snapshot::finish() {
  db_.run("COMMIT");
  db_.run("DETACH live");
  sync_file(file_);
}

void copy_whole(const fs::path& live, const fs::path& copy, const std::map<std::string, std::string>& files) {
  {
    Db db(copy, Use::copy);
    attach(db, live, "live");
    db.run("BEGIN IMMEDIATE");
    db.run(copy_schema);
    for (const auto& sql : texts(db, "SELECT sql FROM live.sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC"))
      db.run(sql.c_str());
    for (const auto& table : texts(db, "SELECT name FROM live.sqlite_master WHERE type = 'table'"))
      take(db, "INSERT", table, "live");
    Statement put(db, "INSERT INTO main.file(name, bytes) VALUES(?, ?)");
    for (const auto& [name, bytes] : files) put.bind(name, bytes).done();
    db.run("COMMIT");
  }
  sync_file(copy);
}

Reach reach_of(const fs::path& copy) {
  Db db(copy, Use::reader);
  Reach out;
  each(db, "SELECT what, upto, anchor FROM copied",
       [&](const Statement& row) { out[row.text(0)] = {row.integer(1), row.text(2)}; });
  return out;
}

void add_segment(const fs::path& copy, const fs::path& segment) {
  admit(segment, Holds::ledger);
  Db db(copy, Use::copy);
  attach(db, segment, "next");
  db.run("BEGIN IMMEDIATE");
  each(
      db,
      "SELECT n.what FROM next.copied n LEFT JOIN main.copied m USING(what) "
      "WHERE n.since > coalesce(m.upto, 0) OR n.upto < m.upto",
      [&](const Statement& row) {
        throw StoreFailure(segment.filename().string() + " does not follow: rows of '" + row.text(0) + "' are missing");
      });
  for (const auto& table : texts(db, "SELECT name FROM next.sqlite_master WHERE type = 'table'")) {
    if (growing.contains(table)) {
      take(db, "INSERT OR IGNORE", table, "next");
    } else if (table == "copied" || table == "file") {
      take(db, "INSERT OR REPLACE", table, "next");
    } else {
      const auto missing = fmt::format(
          "SELECT n.sql FROM next.sqlite_master n WHERE n.type = 'table' AND n.name = '{}' "
          "AND n.name NOT IN (SELECT name FROM main.sqlite_master)",
          table);
      for (const auto& sql : texts(db, missing)) db.run(sql.c_str());
      db.run(fmt::format("DELETE FROM main.{}", table).c_str());
      take(db, "INSERT", table, "next");
    }
  }
  db.run("COMMIT");
}

std::vector<CopiedWorkspace> verify_copy(const fs::path& copy) {
  Db db(copy, Use::reader);
  for (const auto& line : texts(db, "PRAGMA integrity_check"))
    if (line != "ok") throw StoreFailure(copy.filename().string() + " is damaged: " + line);
  std::vector<CopiedWorkspace> out;
  each(db, "SELECT id, name FROM workspace ORDER BY n",
       [&](const Statement& row) { out.push_back({row.text(0), row.text(1), 0, {}, {}}); });
  for (auto& ws : out) {
    Frontier tree;
    each(
        db, "SELECT seq, bytes, nonce, leaf FROM event WHERE ws = ? ORDER BY seq",
        [&](const Statement& row) {
          const auto leaf = row.bytes<32>(3);
          if (std::uint64_t(row.integer(0)) != tree.size() + 1 || leaf_hash(row.bytes<16>(2), row.text(1)) != leaf)
            throw StoreFailure(fmt::format("workspace {}, event {}: missing or changed", ws.id, tree.size() + 1));
          tree.append(leaf);
        },
        ws.id);
    std::pair<std::uint64_t, Hash> head{0, Frontier{}.root()};
    each(
        db, "SELECT size, root FROM head WHERE ws = ?",
        [&](const Statement& row) { head = {std::uint64_t(row.integer(0)), row.bytes<32>(1)}; }, ws.id);
    if (head.first != tree.size() || head.second != tree.root())
      throw StoreFailure(
          fmt::format("workspace {}: {} events do not give the root of {}", ws.id, tree.size(), head.first));
    each(
        db, "SELECT note FROM checkpoint WHERE ws = ? ORDER BY size DESC LIMIT 1",
        [&](const Statement& row) { ws.checkpoint = row.text(0); }, ws.id);
    ws.size = tree.size();
    ws.root = hex(tree.root());
  }
  return out;
}

void unpack(const fs::path& copy, const std::function<void(const std::string&, const std::string&)>& f) {
  Db db(copy, Use::copy);
  each(db, "SELECT name, bytes FROM file", [&](const Statement& row) { f(row.text(0), row.text(1)); });
  db.run("DROP TABLE file");
  db.run("DROP TABLE copied");
}

void sync_file(const fs::path& file) {
  for (const auto& path : {file, fs::absolute(file).parent_path()}) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool good = fd >= 0 && ::fsync(fd) == 0;
    if (fd >= 0) ::close(fd);
    if (!good) throw StoreFailure(path.filename().string() + " cannot be made durable");
  }
}

std::string digest_of_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw StoreFailure(file.filename().string() + " cannot be read");
  Sha256 digest;
  std::string block(1 << 20, '\0');
  while (in.read(block.data(), std::streamsize(block.size())) || in.gcount() > 0)
    digest.add({block.data(), std::size_t(in.gcount())});
  return hex(digest.done());
}

}  // namespace vs::ledger::sqlite
