// What the house's own routes answer: one description each for writing it, for OpenAPI and for the web app's types.
#pragma once

#include <map>

#include "app/files.h"
#include "app/login_notices.h"
#include "app/person_words.h"
#include "app/sessions.h"
#include "kernel/json.h"
#include "kernel/time.h"

namespace vs::app {

BOOST_DESCRIBE_STRUCT(SessionItem, (), (id, device, signed_in_at, last_seen_at, this_one))
BOOST_DESCRIBE_STRUCT(StoredFile, (), (id, name, size, type))

/// One's own account.
struct Security {
  bool second_factor = false;
  std::size_t recovery_codes_left = 0;
  std::size_t password_characters_least = 0;
  std::optional<Instant> initial_password_until;
  std::vector<SessionItem> sessions;
  std::vector<LoginNotice> notices;
};
BOOST_DESCRIBE_STRUCT(Security, (),
                      (second_factor, recovery_codes_left, password_characters_least, initial_password_until, sessions,
                       notices))

struct TokenItem {
  std::string id, name, person;
  std::vector<std::string> scopes;
  Instant created_at;
  std::optional<Instant> expires_at, last_used_at;
  bool revoked = false;
};
BOOST_DESCRIBE_STRUCT(TokenItem, (), (id, name, person, scopes, created_at, expires_at, last_used_at, revoked))

/// Where the words of somebody else name a person.
struct MentionRow {
  std::string ref, event, field;
  Instant at;
  std::string by;
  Mention how{};
  LongText words;
  bool goes_by_itself = false;  ///< letters and imported files, which nobody has to choose
};
BOOST_DESCRIBE_STRUCT(MentionRow, (), (ref, event, field, at, by, how, words, goes_by_itself))

/// What is held about a person.
struct FoundPage {
  std::map<std::string, std::uint64_t> own;  ///< words that the person owns, by type of event
  std::vector<MentionRow> mentions;
  std::uint64_t files = 0, more = 0;  ///< more: mentions beyond those shown
};
BOOST_DESCRIBE_STRUCT(FoundPage, (), (own, mentions, files, more))

/// Whether letters leave, and from whom.
struct MailDelivery {
  bool delivers = false;
  std::string from;
};
BOOST_DESCRIBE_STRUCT(MailDelivery, (), (delivers, from))

}  // namespace vs::app
