#include "ledger/postgres/tables.h"

#include "ledger/postgres/postgres_neighbours.h"
#include "ledger/token_scopes.h"

namespace vs::ledger::postgres {
namespace {

UserRow user_at(const Rows& r, int i) {
  return {r.text(i, 0), r.text(i, 1), r.text(i, 2)};
}

SessionRow session_at(const Rows& r, int i) {
  return {r.text(i, 0), r.text(i, 1), {r.integer(i, 2)}, {r.integer(i, 3)}};
}

TokenRow token_at(const Rows& r, int i) {
  TokenRow t;
  t.id = r.text(i, 0), t.digest = r.text(i, 1), t.workspace = r.text(i, 2), t.user = r.text(i, 3);
  t.name = r.text(i, 4), t.created = {r.integer(i, 6)}, t.revoked = r.integer(i, 8) != 0;
  t.scopes = scopes_in(r.text(i, 5));
  if (!r.null(i, 7)) t.expires = Instant{r.integer(i, 7)};
  if (!r.null(i, 9)) t.used = Instant{r.integer(i, 9)};
  return t;
}

template <class F>
auto all(const Rows& rows, F at) {
  std::vector<decltype(at(rows, 0))> out;
  out.reserve(std::size_t(rows.count()));
  for (int i = 0; i < rows.count(); ++i) out.push_back(at(rows, i));
  return out;
}

template <class F>
auto first(const Rows& rows, F at) {
  return rows.count() ? std::optional(at(rows, 0)) : std::nullopt;
}

std::string text_at(const Rows& r, int i) {
  return r.text(i, 0);
}

}  // namespace

void Tables::tell_tables() {
  const std::string words = tables_changed;
  desk_.run("SELECT pg_notify('vouchsafe', convert_from($1, 'UTF8'))", {words});
}

void Tables::put_checkpoint(const std::string& workspace, std::uint64_t size, const std::string& note) {
  desk_.run("INSERT INTO checkpoint(ws, size, note) VALUES($1, $2, $3) ON CONFLICT(ws, size) DO UPDATE SET note = $3",
            {workspace, size, note});
}
std::optional<std::string> Tables::checkpoint(const std::string& workspace) {
  return first(desk_.run("SELECT note FROM checkpoint WHERE ws = $1 ORDER BY size DESC LIMIT 1", {workspace}), text_at);
}
std::vector<WorkspaceRow> Tables::workspaces() {
  return all(desk_.run("SELECT id, name FROM workspace ORDER BY n, id"),
             [](const Rows& r, int i) { return WorkspaceRow{r.text(i, 0), r.text(i, 1)}; });
}

std::vector<std::string> Tables::versions() {
  return all(desk_.run("SELECT version FROM program ORDER BY version"), text_at);
}

// Statements that go out together are one transaction.
void Tables::reseal(const std::vector<SealedOfOwner>& owners) {
  desk_.with([&](Connection& db) {
    for (const auto& of : owners) {
      for (const auto& row : of.words)
        db.add("UPDATE vault SET sealed = $1 WHERE ws = $2 AND ref = $3", {row.sealed, of.workspace, row.ref});
      for (const auto& row : of.files)
        db.add("UPDATE blob SET bytes = $1 WHERE ws = $2 AND digest = $3", {row.bytes, of.workspace, row.digest});
      for (const auto& [key, value] : of.settings)
        db.add("UPDATE setting SET value = $1 WHERE login = $2 AND key = $3", {value, of.owner, key});
    }
    db.together();
  });
}

void Tables::put_user(const UserRow& u) {
  desk_.run(
      "INSERT INTO login(id, email, password) VALUES($1, $2, $3) "
      "ON CONFLICT(id) DO UPDATE SET email = $2, password = $3",
      {u.id, u.email, u.password});
}
std::optional<UserRow> Tables::user_by_email(const std::string& email) {
  return first(desk_.run("SELECT id, email, password FROM login WHERE email = $1", {email}), user_at);
}
std::optional<UserRow> Tables::user(const std::string& id) {
  return first(desk_.run("SELECT id, email, password FROM login WHERE id = $1", {id}), user_at);
}

void Tables::put_session(const SessionRow& s) {
  desk_.run(
      "INSERT INTO session(digest, login, created, seen) VALUES($1, $2, $3, $4) "
      "ON CONFLICT(digest) DO UPDATE SET seen = $4 WHERE session.seen < $4",
      {s.digest, s.user, s.created.us, s.seen.us});
}
void Tables::touch_session(const std::string& digest, Instant seen) {
  desk_.run("UPDATE session SET seen = $1 WHERE digest = $2 AND seen < $1", {seen.us, digest});
}
void Tables::drop_session(const std::string& digest) {
  desk_.run("DELETE FROM session WHERE digest = $1", {digest});
  tell_tables();
}
std::vector<SessionRow> Tables::sessions() {
  return all(desk_.run("SELECT digest, login, created, seen FROM session"), session_at);
}
std::optional<SessionRow> Tables::session(const std::string& digest) {
  return first(desk_.run("SELECT digest, login, created, seen FROM session WHERE digest = $1", {digest}), session_at);
}

void Tables::put_token(const TokenRow& t) {
  const std::string scopes = json::to_text(t.scopes);
  desk_.run(
      "INSERT INTO token(id, digest, ws, login, name, scopes, created, expires, revoked) "
      "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT(id) DO UPDATE SET revoked = $9",
      {t.id, t.digest, t.workspace, t.user, t.name, scopes, t.created.us, t.expires, t.revoked});
  tell_tables();
}
std::vector<TokenRow> Tables::tokens() {
  return all(desk_.run("SELECT token.id, digest, ws, login, name, scopes, created, expires, revoked, at "
                       "FROM token LEFT JOIN token_use ON token_use.id = token.id ORDER BY created"),
             token_at);
}
void Tables::note_token_use(const std::string& id, Instant at) {
  desk_.run("INSERT INTO token_use(id, at) VALUES($1, $2) ON CONFLICT(id) DO UPDATE SET at = $2", {id, at.us});
}

void Tables::put_blob(const std::string& workspace, const BlobRow& b) {
  desk_.run("INSERT INTO blob(ws, digest, type, name, bytes) VALUES($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            {workspace, b.digest, b.type, b.name, b.bytes});
}
std::optional<BlobRow> Tables::blob(const std::string& workspace, const std::string& digest) {
  return first(
      desk_.run("SELECT digest, type, name, bytes FROM blob WHERE ws = $1 AND digest = $2", {workspace, digest}),
      [](const Rows& r, int i) { return BlobRow{r.text(i, 0), r.text(i, 1), r.text(i, 2), r.text(i, 3)}; });
}

std::vector<std::string> Tables::blobs(const std::string& workspace) {
  return all(desk_.run("SELECT digest FROM blob WHERE ws = $1 ORDER BY digest", {workspace}), text_at);
}

void Tables::put_setting(const std::string& user, const std::string& key, const std::string& value) {
  desk_.run(
      "INSERT INTO setting(login, key, value) VALUES($1, $2, $3) ON CONFLICT(login, key) DO UPDATE SET value = $3",
      {user, key, value});
}
std::optional<std::string> Tables::setting(const std::string& user, const std::string& key) {
  return first(desk_.run("SELECT value FROM setting WHERE login = $1 AND key = $2", {user, key}), text_at);
}

std::map<std::string, std::string> Tables::settings(const std::string& user) {
  const auto rows = desk_.run("SELECT key, value FROM setting WHERE login = $1", {user});
  std::map<std::string, std::string> out;
  for (int i = 0; i < rows.count(); ++i) out.emplace(rows.text(i, 0), rows.text(i, 1));
  return out;
}

}  // namespace vs::ledger::postgres
