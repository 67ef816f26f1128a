#include "app/tokens.h"

#include <algorithm>

#include "app/secrets.h"

namespace vs::app {
namespace {

// The last use is written down at most once a minute: it is for people, and a write costs a disk's sync.
constexpr std::int64_t noted_every_us = 60ll * 1'000'000;

}  // namespace

Tokens::Tokens(ledger::Store& store, Clock clock) : store_(store), clock_(std::move(clock)) {
  for (auto& t : store_.tokens()) tokens_.emplace(t.digest, t);
}

Tokens::Made Tokens::make(const std::string& workspace, const std::string& person, const std::string& name,
                          std::vector<std::string> scopes, std::optional<Instant> expires) {
  const std::string secret = "vs_" + random_text(40);
  ledger::TokenRow row{"tok_" + random_text(20), digest_of(secret), workspace, person, name,
                       std::move(scopes),        clock_(),          expires,   false,  {}};
  store_.put_token(row);
  std::lock_guard lock(lock_);
  tokens_[row.digest] = row;
  return {row.id, secret};
}

std::vector<ledger::TokenRow> Tokens::of(const std::string& workspace) {
  std::lock_guard lock(lock_);
  std::vector<ledger::TokenRow> out;
  for (const auto& [digest, t] : tokens_)
    if (t.workspace == workspace) out.push_back(t);
  std::ranges::sort(out, {}, [](const auto& t) { return t.created; });
  return out;
}

ledger::TokenRow* Tokens::find(const std::string& id) {
  for (auto& [digest, t] : tokens_)
    if (t.id == id) return &t;
  return nullptr;
}

bool Tokens::revoke(const std::string& workspace, const std::string& id) {
  std::lock_guard lock(lock_);
  auto* token = find(id);
  if (!token || token->workspace != workspace) return false;
  token->revoked = true;
  store_.put_token(*token);
  return true;
}

void Tokens::refresh() {
  std::unordered_map<std::string, ledger::TokenRow> now;
  for (auto& t : store_.tokens()) now.emplace(t.digest, t);
  std::lock_guard lock(lock_);
  tokens_ = std::move(now);
}

bool Tokens::in_force(const ledger::TokenRow& token) const {
  return !token.revoked && (!token.expires || *token.expires > clock_());
}

bool Tokens::in_force(const std::string& id) {
  std::lock_guard lock(lock_);
  const auto* token = find(id);
  return token && in_force(*token);
}

std::optional<Caller> Tokens::caller(std::string_view secret) {
  const auto now = clock_();
  bool write_down = false;
  Caller out;
  {
    std::lock_guard lock(lock_);
    const auto it = tokens_.find(digest_of(secret));
    if (it == tokens_.end() || !in_force(it->second)) return {};
    auto& token = it->second;
    token.used = now;
    auto& noted = noted_[token.id];
    if ((write_down = now.us - noted.us >= noted_every_us)) noted = now;
    out = {{ActorKind::token, token.id, token.user}, token.workspace, token.scopes, ""};
  }
  if (write_down) store_.note_token_use(out.actor.id, now);
  return out;
}

}  // namespace vs::app
