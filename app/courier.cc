#include "app/courier.h"

#include <future>

#include "app/log.h"
#include "app/proving.h"
#include "engine/wipe.h"
#include "features/directory/directory.h"
#include "features/mail/frame.h"
#include "features/mail/templates.h"
#include "features/people/people.h"

namespace vs::app {
namespace {

constexpr std::size_t round_max = 200;  // letters of one workspace before the next has its turn

// A letter of a kind that this version does not write any more asks for nothing.
bool asks(const mail::Letter& letter) {
  const auto* kind = mail::kind(letter.kind);
  return kind && kind->asks && !letter.contact.empty();
}

// Why a letter cannot leave whatever the mail server says; "" when it can.
std::string obstacle(const mail::Letter& letter, const directory::State& directory, const people::State& people,
                     const std::string& address, Instant now) {
  const auto* contact = directory::contact(directory, letter.contact);
  const auto* person = people::find(people, letter.person);
  if (contact && contact->left) return "recipient_left";
  if (contact && contact->opted_out && asks(letter)) return "opted_out";
  if (contact && contact->restricted_since && asks(letter)) return "use_restricted";
  if (person && !person->active) return "recipient_left";
  if (letter.text.words().empty()) return "words_erased";
  if (mail::too_late(letter, now)) return "too_late";
  if (address.empty()) return "no_address";
  return bare_address(address) ? "" : "bad_address";
}

// A try that got through unseen leaves its link behind; only the newest opens anything.
std::string invitation_link(Links& links, const std::string& workspace, const mail::Letter& letter, Instant now) {
  links.revoke(workspace, letter.person, letter.person, now);
  return links.make(workspace, letter.person, purpose_of_invitations, letter.person, letter.link_until.value_or(now),
                    now);
}

// Where the item of a letter is in the staff app.
std::string place_of(const std::string& about) {
  if (about.starts_with("req_")) return "/requests/" + about;
  if (about.starts_with("aut_")) return "/authorizations/" + about;
  if (about.starts_with("adv_")) return "/advocates/" + about;
  if (about.starts_with("per_")) return "/me";
  return "/";
}

// After a round, what was written leaves memory, so that an erased name does not stay there.
struct Rest {
  Smtp& smtp;
  ~Rest() {
    smtp.rest();
    engine::wipe_stack();
  }
};

}  // namespace

// A letter with all that is needed to send it, read in one moment.
struct Courier::Parcel {
  mail::Letter letter;
  mail::Settings settings;
  std::string name, address, obstacle;
  std::uint64_t batch = 0;  ///< what was read is durable when this batch is
};

Courier::Courier(House& house, Links& links, const Unsubscribing& unsubscribing, MailSettings settings,
                 Checkpoints& checkpoints)
    : house_(house),
      links_(links),
      unsubscribing_(unsubscribing),
      settings_(std::move(settings)),
      checkpoints_(checkpoints) {}

Courier::~Courier() {
  stop();
}

void Courier::start() {
  if (!delivers()) return;
  smtp_ = std::make_unique<Smtp>(settings_);
  thread_ = std::thread([this] { follow(); });
}

void Courier::stop() {
  stopping_ = true;
  wakes_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool Courier::sleep(int seconds) {
  std::unique_lock lock(lock_);
  wakes_.wait_for(lock, std::chrono::seconds{seconds}, [&] { return stopping_.load(); });
  return !stopping_;
}

void Courier::follow() {
  // A server that takes nothing is left alone for a while, longer each time.
  int rest = 1;
  while (sleep(rest)) {
    bool reachable = true;
    if (!house_.engine().leads()) continue;  // another node carries
    for (const auto* ws : house_.engine().workspaces()) reachable = reachable && carry_from(ws->id);
    rest = reachable ? 1 : std::min(rest * 2, settings_.pause_seconds);
  }
}

std::vector<std::string> Courier::due_in(const engine::Workspace& ws, Instant now) const {
  std::vector<std::string> ids;
  std::shared_lock lock(ws.lock);
  const auto& state = ws.world.get<mail::State>();
  for (const auto& id : state.waiting) {
    const auto& due = state.letters.at(id).due_at;
    if (due && *due <= now && ids.size() < round_max) ids.push_back(id);
  }
  return ids;
}

// False when the mail server does not work at all.
bool Courier::carry_from(const std::string& workspace) {
  const auto* ws = house_.engine().workspace(workspace);
  const auto due = due_in(*ws, system_now());
  if (due.empty()) return true;
  const Rest afterwards{*smtp_};
  for (const auto& id : due) {
    if (stopping_) return true;
    const auto parcel = this->parcel(*ws, id, system_now());
    if (!parcel) continue;
    // Nothing leaves before it is durable.
    std::promise<void> durable;
    house_.engine().after_durable(parcel->batch, [&] { durable.set_value(); });
    durable.get_future().get();
    const auto handed = carry(workspace, *parcel, system_now());
    if (stopping_ && handed.how != Handed::How::taken) return true;  // broken off by ourselves
    report(workspace, *parcel, handed);
    if (handed.whole_server) return false;
  }
  return true;
}

std::optional<Courier::Parcel> Courier::parcel(const engine::Workspace& ws, const std::string& id, Instant now) {
  std::shared_lock lock(ws.lock);
  const auto& state = ws.world.get<mail::State>();
  const auto& directory = ws.world.get<directory::State>();
  const auto& people = ws.world.get<people::State>();
  const auto it = state.letters.find(id);
  if (it == state.letters.end() || it->second.status != mail::Status::waiting) return {};
  if (!it->second.due_at || *it->second.due_at > now) return {};
  Parcel out{it->second, state.settings, "", "", "", ws.batch};
  if (const auto* c = directory::contact(directory, out.letter.contact))
    out.name = c->name.words(), out.address = c->email.words();
  if (const auto* p = people::find(people, out.letter.person))
    out.name = p->name.words(), out.address = p->email.words();
  out.obstacle = obstacle(out.letter, directory, people, out.address, now);
  return out;
}

std::string Courier::fresh_link(const std::string& workspace, const mail::Letter& letter, Instant now) {
  if (letter.purpose == mail::Purpose::password)
    return settings_.public_url + "/welcome#" + invitation_link(links_, workspace, letter, now);
  if (letter.contact.empty()) return settings_.public_url + "/w/" + workspace + place_of(letter.about);
  if (letter.purpose == mail::Purpose::none) return settings_.public_url + "/p/";
  const auto until = letter.link_until.value_or(now.plus_days(30));
  return settings_.public_url + "/p/#" +
         links_.make(workspace, letter.contact, std::string(name_of(letter.purpose)), letter.about, until, now);
}

// A receipt goes with its proof to the person whom it concerns, as the ledger has it when the letter leaves.
std::optional<Attachment> Courier::attached(const std::string& workspace, const mail::Letter& letter) {
  if (letter.kind != "authorization.receipt" || letter.contact.empty()) return {};
  const Ask ask{{ActorKind::contact, letter.contact, ""}, {"customer"}, system_now(), letter.about, {}, 0};
  auto receipt = proved_receipt(house_, checkpoints_, workspace, ask);
  if (!receipt) return {};
  return Attachment{"receipt.json", "application", "json", std::move(*receipt)};
}

Handed Courier::carry(const std::string& workspace, const Parcel& parcel, Instant now) {
  const auto& letter = parcel.letter;
  if (!parcel.obstacle.empty()) return {Handed::How::never, parcel.obstacle};
  if (const auto before = unreported_.find(letter.id); before != unreported_.end()) return before->second;
  mail::Made made;
  const auto& words = letter.text.words();
  if (words.find("{{link}}") != std::string::npos) made.link = fresh_link(workspace, letter, now);
  if (words.find("{{code}}") != std::string::npos)
    made.code = links_.make_code(workspace, letter.contact, letter.about, now);
  if (asks(letter))
    made.unsubscribe = unsubscribing_.address(settings_.public_url, workspace, letter.contact, letter.language);
  const auto framed = mail::framed(parcel.settings, letter, made);
  const auto sender = bare_address(settings_.from).value_or(settings_.from);
  const auto& named = parcel.settings.sender.empty() ? parcel.settings.company : parcel.settings.sender;
  std::optional<Attachment> file;
  try {
    file = attached(workspace, letter);
  } catch (const std::exception&) {
    return {Handed::How::not_now, "no_proof"};  // a receipt without its proof is none
  }
  Message message{letter.id,
                  named.empty() ? settings_.from : with_name(named, sender),
                  with_name(parcel.name, *bare_address(parcel.address)),
                  parcel.settings.reply_to,
                  letter.language,
                  framed.subject,
                  framed.text,
                  framed.html,
                  letter.calendar ? letter.calendar->words() : "",
                  made.unsubscribe,
                  now,
                  std::move(file)};
  return smtp_->hand_over(sender, *bare_address(parcel.address), to_mime(message), stopping_);
}

void Courier::report(const std::string& workspace, const Parcel& parcel, const Handed& handed) {
  const auto& letter = parcel.letter;
  static const char* const outcomes[] = {"sent", "again", "failed"};
  if (handed.how == Handed::How::taken) unreported_[letter.id] = handed;
  else
    log::warning("letter_not_sent",
                 {{"letter", log::Id(letter.id)}, {"code", log::Id(handed.code)}, {"reply", handed.reply}});
  engine::Submission s;
  s.workspace = workspace;
  s.command = house_.registry().command("mails", "report", true);
  s.actor = {ActorKind::watcher, "courier", ""};
  s.target = letter.id;
  s.trusted = true;
  s.body = json::Object{{"outcome", outcomes[int(handed.how)]},
                        {"attempt", letter.attempts + 1},
                        {"code", handed.code},
                        {"to", parcel.address},
                        {"pause_seconds", settings_.pause_seconds}};
  if (house_.engine().execute(std::move(s)).answer) unreported_.erase(letter.id);
}

}  // namespace vs::app
