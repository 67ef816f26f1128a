// Links in letters to customers, and the portal sessions that they open: only digests of secrets are stored, and
// nothing here is part of the ledger.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "kernel/time.h"
#include "ledger/link_tables.h"
#include "ledger/store.h"

namespace vs::app {

/// Of links that let staff choose a password (app/api_first_password.cc); no page of customers opens by one.
inline constexpr const char* purpose_of_invitations = "password";

/// What a link stands for: one person, one purpose, one item of one workspace.
struct Link {
  std::string workspace, contact, purpose, about;
  Instant made, until;
  bool revoked = false;

  bool alive(Instant now) const { return !revoked && now <= until; }
};

/// A portal session: what its link stood for, and which link that was.
struct Visit {
  Link link;
  std::string session;  ///< digest, for ending it and as the name of drafts
  Instant since;
};

class Links {
 public:
  explicit Links(ledger::Store&);

  /// A fresh link; the answer is its secret (256 bits, base64url), which is stored nowhere.
  std::string make(const std::string& workspace, const std::string& contact, const std::string& purpose,
                   const std::string& about, Instant until, Instant now);
  /// What the secret once stood for, alive or not; nothing for a secret that never was one.
  std::optional<Link> find(const std::string& secret);
  /// A new portal session for a link that is alive; the answer is the session's secret.
  std::optional<std::string> open(const std::string& secret, Instant now);
  /// The session behind the secret, unless it was idle for 15 minutes, is 2 hours old, or its link was revoked.
  std::optional<Visit> visit(const std::string& session_secret, Instant now);
  void leave(const std::string& session);

  /// Six digits for a letter that proves once more who answers: good for ten minutes and five tries. Later ones
  /// replace earlier ones.
  std::string make_code(const std::string& workspace, const std::string& contact, const std::string& about,
                        Instant now);
  /// True once for the right digits.
  bool check_code(const std::string& workspace, const std::string& contact, const std::string& about,
                  const std::string& code, Instant now);

  /// Ends all links about an item, or those of one contact about anything when `about` is empty; sessions too.
  /// Answers how many links were alive.
  std::size_t revoke(const std::string& workspace, const std::string& about, const std::string& contact, Instant now);
  /// All links about an item, the oldest first.
  std::vector<Link> about(const std::string& workspace, const std::string& about);
  /// Drops sessions that are over and links that ended a year ago.
  void forget(Instant now);

 private:
  bool seen_lately(ledger::PortalSessionRow&, Instant now);

  ledger::LinkTables& tables_;
  std::mutex lock_;
  std::map<std::string, Instant> seen_;  ///< exactly, by digest; the table knows it to a minute
};

}  // namespace vs::app
