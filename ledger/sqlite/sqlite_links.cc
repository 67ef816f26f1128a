#include "ledger/sqlite/sqlite_links.h"

#include "ledger/sqlite/schema.h"

namespace vs::ledger::sqlite {
namespace {

LinkRow as_link(const Statement& s) {
  return {s.text(0), s.text(1), s.text(2), s.text(3), s.text(4), {s.integer(5)}, {s.integer(6)}, s.integer(7) != 0};
}

}  // namespace

SqliteLinks::SqliteLinks(Db& db, std::mutex& lock) : db_(db), lock_(lock) {
  db_.run(link_schema);
}

void SqliteLinks::adopt(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return;
  {
    Db old(file);
    db_.run("BEGIN IMMEDIATE");
    Statement links(old, "SELECT digest, ws, contact, purpose, about, made, until, revoked FROM link");
    Statement put(db_, "INSERT OR IGNORE INTO link VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    while (links.step()) {
      const auto l = as_link(links);
      put.bind(l.digest, l.workspace, l.contact, l.purpose, l.about, l.made.us, l.until.us, l.revoked).done();
    }
    db_.run("COMMIT");
  }
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
}

template <class... A>
std::size_t SqliteLinks::write(const char* sql, const A&... values) {
  std::lock_guard lock(lock_);
  Statement(db_, sql).bind(values...).done();
  return std::size_t(sqlite3_changes(db_.raw()));
}

template <class Row, class F, class... A>
std::vector<Row> SqliteLinks::rows(const char* sql, F read, const A&... values) {
  std::lock_guard lock(lock_);
  Statement all(db_, sql);
  all.bind(values...);
  std::vector<Row> out;
  while (all.step()) out.push_back(read(all));
  return out;
}

void SqliteLinks::put_link(const LinkRow& l) {
  write("INSERT INTO link VALUES(?, ?, ?, ?, ?, ?, ?, ?)", l.digest, l.workspace, l.contact, l.purpose, l.about,
        l.made.us, l.until.us, l.revoked);
}

std::optional<LinkRow> SqliteLinks::link(const std::string& digest) {
  auto found = rows<LinkRow>(
      "SELECT digest, ws, contact, purpose, about, made, until, revoked FROM link WHERE digest = ?", as_link, digest);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<LinkRow> SqliteLinks::links_about(const std::string& workspace, const std::string& about) {
  return rows<LinkRow>(
      "SELECT digest, ws, contact, purpose, about, made, until, revoked FROM link WHERE ws = ? AND about = ? "
      "ORDER BY made",
      as_link, workspace, about);
}

std::vector<LinkRow> SqliteLinks::links_of(const std::string& workspace) {
  return rows<LinkRow>("SELECT digest, ws, contact, purpose, about, made, until, revoked FROM link WHERE ws = ?",
                       as_link, workspace);
}

std::size_t SqliteLinks::revoke_links(const std::string& workspace, const std::string& about,
                                      const std::string& contact, Instant now) {
  if (about.empty())
    return write("UPDATE link SET revoked = 1 WHERE ws = ? AND contact = ? AND revoked = 0 AND until >= ?", workspace,
                 contact, now.us);
  if (contact.empty())
    return write("UPDATE link SET revoked = 1 WHERE ws = ? AND about = ? AND revoked = 0 AND until >= ?", workspace,
                 about, now.us);
  return write("UPDATE link SET revoked = 1 WHERE ws = ? AND about = ? AND contact = ? AND revoked = 0 AND until >= ?",
               workspace, about, contact, now.us);
}

void SqliteLinks::put_portal_session(const PortalSessionRow& s) {
  write("INSERT INTO portal_session(digest, link, since, seen) VALUES(?, ?, ?, ?)", s.digest, s.link, s.since.us,
        s.seen.us);
}

void SqliteLinks::touch_portal_session(const std::string& digest, Instant seen) {
  write("UPDATE portal_session SET seen = ? WHERE digest = ?", seen.us, digest);
}

std::optional<PortalSessionRow> SqliteLinks::portal_session(const std::string& digest) {
  auto found = rows<PortalSessionRow>(
      "SELECT digest, link, since, seen FROM portal_session WHERE digest = ?",
      [](const Statement& s) { return PortalSessionRow{s.text(0), s.text(1), {s.integer(2)}, {s.integer(3)}}; },
      digest);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void SqliteLinks::drop_portal_session(const std::string& digest) {
  write("DELETE FROM portal_session WHERE digest = ?", digest);
}

void SqliteLinks::put_code(const CodePlace& p, const std::string& digest, Instant made) {
  write("INSERT OR REPLACE INTO code VALUES(?, ?, ?, ?, ?, 0)", p.workspace, p.contact, p.about, digest, made.us);
}

std::optional<std::string> SqliteLinks::try_code(const CodePlace& p, Instant since, int tries_most) {
  const auto digests = rows<std::string>(
      "UPDATE code SET tries = tries + 1 WHERE ws = ? AND contact = ? AND about = ? AND made >= ? AND tries < ? "
      "RETURNING digest",
      [](const Statement& s) { return s.text(0); }, p.workspace, p.contact, p.about, since.us, tries_most);
  return digests.empty() ? std::nullopt : std::optional(digests.front());
}

void SqliteLinks::drop_code(const CodePlace& p) {
  write("DELETE FROM code WHERE ws = ? AND contact = ? AND about = ?", p.workspace, p.contact, p.about);
}

void SqliteLinks::forget_links(Instant codes, Instant sessions, Instant links) {
  write("DELETE FROM code WHERE made < ?", codes.us);
  write("DELETE FROM portal_session WHERE since < ?", sessions.us);
  write("DELETE FROM link WHERE until < ?", links.us);
}

}  // namespace vs::ledger::sqlite
