// What the registry does not hold: files, first passwords, per-person settings, the trail. Tokens, views and
// streams have their own files.
#include "app/api_answers.h"
#include "app/api_call.h"
#include "app/audit.h"
#include "app/dump.h"
#include "app/files.h"
#include "app/policy.h"
#include "app/scanner.h"
#include "app/secrets.h"
#include "features/people/people.h"

namespace vs::app {

bool Api::special(Call& call) {
  const bool reads = call.is("GET") || call.is("HEAD");
  const std::string what = call.part(0);
  if (what == "events" && call.part(1) == "stream" && reads) return stream(call), true;
  if (what == "files") return files(call), true;
  if (what == "tokens") return tokens(call), true;
  if (what == "saved_views") return saved_views(call), true;
  if (what == "audit" && reads) return audit(call), true;
  if (reads && proofs(call)) return true;
  if (what == "dump" && reads) return dump(call), true;
  if (what == "people" && call.part(2) == "reset_password" && call.is("POST")) return reset_password(call), true;
  if (what == "people" && call.part(2) == "invite" && call.is("POST")) return invite(call), true;
  if (reads && privacy(call)) return true;
  return mails(call);
}

void Api::files(Call& call) {
  if (call.is("POST") && call.parts() == 1) {
    if (!policy::allows("files.create", call.roles))
      return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
    if (!scanner_ || !scanner_->present()) return keep_file(call);
    // Elsewhere: a scanner may take seconds, and others wait for this thread.
    auto kept = std::make_shared<Call>(std::move(call));
    return scanner_->look_then({kept->request.body}, [this, kept](Result<void> clean) {
      if (!clean) return kept->refuse(clean.error());
      keep_file(*kept);
    });
  }
  if (call.is("GET") && call.parts() == 2) {
    if (!policy::allows("files.item", call.roles))
      return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
    auto opened = open_file(house_, call.workspace, call.part(1));
    if (!opened) return call.refuse(opened.error());
    http::Response out{200, opened->file.type, std::move(opened->bytes), {}, {}};
    out.headers.emplace_back("Content-Disposition", attachment(opened->file.name));
    out.headers.emplace_back("Content-Security-Policy", "sandbox; default-src 'none'");
    return call.respond(std::move(out));
  }
  call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
}

void Api::keep_file(Call& call) {
  try {
    const auto file = store_file(house_, call.workspace, call.request.query["name"], call.request.body,
                                 call.request.header("content-type"));
    if (!file) return call.refuse(file.error());
    call.ok(json::to_text(*file), 201);
  } catch (const ledger::StoreUnavailable&) {
    call.refuse(RefusalKind::busy, "database_unreachable", "The database cannot be reached just now.",
                "Try again in a moment.");
  }
}

void Api::settings(Call& call) {
  const std::string key = call.path.size() == 2 ? call.path[1] : "";
  // Those that begin with a tilde are the program's: they go with the person, but are not theirs to write.
  if (key.empty() || key.size() > 80 || key.starts_with('~'))
    return call.refuse(RefusalKind::not_found, "not_found", "There is no such setting.");
  const auto& person = call.caller.actor.person();
  if (call.is("GET")) return call.ok(house_.store().setting(person, key).value_or("null"));
  if (call.is("PUT")) {
    const auto value = json::parse(call.request.body);
    if (!value) return call.refuse(value.error());
    if (call.request.body.size() > 64 * 1024)
      return call.refuse(RefusalKind::too_large, "too_large", "A setting has at most 64 kB.");
    house_.store().put_setting(person, key, call.request.body);
    return call.ok(call.request.body);
  }
  call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
}

// The state in one canonical text: what a replay of the ledger must give again, byte for byte.
void Api::dump(Call& call) {
  if (!policy::allows("dump.item", call.roles))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
  slow_.answer(call.respond, [this, workspace = call.workspace](const http::Respond& respond) {
    const auto* ws = house_.engine().workspace(workspace);
    std::shared_lock lock(ws->lock);
    auto text = canonical_dump(house_.registry(), *ws);
    const auto batch = ws->batch;
    lock.unlock();
    house_.engine().after_durable(batch, [respond, text = std::move(text)]() mutable {
      respond({200, "text/plain; charset=utf-8", std::move(text), {}, {}});
    });
  });
}

void Api::audit(Call& call) {
  if (!policy::allows("audit.list", call.roles))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
  auto page = audit_page(house_, call.workspace, call.ask());
  if (!page) return call.refuse(page.error());
  house_.engine().after_durable(page->batch, [respond = call.respond, text = std::move(page->text)]() mutable {
    respond({200, "application/json", std::move(text), {}, {}});
  });
}

}  // namespace vs::app
