// For the tests of this feature: a small set-up program, on which the road of a request is walked through the same
// commands that people give, with everything that follows from them.
#pragma once

#include <deque>
#include <fstream>
#include <sstream>

#include "engine/registry.h"
#include "features/activities/activities_module.h"
#include "features/advocates/advocates_module.h"
#include "features/authorizations/authorizations_module.h"
#include "features/directory/directory_module.h"
#include "features/escalations/escalations_module.h"
#include "features/mail/mail_module.h"
#include "features/matching/matching_module.h"
#include "features/people/people_module.h"
#include "features/policies/policies_module.h"
#include "features/procedures/procedures_module.h"
#include "features/requests/requests_common.h"
#include "features/requests/requests_module.h"

namespace vs::requests {

class Road {
 public:
  Road()
      : registry_({people::module(), directory::module(), policies::module(), mail::module(), authorizations::module(),
                   advocates::module(), matching::module(), procedures::module(), activities::module(),
                   escalations::module(), requests::module()}) {
    registry_.prepare(world);
  }

  /// People of every role, policies, the procedure.
  void set_up() {
    for (const auto& role : people::all_roles()) join(role);
    must("administrator", "setup.defaults", "", "{}");
    std::ifstream file("sops/reference-approval.yaml");
    std::stringstream text;
    text << file.rdbuf();
    const auto ctx = context("administrator", "");
    happen(procedures::adopt_default(world.get<procedures::State>(), text.str(), ctx), ctx);
  }
  void join(const std::string& role) {
    const auto ctx = context("administrator", "");
    happen({people::Joined{"per_" + role,
                           Personal::of("per_" + role, role),
                           Personal::of("per_" + role, role + "@staff.test"),
                           {role}}},
           ctx);
  }
  /// An active, briefed advocate of a company of their own, who allowed reference calls for sales; their contact.
  std::string advocate(const std::string& name, const std::string& until = "2027-06-30") {
    const auto account = must("program_owner", "accounts.create", "",
                              R"({"name":")" + name + R"( Inc","industry":"Software","region":"EMEA"})");
    const auto contact = must("program_owner", "contacts.create", "",
                              R"({"account":")" + account + R"(","name":")" + name + R"(","email":")" + name +
                                  R"(@example.test","region":"EMEA","language":"en"})");
    must("account_owner", "authorizations.record", "",
         R"({"contact":")" + contact + R"(","grants":[{"use_type":"reference_call","channels":["sales"],"until":")" +
             until + R"("}],"evidence":[{"file":"fil_1","name":"mail"}],"how":"email","signer":")" + name + R"("})");
    const auto id = must("advocacy_manager", "advocates.create", "",
                         R"({"contact":")" + contact +
                             R"(","use_types":["reference_call"],"industries":["Software"],"products":[],)"
                             R"("regions":["EMEA"],"languages":["en"],"topics":[],"time_zone":"Europe/Paris",)"
                             R"("max_per_quarter":3})");
    for (const auto* step : {"qualify", "invite", "brief", "activate", "confirm_profile"})
      must("advocacy_manager", std::string("advocates.") + step, id, "{}");
    return contact;
  }

  struct Told {
    std::string id;
    std::vector<std::string> codes;  ///< of the refusal; empty when accepted
    std::vector<Reason> reasons;
    std::vector<std::string> events;
  };
  /// Somebody who holds only this role gives the command, and what follows from it happens.
  Told tell(const std::string& role, const std::string& command, const std::string& target, const std::string& body) {
    const auto ctx = context(role, target);
    const auto decision = named(&Module::commands, command).decide(world, json::parse(body).value(), ctx);
    if (!decision) {
      Told refused;
      refused.reasons = decision.error().reasons;
      for (const auto& reason : refused.reasons) refused.codes.push_back(reason.code);
      return refused;
    }
    return {decision->id, {}, {}, happen(decision->events, ctx)};
  }
  /// The same, and it must be accepted.
  std::string must(const std::string& role, const std::string& command, const std::string& target,
                   const std::string& body) {
    const auto told = tell(role, command, target, body);
    if (!told.codes.empty())
      throw std::runtime_error(command + " refused: " + told.codes.front() + " " + told.reasons.front().field + " " +
                               told.reasons.front().message);
    return told.id;
  }
  /// What a query answers to this role, as JSON.
  Result<std::string> see(const std::string& role, const std::string& query, const std::string& id,
                          std::map<std::string, std::string> params = {}) {
    const auto ctx = context(role, "");
    const auto answer = named(&Module::queries, query).answer(world, {ctx.actor, ctx.roles, now, id, params, sequence});
    if (!answer) return std::unexpected(answer.error());
    return answer->json;
  }
  json::Object item(const std::string& id, const std::string& role = "program_owner") {
    return json::parse(see(role, "requests.item", id).value()).value().as_object();
  }
  void tick() {
    for (const auto& module : registry_.modules())
      for (const auto& watcher : module.watchers) {
        Context ctx{{ActorKind::watcher, watcher.name, ""}, {}, now, seed()};
        happen(watcher.tick(world, ctx), ctx);
      }
  }
  const Request& request(const std::string& id) { return world.get<State>().requests.at(id); }
  const procedures::Case& the_case(const std::string& id) {
    return *procedures::find(world.get<procedures::State>(), id);
  }
  bool at(const std::string& id, const std::string& step) { return procedures::open_at(the_case(id), step); }
  /// Every clearance of the reviews, given by those who may.
  void clear_all(const std::string& id) {
    for (const auto* aspect : {"legal", "privacy", "channel"})
      must(std::string(aspect) + (std::string(aspect) == "channel" ? "_owner" : "_reviewer"), "requests.clear", id,
           R"({"aspect":")" + std::string(aspect) + R"(","outcome":"clear","reason":"Nothing against it"})");
  }

  World world;
  Instant now = *Instant::vj_parse("2026-11-23T10:00:00Z");
  std::uint64_t sequence = 0;

 private:
  Seed seed() {
    Seed s{};
    ++commands_;
    s[0] = std::uint8_t(commands_ & 0xff);
    s[1] = std::uint8_t(commands_ >> 8);
    return s;
  }
  /// A role of the staff, or the id of a contact who acts for themselves.
  Context context(const std::string& role, const std::string& target) {
    if (role.starts_with("con_")) return {{ActorKind::contact, role, ""}, {"customer"}, now, seed(), target};
    return {{ActorKind::person, "per_" + role, ""}, {role}, now, seed(), target};
  }
  template <class T>
  const T& named(std::vector<T> Module::* list, const std::string& name) {
    for (const auto& module : registry_.modules())
      for (const auto& each : module.*list)
        if (each.name == name) return each;
    throw std::runtime_error("nothing is called " + name);
  }
  std::vector<std::string> happen(const Events& events, const Context& ctx) {
    std::vector<std::string> names;
    std::deque<AnyEvent> pending(events.begin(), events.end());
    while (!pending.empty()) {
      const auto event = pending.front();
      pending.pop_front();
      names.emplace_back(event.type());
      const Meta meta{++sequence, now, ctx.actor, "cmd", 0};
      event.apply(world, meta);
      for (const auto* reaction : registry_.reactions(event.type()))
        for (auto& next : reaction->react(world, event, meta, ctx)) pending.push_back(std::move(next));
    }
    return names;
  }

  engine::Registry registry_;
  unsigned commands_ = 0;
};

}  // namespace vs::requests
