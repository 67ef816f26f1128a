// Whether a receipt says what the proved events say: they are folded as the program folds them.
#include <boost/json/parse.hpp>

#include <map>

#include "app/modules.h"
#include "app/verify_proof.h"
#include "engine/registry.h"
#include "features/authorizations/authorizations_views.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "features/policies/policies.h"
#include "ledger/envelope.h"

namespace vs::app {
namespace {

// What follows from the events of the permission alone: not names and numbers, which other events gave.
constexpr const char* compared[] = {
    "asked",          "permitted", "how",      "disclosures", "evidence",          "uses",
    "wording_digest", "wording",   "language", "version",     "asked_at_sequence", "given_at_sequence"};

void fold(World& world, const engine::Registry& registry, const Verdict& verdict) {
  std::map<std::string, std::string> words;
  for (const auto& each : verdict.words) words[each.ref] = each.words;
  for (const auto& proved : verdict.events) {
    if (!proved.type.starts_with("authorization.")) continue;
    const auto& ops = registry.event(proved.type);
    AnyEvent event(ops, ops.decode(ledger::decode_envelope(proved.bytes).data));
    event.personal([&](Personal& value) {
      if (const auto known = words.find(value.ref()); known != words.end()) value.unseal("", known->second);
    });
    event.apply(world, proved.meta);
  }
}

}  // namespace

std::optional<std::string> disagreement(const json::Object& receipt, const Verdict& verdict) try {
  const engine::Registry registry(modules());
  World world;
  registry.prepare(world);
  fold(world, registry, verdict);
  const auto& state = world.get<authorizations::State>();
  if (state.authorizations.size() != 1) return "its events are not those of one permission";
  const Ask ask{
      {ActorKind::person, "verifier", ""}, {"legal_reviewer"}, {}, state.authorizations.begin()->first, {}, 0};
  const auto made = authorizations::receipt(state, directory::State{}, people::State{}, policies::State{}, ask);
  if (!made) return "its events make no receipt";
  const auto expected = boost::json::parse(json::to_text(*made));
  for (const char* name : compared) {
    // What is absent in both agrees: not every permission says how it was given.
    const auto *said = receipt.if_contains(name), *known = expected.as_object().if_contains(name);
    const bool alike = said && known ? *said == *known : said == known;
    if (!alike) return std::string("`") + name + "` is not what its events say";
  }
  return {};
} catch (const UnreadableEvent& error) {
  return error.what();
}

}  // namespace vs::app
