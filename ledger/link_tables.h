// The plain tables behind links in letters: only digests of secrets, and no part of the ledger.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kernel/time.h"

namespace vs::ledger {

struct LinkRow {
  std::string digest, workspace, contact, purpose, about;
  Instant made, until;
  bool revoked = false;
};
struct PortalSessionRow {
  std::string digest, link;  ///< link: digest of the one that opened it
  Instant since, seen;       ///< seen: to about a minute
};
/// A code in a letter is for one contact and one item.
struct CodePlace {
  std::string workspace, contact, about;
};

class LinkTables {
 public:
  virtual ~LinkTables() = default;

  virtual void put_link(const LinkRow&) = 0;
  virtual std::optional<LinkRow> link(const std::string& digest) = 0;
  /// The oldest first.
  virtual std::vector<LinkRow> links_about(const std::string& workspace, const std::string& about) = 0;
  virtual std::vector<LinkRow> links_of(const std::string& workspace) = 0;
  /// Revokes what is alive about an item, of a contact, or both; "" stands for any. Answers how many there were.
  virtual std::size_t revoke_links(const std::string& workspace, const std::string& about, const std::string& contact,
                                   Instant now) = 0;

  virtual void put_portal_session(const PortalSessionRow&) = 0;
  /// Notes that a session was used, unless it ended meanwhile.
  virtual void touch_portal_session(const std::string& digest, Instant seen) = 0;
  virtual std::optional<PortalSessionRow> portal_session(const std::string& digest) = 0;
  virtual void drop_portal_session(const std::string& digest) = 0;

  /// Replaces an earlier code of the place.
  virtual void put_code(const CodePlace&, const std::string& digest, Instant made) = 0;
  /// Counts a try; the digest of the code, unless it is older than `since` or was tried too often.
  virtual std::optional<std::string> try_code(const CodePlace&, Instant since, int tries_most) = 0;
  virtual void drop_code(const CodePlace&) = 0;

  /// Drops codes and sessions from before these moments, and links that ended before the last.
  virtual void forget_links(Instant codes, Instant sessions, Instant links) = 0;
};

}  // namespace vs::ledger
