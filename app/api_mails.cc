// Letters and wording over the API, as far as it takes more than the registry: links that are shown once, previews of
// words that nobody adopted yet, and whether letters are delivered at all.
#include "app/api_answers.h"
#include "app/api_call.h"
#include "app/courier.h"
#include "app/policy.h"
#include "features/authorizations/wordings.h"
#include "features/mail/mail_views.h"

namespace vs::app {
namespace {

bool allowed(const std::set<std::string>& roles, const char* name) {
  return policy::allows(name, roles);
}

template <class Call>
void preview_wording(Call& call) {
  if (!allowed(call.roles, "wordings.preview"))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
  const auto words = body_of<authorizations::TryWording>(call);
  if (!words) return;
  const auto sample = authorizations::try_wording(call.part(1), *words, system_now().date());
  if (!sample) return call.refuse(sample.error());
  call.ok(json::to_text(*sample));
}

}  // namespace

bool Api::mails(Call& call) {
  const std::string what = call.part(0);
  const bool reads = call.is("GET") || call.is("HEAD"), posts = call.is("POST");
  if (what == "mails" && call.part(2) == "link" && posts && call.parts() == 3) return take_link(call), true;
  if (what == "mail_templates" && call.part(2) == "preview" && posts) return preview_letter(call), true;
  if (what == "wordings" && call.part(2) == "preview" && posts) return preview_wording(call), true;
  if (what != "mail_delivery" || !reads) return false;
  if (!allowed(call.roles, "mails.list"))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this."), true;
  const bool delivers = courier_ && courier_->delivers();
  call.ok(json::to_text(MailDelivery{delivers, delivers ? courier_->from() : std::string{}}));
  return true;
}

// The event says that a link was taken; the link itself goes to this one screen and nowhere else.
void Api::take_link(Call& call) {
  if (!courier_) return call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
  if (!brings_nothing(call)) return;
  engine::Submission s;
  s.workspace = call.workspace;
  s.actor = call.caller.actor;
  s.command = house_.registry().command("mails", "link", true);
  s.target = call.part(1);
  s.body = json::Object{};
  s.done = [this, workspace = call.workspace, id = call.part(1), respond = call.respond](engine::Outcome&& outcome) {
    if (!outcome.answer) return respond(http::problem(outcome.answer.error()));
    // Not here on the writer's thread: making a link writes to a file of its own.
    slow_.answer(respond, [this, workspace, id](const http::Respond& respond) {
      const auto* ws = house_.engine().workspace(workspace);
      std::shared_lock lock(ws->lock);
      const auto letter = ws->world.get<mail::State>().letters.at(id);
      lock.unlock();
      const auto url = courier_->fresh_link(workspace, letter, system_now());
      respond(
          {200, "application/json", "{\"id\":" + json::to_text(id) + ",\"url\":" + json::to_text(url) + "}", {}, {}});
    });
  };
  house_.engine().submit(std::move(s));
}

void Api::preview_letter(Call& call) {
  if (!allowed(call.roles, "mail_templates.preview"))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
  const auto words = body_of<mail::Template>(call);
  if (!words) return;
  const auto* ws = house_.engine().workspace(call.workspace);
  std::shared_lock lock(ws->lock);
  const auto preview = mail::preview(ws->world.get<mail::State>(), call.part(1), *words);
  lock.unlock();
  if (!preview) return call.refuse(preview.error());
  call.ok(json::to_text(*preview));
}

}  // namespace vs::app
