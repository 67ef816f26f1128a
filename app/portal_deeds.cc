// Deeds of customers: a form becomes a command of theirs, and a page follows.
#include "app/portal_call.h"
#include "features/directory/directory.h"
#include "features/mail/mail.h"

namespace vs::app {

using namespace portal_wire;

void Portal::carry_out(Call& call, portal::Deed deed) {
  const auto& link = call.visit.link;
  if (deed.keep) {
    std::lock_guard lock(lock_);
    auto& known = memory(call.visit.session);
    if (deed.merge)
      for (const auto& [name, value] : known.draft.fields)
        if (!call.form.fields.contains(name)) call.form.fields.emplace(name, value);
    known.draft = call.form;
  }
  if (!deed.problems.empty()) return refuse(call, deed, deed.problems);
  if (deed.send_code) send_code(call);
  if (deed.check_code) {
    std::string code = call.form.one("code");
    std::erase_if(code, [](char c) { return c < '0' || c > '9'; });
    if (!links_.check_code(link.workspace, link.contact, link.about, code, clock_()))
      return refuse(call, deed, {deed.wrong_code});
    std::lock_guard lock(lock_);
    memory(call.visit.session).proven = true;
  }
  if (deed.collection.empty()) return call.respond(see(deed.then));
  submit(call, std::move(deed));
}

void Portal::submit(Call& call, portal::Deed deed) {
  engine::Submission s;
  s.workspace = call.visit.link.workspace;
  s.actor = {ActorKind::contact, call.visit.link.contact, ""};
  s.command = house_.registry().command(deed.collection, deed.action, !deed.target.empty());
  if (!s.command) return plain(call, "problem", 503);
  s.target = deed.target;
  s.body = deed.body;
  s.trusted = deed.trusted;
  s.idempotency_key = key_of(call.visit.session, call.request.path, call.form);
  s.fingerprint = s.idempotency_key;
  auto kept = std::make_shared<Call>(std::move(call));
  s.done = [this, kept, deed](engine::Outcome&& outcome) {
    if (!outcome.answer) {
      // Pages are made elsewhere: the writer must not wait for them.
      slow_.answer(kept->respond, [this, kept, deed, refusal = outcome.answer.error()](const http::Respond& respond) {
        kept->respond = respond;
        const auto language = kept->visit.link.contact.empty() ? "" : deed.language;
        const int status = refusal.kind == RefusalKind::busy ? 503 : 422;
        refuse(*kept, deed, portal::sentences(language, refusal.reasons), status);
      });
      return;
    }
    {
      std::lock_guard lock(lock_);
      memory(kept->visit.session).draft = {};
    }
    if (deed.ends) {
      links_.revoke(kept->visit.link.workspace, "", kept->visit.link.contact, clock_());
      return plain(*kept, deed.note);
    }
    kept->respond(see(deed.then + (deed.note.empty() ? "" : "?note=" + deed.note)));
  };
  house_.engine().submit(std::move(s));
}

void Portal::refuse(Call& call, const portal::Deed& deed, std::vector<std::string> problems, int status) {
  show(call, deed.stay, std::move(problems), status);
}

// The courier makes the digits when the letter leaves, so that they stand in no ledger.
void Portal::send_code(const Call& call) {
  const auto link = call.visit.link;
  if (!may_write(link.workspace + '\n' + link.contact)) return;
  slow_.run([this, link] {
    house_.engine().append(link.workspace, {ActorKind::contact, link.contact, ""},
                           [&](const World& world, const Context& context) {
                             const auto* contact = directory::contact(world.get<directory::State>(), link.contact);
                             mail::Draft draft;
                             draft.kind = "authorization.step_up";
                             draft.contact = link.contact;
                             draft.language = portal::language_of(world, link.contact);
                             draft.about = link.about;
                             draft.may_wait = false;
                             if (contact) draft.values["customer"] = contact->name.words();
                             return mail::write(world.get<mail::State>(), draft, context);
                           });
  });
}

// To the address in the directory, which is the one that the first letter went to; the page never names it.
void Portal::send_link(const Link& link) {
  const auto purpose = parse_enum<mail::Purpose>(link.purpose);
  if (!purpose || !house_.engine().workspace(link.workspace)) return;
  if (house_.engine().roles_of(link.workspace, {ActorKind::contact, link.contact, ""}).empty()) return;
  house_.engine().append(link.workspace, {ActorKind::contact, link.contact, ""},
                         [&](const World& world, const Context& context) {
                           const auto* contact = directory::contact(world.get<directory::State>(), link.contact);
                           mail::Draft draft;
                           draft.kind = "link.fresh";
                           draft.contact = link.contact;
                           draft.language = portal::language_of(world, link.contact);
                           draft.about = link.about;
                           draft.purpose = *purpose;
                           draft.may_wait = false;
                           if (contact) draft.values["customer"] = contact->name.words();
                           return mail::write(world.get<mail::State>(), draft, context);
                         });
}

}  // namespace vs::app
