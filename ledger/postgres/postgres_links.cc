#include "ledger/postgres/postgres_links.h"

namespace vs::ledger::postgres {
namespace {

LinkRow link_at(const Rows& r, int i) {
  return {r.text(i, 0), r.text(i, 1),      r.text(i, 2),      r.text(i, 3),
          r.text(i, 4), {r.integer(i, 5)}, {r.integer(i, 6)}, r.integer(i, 7) != 0};
}

}  // namespace

void PostgresLinks::put_link(const LinkRow& l) {
  desk_.run(
      "INSERT INTO link(digest, ws, contact, purpose, about, made, until, revoked) "
      "VALUES($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
      {l.digest, l.workspace, l.contact, l.purpose, l.about, l.made.us, l.until.us, l.revoked});
}

std::optional<LinkRow> PostgresLinks::link(const std::string& digest) {
  const auto r = desk_.run(
      "SELECT digest, ws, contact, purpose, about, made, until, revoked FROM link WHERE digest = $1", {digest});
  return r.count() ? std::optional(link_at(r, 0)) : std::nullopt;
}

std::vector<LinkRow> PostgresLinks::links_about(const std::string& workspace, const std::string& about) {
  const auto r = desk_.run(
      "SELECT digest, ws, contact, purpose, about, made, until, revoked FROM link WHERE ws = $1 AND about = $2 "
      "ORDER BY made",
      {workspace, about});
  std::vector<LinkRow> out;
  out.reserve(std::size_t(r.count()));
  for (int i = 0; i < r.count(); ++i) out.push_back(link_at(r, i));
  return out;
}

std::vector<LinkRow> PostgresLinks::links_of(const std::string& workspace) {
  const auto r = desk_.run("SELECT digest, ws, contact, purpose, about, made, until, revoked FROM link WHERE ws = $1",
                           {workspace});
  std::vector<LinkRow> out;
  out.reserve(std::size_t(r.count()));
  for (int i = 0; i < r.count(); ++i) out.push_back(link_at(r, i));
  return out;
}

std::size_t PostgresLinks::revoke_links(const std::string& workspace, const std::string& about,
                                        const std::string& contact, Instant now) {
  if (about.empty())
    return desk_
        .run("UPDATE link SET revoked = 1 WHERE ws = $1 AND contact = $2 AND revoked = 0 AND until >= $3",
             {workspace, contact, now.us})
        .touched();
  if (contact.empty())
    return desk_
        .run("UPDATE link SET revoked = 1 WHERE ws = $1 AND about = $2 AND revoked = 0 AND until >= $3",
             {workspace, about, now.us})
        .touched();
  return desk_
      .run("UPDATE link SET revoked = 1 WHERE ws = $1 AND about = $2 AND contact = $3 AND revoked = 0 AND until >= $4",
           {workspace, about, contact, now.us})
      .touched();
}

void PostgresLinks::put_portal_session(const PortalSessionRow& s) {
  desk_.run("INSERT INTO portal_session(digest, link, since, seen) VALUES($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            {s.digest, s.link, s.since.us, s.seen.us});
}

void PostgresLinks::touch_portal_session(const std::string& digest, Instant seen) {
  desk_.run("UPDATE portal_session SET seen = $1 WHERE digest = $2 AND seen < $1", {seen.us, digest});
}

std::optional<PortalSessionRow> PostgresLinks::portal_session(const std::string& digest) {
  const auto r = desk_.run("SELECT digest, link, since, seen FROM portal_session WHERE digest = $1", {digest});
  if (!r.count()) return {};
  return PortalSessionRow{r.text(0, 0), r.text(0, 1), {r.integer(0, 2)}, {r.integer(0, 3)}};
}

void PostgresLinks::drop_portal_session(const std::string& digest) {
  desk_.run("DELETE FROM portal_session WHERE digest = $1", {digest});
}

void PostgresLinks::put_code(const CodePlace& p, const std::string& digest, Instant made) {
  desk_.run(
      "INSERT INTO code(ws, contact, about, digest, made, tries) VALUES($1, $2, $3, $4, $5, 0) "
      "ON CONFLICT(ws, contact, about) DO UPDATE SET digest = $4, made = $5, tries = 0",
      {p.workspace, p.contact, p.about, digest, made.us});
}

std::optional<std::string> PostgresLinks::try_code(const CodePlace& p, Instant since, int tries_most) {
  const auto r = desk_.run(
      "UPDATE code SET tries = tries + 1 WHERE ws = $1 AND contact = $2 AND about = $3 AND made >= $4 AND tries < $5 "
      "RETURNING digest",
      {p.workspace, p.contact, p.about, since.us, tries_most});
  return r.count() ? std::optional(r.text(0, 0)) : std::nullopt;
}

void PostgresLinks::drop_code(const CodePlace& p) {
  desk_.run("DELETE FROM code WHERE ws = $1 AND contact = $2 AND about = $3", {p.workspace, p.contact, p.about});
}

void PostgresLinks::forget_links(Instant codes, Instant sessions, Instant links) {
  desk_.run("DELETE FROM code WHERE made < $1", {codes.us});
  desk_.run("DELETE FROM portal_session WHERE since < $1", {sessions.us});
  desk_.run("DELETE FROM link WHERE until < $1", {links.us});
}

}  // namespace vs::ledger::postgres
