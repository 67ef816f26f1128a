#include "app/links.h"

#include <sodium.h>

namespace vs::app {
namespace {

constexpr std::int64_t minute_us = 60'000'000;
constexpr std::int64_t idle_us = 15 * minute_us, longest_us = 120 * minute_us;
constexpr int kept_days = 365;  // an expired link still knows the address for a fresh one
constexpr std::size_t secret_bytes = 32, secret_longest = 100;
constexpr std::int64_t code_us = 10 * minute_us;
constexpr int code_tries = 5;

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

// Few digits need more than a digest of them: the place makes every table of guesses worthless.
std::string digest_of_code(const std::string& ws, const std::string& contact, const std::string& about,
                           const std::string& code) {
  return digest(ws + '\n' + contact + '\n' + about + '\n' + code);
}

Link link_of(const ledger::LinkRow& row) {
  return {row.workspace, row.contact, row.purpose, row.about, row.made, row.until, row.revoked};
}

}  // namespace

Links::Links(ledger::Store& store) : tables_(store.links()) {}

std::string Links::make(const std::string& workspace, const std::string& contact, const std::string& purpose,
                        const std::string& about, Instant until, Instant now) {
  const std::string secret = make_secret();
  tables_.put_link({digest(secret), workspace, contact, purpose, about, now, until, false});
  return secret;
}

std::optional<Link> Links::find(const std::string& secret) {
  if (secret.empty() || secret.size() > secret_longest) return {};
  const auto row = tables_.link(digest(secret));
  return row ? std::optional(link_of(*row)) : std::nullopt;
}

std::optional<std::string> Links::open(const std::string& secret, Instant now) {
  const auto link = find(secret);
  if (!link || !link->alive(now) || link->purpose == purpose_of_invitations) return {};
  const std::string session = make_secret();
  tables_.put_portal_session({digest(session), digest(secret), now, now});
  return session;
}

std::optional<Visit> Links::visit(const std::string& session_secret, Instant now) {
  if (session_secret.empty() || session_secret.size() > secret_longest) return {};
  const auto name = digest(session_secret);
  auto session = tables_.portal_session(name);
  if (!session) return {};
  const bool write_down = !seen_lately(*session, now);
  if (now.us - session->seen.us > idle_us || now.us - session->since.us > longest_us) return {};
  const auto link = tables_.link(session->link);
  if (!link || link->revoked) return {};
  {
    std::lock_guard lock(lock_);
    seen_[name] = now;
  }
  if (write_down) tables_.touch_portal_session(name, now);
  return Visit{link_of(*link), in_hex(name), session->since};
}

// Sets `seen` to what this process knows better than the table. False when that is to be written down again.
bool Links::seen_lately(ledger::PortalSessionRow& session, Instant now) {
  const auto written = session.seen;
  std::lock_guard lock(lock_);
  if (const auto it = seen_.find(session.digest); it != seen_.end()) session.seen = std::max(session.seen, it->second);
  return now.us - written.us < minute_us;
}

void Links::leave(const std::string& session) {
  tables_.drop_portal_session(from_hex(session));
  std::lock_guard lock(lock_);
  seen_.erase(from_hex(session));
}

std::string Links::make_code(const std::string& workspace, const std::string& contact, const std::string& about,
                             Instant now) {
  std::string code;
  for (int i = 0; i < 6; ++i) code += char('0' + randombytes_uniform(10));
  tables_.put_code({workspace, contact, about}, digest_of_code(workspace, contact, about, code), now);
  return code;
}

bool Links::check_code(const std::string& workspace, const std::string& contact, const std::string& about,
                       const std::string& code, Instant now) {
  const ledger::CodePlace place{workspace, contact, about};
  const auto tried = tables_.try_code(place, {now.us - code_us}, code_tries);
  const bool right = tried && *tried == digest_of_code(workspace, contact, about, code);
  if (right) tables_.drop_code(place);
  return right;
}

std::size_t Links::revoke(const std::string& workspace, const std::string& about, const std::string& contact,
                          Instant now) {
  return tables_.revoke_links(workspace, about, contact, now);
}

std::vector<Link> Links::about(const std::string& workspace, const std::string& about) {
  std::vector<Link> out;
  for (const auto& row : tables_.links_about(workspace, about)) out.push_back(link_of(row));
  return out;
}

void Links::forget(Instant now) {
  tables_.forget_links({now.us - code_us}, {now.us - longest_us}, now.plus_days(-kept_days));
  std::lock_guard lock(lock_);
  std::erase_if(seen_, [&](const auto& pair) { return now.us - pair.second.us > longest_us; });
}

}  // namespace vs::app
