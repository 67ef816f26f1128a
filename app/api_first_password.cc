// How colleagues come to a first password, or to another one: by the link of a letter, so that no administrator ever
// knows it; and handed over only where no letter would reach them.
#include "app/api_call.h"
#include "app/courier.h"
#include "app/links.h"
#include "app/log.h"
#include "app/password_rules.h"
#include "app/policy.h"
#include "app/secrets.h"
#include "features/people/people.h"

namespace vs::app {
namespace {

struct NewPasswordFor {
  std::optional<bool> end_second_factor;  ///< they lost it too
};
BOOST_DESCRIBE_STRUCT(NewPasswordFor, (), (end_second_factor))

struct Secret {
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(Secret, (), (secret))

struct Acceptance {
  std::string secret, password;
};
BOOST_DESCRIBE_STRUCT(Acceptance, (), (secret, password))

// Who chooses a password where. What a link does not open it does not tell either.
struct Welcome {
  std::string person, name, email, workspace, workspace_name;
  std::size_t password_characters_least = 0;
};
BOOST_DESCRIBE_STRUCT(Welcome, (), (name, email, workspace, workspace_name, password_characters_least))

std::unexpected<Refusal> over() {
  return refuse(RefusalKind::rule, "invitation.over", "This link is not good any more, or not whole.",
                "Copy all of it out of the letter, or ask an administrator to invite you again.", "secret");
}

Result<Welcome> welcome(House& house, Sessions& sessions, const std::string& secret) {
  const auto link = Links(house.store()).find(secret);
  if (!link || link->purpose != purpose_of_invitations || !link->alive(system_now())) return over();
  const auto* ws = house.engine().workspace(link->workspace);
  if (!ws) return over();
  std::shared_lock lock(ws->lock);
  const auto* person = people::find(ws->world.get<people::State>(), link->contact);
  if (!person || !person->active) return over();
  const auto known = sessions.passwords().email(person->id);  // of who signs in elsewhere already
  const bool factor = sessions.passwords().second_factors().on(person->id);
  return Welcome{person->id,
                 person->name.words(),
                 known.empty() ? person->email.words() : known,
                 ws->id,
                 ws->name,
                 factor ? password_characters_with_factor : password_characters_alone};
}

}  // namespace

// Where letters leave, nobody needs to know the password of another; to an address that bounces none leaves.
bool Api::reached_by_letter(const std::string& workspace, const std::string& person) {
  if (!courier_ || !courier_->delivers()) return false;
  const auto* ws = house_.engine().workspace(workspace);
  std::shared_lock lock(ws->lock);
  const auto& spared = ws->world.get<mail::State>().suppressed;
  const auto it = spared.find(person);
  return it == spared.end() || !it->second.bounced;
}

// Nothing when it was refused; else whether their second factor goes too.
std::optional<bool> Api::may_let_in(Call& call) {
  if (!policy::allows("people." + call.part(2), call.roles)) {
    call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
    return {};
  }
  if (call.request.body.empty()) call.request.body = "{}";
  const auto wish = body_of<NewPasswordFor>(call);
  return wish ? std::optional(wish->end_second_factor.value_or(false)) : std::nullopt;
}

// Records that it happens; then, where passwords are changed one after the other, does it.
void Api::let_in(const Call& call, std::function<http::Response(const Answer&)> change) {
  engine::Submission s;
  s.workspace = call.workspace;
  s.actor = call.caller.actor;
  s.target = call.part(1);
  s.command = house_.registry().command("people", call.part(2), true);
  s.body = json::Object{};
  s.done = [this, change = std::move(change), respond = call.respond](engine::Outcome&& outcome) {
    if (!outcome.answer) return respond(http::problem(outcome.answer.error()));
    sessions_.passwords().in_turn(
        respond, [change, answer = *outcome.answer](const http::Respond& respond) { respond(change(answer)); });
  };
  house_.engine().submit(std::move(s));
}

void Api::end_lost_factor(const std::string& person) {
  sessions_.passwords().second_factors().end(person);
  notices_.tell(person, "factor_off");
}

// The event says that it happened; the password goes to the administrator's screen once and nowhere else.
void Api::reset_password(Call& call) {
  const auto lost = may_let_in(call);
  if (!lost) return;
  const auto person = call.part(1);
  if (reached_by_letter(call.workspace, person))
    return call.refuse(RefusalKind::rule, "password.by_letter", "Nobody needs to know the password of another here.",
                       "Invite the person by letter: they choose their own.");
  const auto* ws = house_.engine().workspace(call.workspace);
  std::string email;
  {
    std::shared_lock lock(ws->lock);
    if (const auto* p = people::find(ws->world.get<people::State>(), person)) email = p->email.words();
  }
  let_in(call, [this, person, email, lost](const Answer&) {
    const auto password = make_password();
    sessions_.put_user(person, email, password, true);
    notices_.tell(person, "password");
    if (*lost) end_lost_factor(person);
    const auto body = "{\"id\":" + json::to_text(person) + ",\"password\":" + json::to_text(password) + "}";
    return http::Response{200, "application/json", body, {}, {}};
  });
}

void Api::invite(Call& call) {
  const auto lost = may_let_in(call);
  if (!lost) return;
  const auto person = call.part(1);
  if (!reached_by_letter(call.workspace, person))
    return call.refuse(RefusalKind::rule, "invitation.no_letters", "No letter would reach this person.",
                       "Set a first password and hand it over, or name a mail server in the settings.");
  let_in(call, [this, person, lost](const Answer& answer) {
    // Whoever can sign in until the link is used may be the reason for it.
    if (const auto email = sessions_.passwords().email(person); !email.empty())
      sessions_.put_user(person, email, make_password());
    if (*lost) end_lost_factor(person);
    return http::Response{200, "application/json", answer.json, {}, {}};
  });
}

void Api::invitation(Call& call) {
  const bool looks = call.path.size() == 2 && call.path[1] == "look";
  if (!call.is("POST") || (call.path.size() != 1 && !looks))
    return call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
  if (looks) {
    const auto body = body_of<Secret>(call);
    if (!body) return;
    const auto found = welcome(house_, sessions_, body->secret);
    return found ? call.ok(json::to_text(*found)) : call.refuse(found.error());
  }
  const auto body = body_of<Acceptance>(call);
  if (!body) return;
  const auto found = welcome(house_, sessions_, body->secret);
  if (!found) return call.refuse(found.error());
  const bool factor = sessions_.passwords().second_factors().on(found->person);
  auto known = known_of(found->person);
  known.push_back(found->email);
  const auto reasons = password_obstacles(body->password, factor, known, "password");
  if (!reasons.empty()) return call.refuse(reasons.refuse().error());
  const auto choose = [this, who = *found, password = body->password](const http::Respond& respond) {
    // Of two that come at once, one finds the link alive.
    if (!Links(house_.store()).revoke(who.workspace, who.person, who.person, system_now()))
      return respond(http::problem(over().error()));
    sessions_.put_user(who.person, who.email, password);
    notices_.tell(who.person, "password");
    house_.engine().append(who.workspace, {ActorKind::person, who.person, ""},
                           [&](const World&, const Context&) { return Events{people::PasswordChosen{who.person}}; });
    log::info("password_chosen", {{"person", log::Id(who.person)}});
    respond({200, "application/json", "{\"ok\":true}", {}, {}});
  };
  sessions_.passwords().in_turn(call.respond, choose);
}

}  // namespace vs::app
