#include "app/eraser.h"

#include <algorithm>
#include "app/log.h"
#include "app/person_words.h"
#include "app/saved_views.h"
#include "features/people/people.h"
#include "features/privacy/privacy.h"

namespace vs::app {
namespace {

constexpr std::chrono::milliseconds pause{250};

// Letters are the program's own text, and files for import were only handed in: who is named there goes from there
// without anybody deciding about the words.
bool goes_by_itself(const Mentioned& mention) {
  return mention.how != Mention::part && mention.words.type.starts_with("mail.");
}

void add_once(std::vector<std::string>& to, std::string one) {
  if (std::ranges::find(to, one) == to.end()) to.push_back(std::move(one));
}

}  // namespace

Eraser::Eraser(House& house, Erasures& erasures, Beside beside)
    : house_(house), erasures_(erasures), beside_(std::move(beside)) {}

Eraser::~Eraser() {
  stop();
}

void Eraser::start() {
  thread_ = std::thread([this] { follow(); });
}

void Eraser::stop() {
  {
    std::lock_guard lock(lock_);
    stopping_ = true;
  }
  wakes_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Eraser::follow() {
  std::unique_lock lock(lock_);
  while (!wakes_.wait_for(lock, pause, [&] { return stopping_; })) {
    lock.unlock();
    try {
      settle();
    } catch (const std::exception& error) {  // it is tried again, and the state goes on saying that it is open
      log::error("erasing_stands_still", {{"cause", log::Cause(error.what())}});
    }
    lock.lock();
  }
}

void Eraser::settle() {
  std::lock_guard working(working_);
  for (const auto* ws : house_.engine().workspaces()) {
    if (house_.engine().leads() && open(*ws)) shred_in(*ws);
    refold_after_others(*ws);
    erasures_.follow(house_, ws->id);
  }
}

bool Eraser::open(const engine::Workspace& ws) const {
  std::shared_lock lock(ws.lock);
  return !ws.world.get<privacy::State>().shreddings.empty();
}

// What another node destroyed is still in the memory of this one.
void Eraser::refold_after_others(const engine::Workspace& ws) {
  std::uint64_t now = 0;
  {
    std::shared_lock lock(ws.lock);
    now = ws.world.get<privacy::State>().shredded;
  }
  const auto [known, first_look] = forgotten_.try_emplace(ws.id, now);
  if (!first_look && known->second != now) house_.engine().refold(ws.id);
  known->second = now;
}

void Eraser::shred_in(const engine::Workspace& ws) {
  house_.engine().settle();  // what is begun must be durable before anything is destroyed
  std::vector<privacy::Shredding> open;
  {
    std::shared_lock lock(ws.lock);
    for (const auto& [id, each] : ws.world.get<privacy::State>().shreddings) open.push_back(each);
  }
  bool more = false;
  for (const auto& each : open) {
    if (destroyed_.contains(each.id)) continue;
    destroyed_.emplace(each.id, shred(ws.id, each));
    more = true;
  }
  if (more) house_.engine().refold(ws.id);
  // Nobody is told that words are gone while older pages of them lie where a copy reads.
  if (!wipe(house_.store(), house_.keys())) {
    if (more) log::info("erasing_waits_for_a_copy", {});
    return;
  }
  for (const auto& each : open) close(ws.id, destroyed_.extract(each.id).mapped());
  std::shared_lock lock(ws.lock);
  forgotten_[ws.id] = ws.world.get<privacy::State>().shredded;
}

// Whatever is found by way of the person's own words comes before those: broken off, it is found again.
Eraser::Done Eraser::shred(const std::string& workspace, const privacy::Shredding& what) {
  Done done{what, what.refs.size(), {}, what.owners, what.refs};
  if (!what.subject.empty()) add_person(workspace, done);
  for (const auto& owner : done.owners)
    if (owner.starts_with("fil_")) add_once(done.files, owner);
  erasures_.note(house_, workspace, what.id, what.subject, done.owners, done.refs);
  destroy(house_.store(), house_.keys(), workspace, done.owners, done.refs);
  if (!what.subject.empty()) end_beside(workspace, what.subject);
  return done;
}

// The person's own owner stays the first, and so is destroyed last.
void Eraser::add_person(const std::string& workspace, Done& done) {
  const auto found = find_person(house_, workspace, done.what.subject, done.refs);
  const bool whole = std::ranges::find(done.what.owners, done.what.subject) != done.what.owners.end();
  for (const auto& each : found.mentions) {
    if (each.words.owner.starts_with("import:")) add_once(done.owners, each.words.owner);
    else if (goes_by_itself(each)) add_once(done.refs, each.words.ref);
  }
  if (whole)
    for (const auto& each : found.files) add_once(done.owners, each.file);
  for (auto& view : views_naming(house_.store(), workspace, colleagues(workspace),
                                 [&](const std::string& words) { return found.names.mention(words); }))
    add_once(done.owners, std::move(view));
  done.words = done.refs.size() + (whole ? found.own.size() : 0);
}

std::vector<std::string> Eraser::colleagues(const std::string& workspace) const {
  const auto* ws = house_.engine().workspace(workspace);
  std::shared_lock lock(ws->lock);
  std::vector<std::string> out;
  for (const auto& [id, person] : ws->world.get<people::State>().people) out.push_back(id);
  return out;
}

void Eraser::end_beside(const std::string& workspace, const std::string& subject) {
  if (subject.starts_with("con_")) {
    if (beside_.customer) beside_.customer(workspace, subject);
    return;
  }
  for (const auto* ws : house_.engine().workspaces()) {
    std::shared_lock lock(ws->lock);
    const auto* person = people::find(ws->world.get<people::State>(), subject);
    if (person && !person->erased_on) return;  // the login is still somebody's
  }
  if (beside_.colleague) beside_.colleague(subject);
}

void Eraser::close(const std::string& workspace, const Done& done) {
  const auto& what = done.what;
  house_.engine().append(workspace, {ActorKind::watcher, "eraser", ""}, [&](const World&, const Context&) {
    if (what.subject.empty()) return Events{privacy::Disposed{what.rule, what.id, done.words, done.files.size()}};
    return Events{privacy::Erased{what.subject, what.id, done.words, done.files.size()}};
  });
}

}  // namespace vs::app
