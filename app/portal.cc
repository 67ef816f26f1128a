#include "app/portal.h"

#include "app/files.h"
#include "app/portal_call.h"
#include "app/proving.h"
#include "app/scanner.h"
#include "features/directory/directory.h"

namespace vs::app {
namespace {

constexpr std::int64_t memory_us = 2ll * 3600 * 1'000'000;
constexpr std::size_t memories_most = 20'000;
constexpr int cookie_seconds = 2 * 3600;

const char* cookie_name(bool secure) {
  return secure ? "__Host-vouchsafe-portal" : "vouchsafe-portal";
}

}  // namespace

using namespace portal_wire;

Portal::Portal(House& house, Links& links, Checkpoints& checkpoints, bool secure, bool letters,
               std::function<Instant()> clock)
    : house_(house),
      links_(links),
      checkpoints_(checkpoints),
      secure_(secure),
      letters_leave_(letters),
      clock_(std::move(clock)) {}

Portal::~Portal() {
  slow_.join();
}

bool Portal::owns(const std::string& path) {
  return path == "/p" || path.starts_with("/p/");
}

void Portal::handle(http::Request&& request, http::Respond respond) {
  Call call{std::move(request), std::move(respond), {}, {}, {}, {}};
  call.session_secret = call.request.cookie(cookie_name(secure_));
  if (call.is("GET") || call.is("HEAD")) return get(call);
  if (!call.is("POST")) {
    http::Response out{call.is("OPTIONS") ? 204 : 405, "text/plain; charset=utf-8", "", {}, {}};
    out.headers.emplace_back("Allow", "GET, HEAD, POST");
    return call.respond(std::move(out));
  }
  auto sent = sent_by(call.request);
  if (!sent || from_another_site(call.request)) return plain(call, "problem", 400);
  call.form = std::move(sent->form);
  call.files = std::move(sent->files);
  post(call);
}

// Looking changes nothing, whoever looks and however often.
void Portal::get(Call& call) {
  const auto& path = call.request.path;
  if (path == "/p" || path == "/p/") return plain(call, "open");
  if (path == "/p/sent") return plain(call, "sent");
  if (auto file = portal::file(path.substr(3))) {
    auto out = response(std::move(*file));
    out.headers.back() = {"Cache-Control", "public, max-age=3600"};
    return call.respond(std::move(out));
  }
  if (!enter(call)) return plain(call, "over");
  if (path == "/p/receipt") return receipt(call);
  show(call, path);
}

// The record itself with its proof, as both sides may keep it; the query knows whose it is.
void Portal::receipt(Call& call) {
  const auto& link = call.visit.link;
  const bool of_one = link.purpose == "authorize" || link.purpose == "renew";
  if (!of_one && link.purpose != "my_page") return plain(call, "not_found", 404);
  const std::string id = of_one ? link.about : call.request.query["id"];
  const Ask ask{{ActorKind::contact, link.contact, ""}, {"customer"}, clock_(), id, {}, 0};
  slow_.run([this, ask, kept = std::make_shared<Call>(std::move(call))] {
    try {
      auto receipt = proved_receipt(house_, checkpoints_, kept->visit.link.workspace, ask);
      if (!receipt) return plain(*kept, "not_found", 404);
      portal::Page page;
      page.html = std::move(*receipt);
      page.type = "application/json";
      page.file = "receipt.json";
      kept->respond(response(std::move(page)));
    } catch (const std::exception&) {
      plain(*kept, "problem", 503);
    }
  });
}

void Portal::post(Call& call) {
  const auto& path = call.request.path;
  if (path == "/p/open") return open(call);
  if (path == "/p/fresh") return fresh(call);
  if (!enter(call) || call.form.one("once") != once_of(call.session_secret)) return plain(call, "over");
  call.form.fields.erase("once");
  if (path == "/p/language") return choose_language(call);
  std::erase_if(call.files, [&](const Upload& file) { return file.field != "agreement" || path != "/p/answer"; });
  if (call.files.empty() || !scanner_ || !scanner_->present()) return take_form(call);
  auto kept = std::make_shared<Call>(std::move(call));
  std::vector<std::string_view> all;
  for (const auto& file : kept->files) all.push_back(file.bytes);
  scanner_->look_then(std::move(all), [this, kept](Result<void> clean) {
    try {
      if (!clean) return not_kept(*kept, clean.error());
      take_form(*kept);
    } catch (const ledger::StoreUnavailable&) {
      plain(*kept, "problem", 503);
    }
  });
}

void Portal::take_form(Call& call) {
  const auto& path = call.request.path;
  if (!keep_files(call)) return;
  const auto* ws = house_.engine().workspace(call.visit.link.workspace);
  std::shared_lock lock(ws->lock);
  auto deed = portal::deed(ws->world, visitor_of(call, *ws), path, call.form);
  lock.unlock();
  if (!deed) return plain(call, "not_found", 404);
  carry_out(call, std::move(*deed));
}

// An agreement of the customer's own is stored before the deed that it goes with. Only what came as a file counts:
// the id of a stored one cannot be sent in.
bool Portal::keep_files(Call& call) {
  call.form.fields.erase("agreement");
  call.form.fields.erase("agreement_name");
  for (const auto& file : call.files) {
    const auto& link = call.visit.link;
    const auto stored = store_sent_file(house_, link.workspace, link.contact, file.name, file.bytes);
    if (!stored) return not_kept(call, stored.error()), false;
    call.form.fields.emplace("agreement", stored->id);
    call.form.fields.emplace("agreement_name", stored->name);
  }
  return true;
}

void Portal::not_kept(Call& call, const Refusal& refusal) {
  show(call, "/p/check", portal::sentences(language_of(call), refusal.reasons));
}

// Only this press opens a link; a machine that follows addresses gets the same page with the same button.
void Portal::open(Call& call) {
  const auto secret = secret_of(call.form.one("token"));
  const auto session = links_.open(secret, clock_());
  const auto link = session ? links_.find(secret) : std::nullopt;
  const auto* ws = link ? house_.engine().workspace(link->workspace) : nullptr;
  if (!ws) return plain(call, "gone", 200, {{"token", secret.substr(0, 100)}});
  call.session_secret = *session;
  if (!enter(call)) return plain(call, "gone", 200, {{"token", secret}});
  std::shared_lock lock(ws->lock);
  auto out = see(portal::first_page(ws->world, visitor_of(call, *ws)));
  lock.unlock();
  out.headers.emplace_back("Set-Cookie", cookie(*session, cookie_seconds));
  call.respond(std::move(out));
}

// The same answer whatever the link was: who holds an unknown one learns nothing.
void Portal::fresh(Call& call) {
  const auto link = links_.find(secret_of(call.form.one("token")));
  if (link && !link->revoked && may_write(link->workspace + '\n' + link->contact))
    slow_.run([this, link = *link] { send_link(link); });
  call.respond(see("/p/sent"));
}

void Portal::choose_language(Call& call) {
  {
    std::lock_guard lock(lock_);
    auto& known = memory(call.visit.session);
    known.language = call.form.one("language").substr(0, 8);
    call.form.fields.erase("language");
    known.draft = call.form;
  }
  const auto* ws = house_.engine().workspace(call.visit.link.workspace);
  std::shared_lock lock(ws->lock);
  const auto first = portal::first_page(ws->world, visitor_of(call, *ws));
  lock.unlock();
  call.respond(see(first));
}

bool Portal::enter(Call& call) {
  const auto visit = links_.visit(call.session_secret, clock_());
  if (!visit) return false;
  const auto roles = house_.engine().roles_of(visit->link.workspace, {ActorKind::contact, visit->link.contact, ""});
  if (!roles.contains("customer")) return false;
  call.visit = *visit;
  if (call.request.trace) call.request.trace->actor = visit->link.contact;
  return true;
}

std::string Portal::language_of(const Call& call) {
  const auto* ws = house_.engine().workspace(call.visit.link.workspace);
  std::shared_lock lock(ws->lock);
  return visitor_of(call, *ws).language;
}

portal::Visitor Portal::visitor_of(const Call& call, const engine::Workspace& ws) {
  const auto& link = call.visit.link;
  portal::Visitor visitor;
  visitor.contact = link.contact, visitor.purpose = link.purpose, visitor.about = link.about;
  visitor.brand = portal::brand_of(ws.world, ws.name);
  visitor.once = once_of(call.session_secret);
  visitor.now = clock_();
  visitor.letters = letters_leave_;
  std::lock_guard lock(lock_);
  auto& known = memory(call.visit.session);
  known.contact = link.contact;
  visitor.language = known.language.empty() ? portal::language_of(ws.world, link.contact) : known.language;
  visitor.draft = known.draft;
  visitor.proven = known.proven;
  return visitor;
}

void Portal::show(Call& call, const std::string& path, std::vector<std::string> problems, int status) {
  const auto* ws = house_.engine().workspace(call.visit.link.workspace);
  std::shared_lock lock(ws->lock);
  auto visitor = visitor_of(call, *ws);
  visitor.note = portal::note(visitor, call.request.query["note"]);
  if (problems.empty()) status = 0;
  visitor.problems = std::move(problems);
  portal::Form query;
  for (const auto& [name, value] : call.request.query) query.fields.emplace(name, value);
  auto page = portal::page(ws->world, visitor, path, query);
  const auto batch = ws->batch;
  lock.unlock();
  auto out = page.go.empty() ? response(page) : see(page.go);
  if (status && page.go.empty()) out.status = status;
  // What stands on the page must be durable before anybody relies on it.
  house_.engine().after_durable(
      batch, [respond = std::move(call.respond), out = std::move(out)]() mutable { respond(std::move(out)); });
}

void Portal::plain(Call& call, const std::string& name, int status, const json::Object& data) {
  portal::Page page;
  page.html = portal::plain_page(name, call.language(), data);
  page.status = status;
  call.respond(response(std::move(page)));
}

bool Portal::may_write(const std::string& contact) {
  constexpr std::int64_t quarter_us = 15ll * 60 * 1'000'000, day_us = 24ll * 3600 * 1'000'000;
  const auto now = clock_();
  std::lock_guard lock(lock_);
  auto& sent = letters_[contact];
  while (!sent.empty() && now.us - sent.front().us > day_us) sent.pop_front();
  const auto lately = std::ranges::count_if(sent, [&](Instant at) { return now.us - at.us < quarter_us; });
  if (lately >= 5 || sent.size() >= 20) return false;
  sent.push_back(now);
  return true;
}

// Called with the lock held.
Portal::Memory& Portal::memory(const std::string& session) {
  const auto now = clock_();
  if (memories_.size() >= memories_most)
    std::erase_if(memories_, [&](const auto& pair) { return now.us - pair.second.touched.us > memory_us / 8; });
  auto& known = memories_[session];
  known.touched = now;
  return known;
}

void Portal::forget_drafts(const std::string& contact) {
  std::lock_guard lock(lock_);
  for (auto& [session, known] : memories_)
    if (known.contact == contact) known.draft = {};
}

std::string Portal::cookie(const std::string& value, int seconds) const {
  return std::string(cookie_name(secure_)) + "=" + value +
         "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) + (secure_ ? "; Secure" : "");
}

}  // namespace vs::app
