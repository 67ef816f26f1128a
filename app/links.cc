#include "app/links.h"

#include <sodium.h>

#include "ledger/sqlite/db.h"

namespace vs::app {
namespace {

using ledger::sqlite::Db;
using ledger::sqlite::Statement;

constexpr std::int64_t minute_us = 60'000'000;
constexpr std::int64_t idle_us = 15 * minute_us, longest_us = 120 * minute_us;
constexpr int kept_days = 365;  // an expired link still knows the address for a fresh one
constexpr std::size_t secret_bytes = 32, secret_longest = 100;
constexpr std::int64_t code_us = 10 * minute_us;
constexpr int code_tries = 5;

constexpr const char* schema = R"(
CREATE TABLE IF NOT EXISTS link(digest BLOB PRIMARY KEY, ws BLOB NOT NULL, contact BLOB NOT NULL, purpose BLOB NOT NULL,
  about BLOB NOT NULL, made INTEGER NOT NULL, until INTEGER NOT NULL, revoked INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS link_about ON link(ws, about);
CREATE INDEX IF NOT EXISTS link_contact ON link(ws, contact);
CREATE TABLE IF NOT EXISTS session(digest BLOB PRIMARY KEY, link BLOB NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS code(ws BLOB NOT NULL, contact BLOB NOT NULL, about BLOB NOT NULL, digest BLOB NOT NULL,
  made INTEGER NOT NULL, tries INTEGER NOT NULL, PRIMARY KEY(ws, contact, about)) WITHOUT ROWID;
)";

std::string make_secret() {
  unsigned char bytes[secret_bytes];
  randombytes_buf(bytes, sizeof bytes);
  char text[sodium_base64_ENCODED_LEN(secret_bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING)];
  sodium_bin2base64(text, sizeof text, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text;
}

std::string digest(const std::string& secret) {
  std::string out(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(out.data()),
                     reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
  return out;
}

std::string in_hex(const std::string& bytes) {
  std::string out(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  out.pop_back();
  return out;
}

std::string from_hex(const std::string& hex) {
  std::string out(hex.size() / 2, '\0');
  std::size_t length = 0;
  sodium_hex2bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), hex.data(), hex.size(), nullptr, &length,
                 nullptr);
  out.resize(length);
  return out;
}

struct Opened {
  Opened(Db& db) { db.run(schema); }
};

// Few digits need more than a digest of them: the place makes every table of guesses worthless.
std::string digest_of_code(const std::string& ws, const std::string& contact, const std::string& about,
                           const std::string& code) {
  return digest(ws + '\n' + contact + '\n' + about + '\n' + code);
}

Link link_of(const Statement& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), {row.integer(4)}, {row.integer(5)}, row.integer(6) != 0};
}

}  // namespace

struct Links::Tables {
  explicit Tables(const std::filesystem::path& file) : db(file), opened(db) {}

  Db db;
  Opened opened;
  Statement put{db, "INSERT INTO link VALUES(?, ?, ?, ?, ?, ?, ?, 0)"};
  Statement get{db, "SELECT ws, contact, purpose, about, made, until, revoked FROM link WHERE digest = ?"};
  Statement about{db,
                  "SELECT ws, contact, purpose, about, made, until, revoked FROM link WHERE ws = ? AND about = ? "
                  "ORDER BY made"};
  Statement revoke_about{db, "UPDATE link SET revoked = 1 WHERE ws = ? AND about = ? AND revoked = 0 AND until >= ?"};
  Statement revoke_of{db, "UPDATE link SET revoked = 1 WHERE ws = ? AND contact = ? AND revoked = 0 AND until >= ?"};
  Statement revoke_both{db,
                        "UPDATE link SET revoked = 1 WHERE ws = ? AND about = ? AND contact = ? AND revoked = 0 AND "
                        "until >= ?"};
  Statement put_session{db, "INSERT INTO session VALUES(?, ?, ?)"};
  Statement drop_session{db, "DELETE FROM session WHERE digest = ?"};
  Statement sessions{db, "SELECT digest, link, since FROM session"};
  Statement put_code{db, "INSERT OR REPLACE INTO code VALUES(?, ?, ?, ?, ?, 0)"};
  Statement try_code{db,
                     "UPDATE code SET tries = tries + 1 WHERE ws = ? AND contact = ? AND about = ? AND made >= ? AND "
                     "tries < ? RETURNING digest"};
  Statement drop_code{db, "DELETE FROM code WHERE ws = ? AND contact = ? AND about = ?"};
  Statement old_codes{db, "DELETE FROM code WHERE made < ?"};
  Statement old_sessions{db, "DELETE FROM session WHERE since < ?"};
  Statement old_links{db, "DELETE FROM link WHERE until < ?"};

  std::optional<Link> find(const std::string& digest) {
    std::optional<Link> found;
    for (get.bind(digest); get.step();) found = link_of(get);
    return found;
  }
};

Links::Links(const std::filesystem::path& data) : tables_(std::make_unique<Tables>(data / "links.db")) {
  tables_->sessions.bind();
  while (tables_->sessions.step()) {
    const Instant since{tables_->sessions.integer(2)};
    sessions_[tables_->sessions.text(0)] = {tables_->sessions.text(1), since, since};
  }
}

Links::~Links() = default;

std::string Links::make(const std::string& workspace, const std::string& contact, const std::string& purpose,
                        const std::string& about, Instant until, Instant now) {
  const std::string secret = make_secret();
  std::lock_guard lock(lock_);
  tables_->put.bind(digest(secret), workspace, contact, purpose, about, now.us, until.us).done();
  return secret;
}

std::optional<Link> Links::find(const std::string& secret) {
  if (secret.empty() || secret.size() > secret_longest) return {};
  std::lock_guard lock(lock_);
  return tables_->find(digest(secret));
}

std::optional<std::string> Links::open(const std::string& secret, Instant now) {
  const auto link = find(secret);
  if (!link || !link->alive(now)) return {};
  const std::string session = make_secret();
  std::lock_guard lock(lock_);
  tables_->put_session.bind(digest(session), digest(secret), now.us).done();
  sessions_[digest(session)] = {digest(secret), now, now};
  return session;
}

std::optional<Visit> Links::visit(const std::string& session_secret, Instant now) {
  if (session_secret.empty() || session_secret.size() > secret_longest) return {};
  std::lock_guard lock(lock_);
  const auto it = sessions_.find(digest(session_secret));
  if (it == sessions_.end()) return {};
  auto& session = it->second;
  if (now.us - session.seen.us > idle_us || now.us - session.since.us > longest_us) return {};
  const auto link = tables_->find(session.link);
  if (!link || link->revoked) return {};
  session.seen = now;
  return Visit{*link, in_hex(it->first), session.since};
}

void Links::leave(const std::string& session) {
  std::lock_guard lock(lock_);
  tables_->drop_session.bind(from_hex(session)).done();
  sessions_.erase(from_hex(session));
}

std::string Links::make_code(const std::string& workspace, const std::string& contact, const std::string& about,
                             Instant now) {
  std::string code;
  for (int i = 0; i < 6; ++i) code += char('0' + randombytes_uniform(10));
  std::lock_guard lock(lock_);
  tables_->put_code.bind(workspace, contact, about, digest_of_code(workspace, contact, about, code), now.us).done();
  return code;
}

bool Links::check_code(const std::string& workspace, const std::string& contact, const std::string& about,
                       const std::string& code, Instant now) {
  std::lock_guard lock(lock_);
  auto& tried = tables_->try_code.bind(workspace, contact, about, now.us - code_us, code_tries);
  const bool right = tried.step() && tried.text(0) == digest_of_code(workspace, contact, about, code);
  while (tried.step()) {
  }
  if (right) tables_->drop_code.bind(workspace, contact, about).done();
  return right;
}

std::size_t Links::revoke(const std::string& workspace, const std::string& about, const std::string& contact,
                          Instant now) {
  std::lock_guard lock(lock_);
  if (about.empty()) tables_->revoke_of.bind(workspace, contact, now.us).done();
  else if (contact.empty()) tables_->revoke_about.bind(workspace, about, now.us).done();
  else tables_->revoke_both.bind(workspace, about, contact, now.us).done();
  return std::size_t(sqlite3_changes(tables_->db.raw()));
}

std::vector<Link> Links::about(const std::string& workspace, const std::string& about) {
  std::lock_guard lock(lock_);
  std::vector<Link> out;
  tables_->about.bind(workspace, about);
  while (tables_->about.step()) out.push_back(link_of(tables_->about));
  return out;
}

void Links::forget(Instant now) {
  std::lock_guard lock(lock_);
  tables_->old_codes.bind(now.us - code_us).done();
  tables_->old_sessions.bind(now.us - longest_us).done();
  tables_->old_links.bind(now.plus_days(-kept_days).us).done();
  std::erase_if(sessions_, [&](const auto& pair) { return now.us - pair.second.since.us > longest_us; });
}

}  // namespace vs::app
