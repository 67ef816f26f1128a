// API tokens of a workspace: made, listed and revoked by its administrators; the secret is answered once.
#include "app/api_answers.h"
#include "app/api_call.h"
#include "app/policy.h"

namespace vs::app {
namespace {

constexpr std::size_t tokens_most = 200;
constexpr int days_usual = 90, days_most = 365;

struct TokenWish {
  std::string name;
  std::vector<std::string> scopes;
  std::optional<int> days;
};
BOOST_DESCRIBE_STRUCT(TokenWish, (), (name, scopes, days))

TokenItem item_of(const ledger::TokenRow& t) {
  return {t.id, t.name, t.user, t.scopes, t.created, t.expires, t.used, t.revoked};
}

Reasons obstacles(const TokenWish& wish, const std::vector<ledger::TokenRow>& all) {
  Reasons reasons;
  reasons.expect(!wish.name.empty(), "no_name", "name", "Say what the token is for.");
  reasons.expect(!wish.scopes.empty(), "no_scopes", "scopes", "Choose read, write or both.");
  for (const auto& s : wish.scopes)
    reasons.expect(s == "read" || s == "write", "unknown_scope", "scopes", "There is no scope '" + s + "'.");
  const int days = wish.days.value_or(days_usual);
  reasons.expect(days >= 1 && days <= days_most, "bad_days", "days", "A token lives 1 to 365 days.");
  const auto live = std::ranges::count_if(all, [](const auto& t) { return !t.revoked; });
  reasons.expect(std::size_t(live) < tokens_most, "too_many_tokens", "", "There are two hundred tokens already.",
                 "Revoke those that nobody uses.");
  return reasons;
}

}  // namespace

void Api::make_token(Call& call) {
  const auto wish = body_of<TokenWish>(call);
  if (!wish) return;
  const auto reasons = obstacles(*wish, sessions_.tokens().of(call.workspace));
  if (!reasons.empty()) return call.refuse(reasons.refuse().error());
  const auto made = sessions_.tokens().make(call.workspace, call.caller.actor.person(), wish->name, wish->scopes,
                                            system_now().plus_days(wish->days.value_or(days_usual)));
  notices_.tell(call.caller.actor.person(), "token");
  call.ok("{\"id\":" + json::to_text(made.id) + ",\"token\":" + json::to_text(made.secret) + "}", 201);
}

void Api::tokens(Call& call) {
  if (!policy::allows("tokens.create", call.roles))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
  if (call.is("GET") && call.parts() == 1) {
    std::vector<TokenItem> items;
    for (const auto& t : sessions_.tokens().of(call.workspace)) items.push_back(item_of(t));
    return call.ok("{\"items\":" + json::to_text(items) + ",\"next\":null,\"total\":" + std::to_string(items.size()) +
                   "}");
  }
  if (call.is("POST") && call.parts() == 1) return make_token(call);
  if (call.is("POST") && call.parts() == 3 && call.part(2) == "revoke") {
    if (!brings_nothing(call)) return;
    if (!sessions_.revoke_token(call.workspace, call.part(1)))
      return call.refuse(RefusalKind::not_found, "not_found", "There is no such token.");
    return call.ok("{\"id\":" + json::to_text(call.part(1)) + ",\"revoked\":true}");
  }
  call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
}

}  // namespace vs::app
