// One's own account: password, second factor, sessions. Nobody reaches anybody else's here, and no token does.
#include "app/api_answers.h"
#include "app/api_call.h"
#include "app/password_rules.h"
#include "features/people/people.h"

namespace vs::app {

namespace {

struct NewPassword {
  std::string current, next;
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (current, next))

struct Proof {
  std::string password;
  std::optional<std::string> code;
};
BOOST_DESCRIBE_STRUCT(Proof, (), (password, code))

struct Code {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(Code, (), (code))

http::Response cookie_answer(const std::string& cookie) {
  return {200, "application/json", "{\"ok\":true}", {{"Set-Cookie", cookie}}, {}};
}

}  // namespace

void Api::account(Call& call) {
  const auto part = [&](std::size_t n) { return call.path.size() > n ? call.path[n] : std::string{}; };
  const auto n = call.path.size();
  const std::string what = part(1) + (n > 2 ? "/" + part(n - 1) : "");
  if (call.caller.actor.kind == ActorKind::token)
    return call.refuse(RefusalKind::forbidden, "session_needed", "A token cannot do this; sign in.");
  if (call.is("GET") && n == 2 && what == "security") return security(call);
  if (!call.is("POST")) return call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
  if (n == 2 && what == "password") return choose_password(call);
  if (n == 2 && what == "step_up") return step_up(call);
  if (n == 2 && what == "language") return choose_language(call);
  if (n == 3 && what == "second_factor/begin") return begin_second_factor(call);
  if (n == 3 && what == "second_factor/confirm") return confirm_second_factor(call);
  if (n == 3 && what == "second_factor/end") return end_second_factor(call);
  if (part(1) == "sessions" && !sessions_.fresh(call.caller)) return ask_again(call);
  if (part(1) == "sessions" && !brings_nothing(call)) return;
  if (n == 3 && what == "sessions/end_others") return sessions_.end_others(call.caller), call.ok("{\"ok\":true}");
  if (n == 4 && what == "sessions/end") {
    if (!sessions_.end(call.caller, part(2)))
      return call.refuse(RefusalKind::not_found, "not_found", "You have no such session.");
    return call.ok("{\"ok\":true}");
  }
  call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
}

void Api::security(Call& call) {
  auto& passwords = sessions_.passwords();
  const auto& person = call.caller.actor.id;
  const bool on = passwords.second_factors().on(person);
  call.ok(json::to_text(Security{on, passwords.second_factors().recovery_codes_left(person),
                                 on ? password_characters_with_factor : password_characters_alone,
                                 passwords.initial_until(person), sessions_.of(call.caller), notices_.of(person)}));
}

// What others know of a person: their names, addresses and where they work.
std::vector<std::string> Api::known_of(const std::string& person) {
  std::vector<std::string> known{sessions_.passwords().email(person)};
  for (const auto* ws : house_.engine().workspaces()) {
    std::shared_lock lock(ws->lock);
    const auto* found = people::find(ws->world.get<people::State>(), person);
    if (!found) continue;
    known.push_back(ws->name);
    known.push_back(found->name.words());
  }
  return known;
}

http::Response Api::refused_login(const Refusal& refusal, const std::string& email, const std::string& remote) {
  auto out = http::problem(refusal);
  if (refusal.kind != RefusalKind::too_many) return out;
  const int seconds = sessions_.passwords().guessing().wait_seconds(folded(email), remote);
  std::erase_if(out.headers, [](const auto& header) { return header.first == "Retry-After"; });
  out.headers.emplace_back("Retry-After", std::to_string(std::max(1, seconds)));
  return out;
}

// Checks the password (and code) that came with a call, then does what was asked, on the thread that hashes.
void Api::proven(Call& call, const std::string& password, const std::string& code, std::function<void()> then) {
  const auto& person = call.caller.actor.id;
  sessions_.passwords().check_person(person, password, code, call.request.remote,
                                     [this, email = sessions_.passwords().email(person), remote = call.request.remote,
                                      respond = call.respond, then = std::move(then)](Result<std::string> checked) {
                                       if (!checked && checked.error().kind == RefusalKind::unauthorized) {
                                         checked.error().kind = RefusalKind::rule;  // the session itself is good
                                         checked.error().reasons[0].field =
                                             checked.error().reasons[0].code == "wrong_login" ? "password" : "code";
                                       }
                                       if (!checked) return respond(refused_login(checked.error(), email, remote));
                                       then();
                                     });
}

void Api::step_up(Call& call) {
  const auto proof = body_of<Proof>(call);
  if (!proof) return;
  sessions_.step_up(call.caller, proof->password, proof->code.value_or(""), call.request.remote,
                    [this, respond = call.respond, remote = call.request.remote,
                     email = sessions_.passwords().email(call.caller.actor.id)](Result<std::string> cookie) {
                      if (cookie) return respond(cookie_answer(*cookie));
                      if (cookie.error().kind == RefusalKind::unauthorized) cookie.error().kind = RefusalKind::rule;
                      respond(refused_login(cookie.error(), email, remote));
                    });
}

void Api::choose_password(Call& call) {
  const auto wish = body_of<NewPassword>(call);
  if (!wish) return;
  const auto& person = call.caller.actor.id;
  const auto reasons =
      password_obstacles(wish->next, sessions_.passwords().second_factors().on(person), known_of(person), "next");
  if (!reasons.empty()) return call.refuse(reasons.refuse().error());
  // The session stands for a second factor already; what is asked here is whether it is still its person.
  sessions_.passwords().check_password(
      person, wish->current, call.request.remote,
      [this, caller = call.caller, next = wish->next, email = sessions_.passwords().email(person),
       remote = call.request.remote, respond = call.respond](Result<std::string> checked) {
        if (!checked) {
          if (checked.error().kind == RefusalKind::unauthorized)
            checked = refuse(RefusalKind::rule, "wrong_password", "This is not your present password.",
                             "Type the password that you signed in with.", "current");
          return respond(refused_login(checked.error(), email, remote));
        }
        sessions_.choose_password(caller, next);
        notices_.tell(caller.actor.id, "password");
        respond({200, "application/json", "{\"ok\":true}", {}, {}});
      });
}

void Api::begin_second_factor(Call& call) {
  const auto proof = body_of<Proof>(call);
  if (!proof) return;
  auto& factors = sessions_.passwords().second_factors();
  const auto& person = call.caller.actor.id;
  if (factors.on(person))
    return call.refuse(RefusalKind::conflict, "factor.on", "You have a second factor already.",
                       "End it before you set up another one.");
  proven(call, proof->password, "",
         [&factors, person, email = sessions_.passwords().email(person), respond = call.respond] {
           const auto offer = factors.begin(person, email);
           respond({200,
                    "application/json",
                    "{\"secret\":" + json::to_text(offer.secret) + ",\"uri\":" + json::to_text(offer.uri) + "}",
                    {},
                    {}});
         });
}

void Api::confirm_second_factor(Call& call) {
  const auto body = body_of<Code>(call);
  if (!body) return;
  const auto codes = sessions_.passwords().second_factors().confirm(call.caller.actor.id, body->code);
  if (!codes) return call.refuse(codes.error());
  sessions_.end_others(call.caller);
  notices_.tell(call.caller.actor.id, "factor_on");
  call.ok("{\"recovery_codes\":" + json::to_text(*codes) + "}");
}

void Api::end_second_factor(Call& call) {
  const auto proof = body_of<Proof>(call);
  if (!proof) return;
  proven(call, proof->password, proof->code.value_or(""),
         [this, person = call.caller.actor.id, respond = call.respond] {
           sessions_.passwords().second_factors().end(person);
           notices_.tell(person, "factor_off");
           respond({200, "application/json", "{\"ok\":true}", {}, {}});
         });
}

}  // namespace vs::app
