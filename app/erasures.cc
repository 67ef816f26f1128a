#include "app/erasures.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "app/saved_views.h"
#include "features/authorizations/authorizations.h"
#include "features/privacy/privacy.h"
#include "ledger/durable_file.h"
#include "ledger/envelope.h"
#include "ledger/sqlite/db.h"

namespace vs::app {
namespace {

const Actor restorer{ActorKind::watcher, "restore", ""};

[[noreturn]] void changed(const std::filesystem::path& file, std::size_t line) {
  throw ledger::StoreFailure(file.filename().string() + ", line " + std::to_string(line) +
                             ": the list of erasures was changed by another hand, or belongs to another key file");
}

// What a restored ledger has to say of somebody who was erased after the backup was made.
Events erased_again(const World& world, const GoneLine& line, const Context& ctx) {
  const auto* contact = directory::contact(world.get<directory::State>(), line.subject);
  const auto* person = people::find(world.get<people::State>(), line.subject);
  Events out;
  if (contact && !contact->erased_on) {
    append(out, authorizations::withdraw_all(world.get<authorizations::State>(), line.subject, ctx));
    if (!contact->left) out.push_back(directory::ContactLeft{line.subject});
    out.push_back(directory::ContactErased{line.subject});
  }
  if (person && !person->erased_on) {
    if (person->active) out.push_back(people::Deactivated{line.subject});
    out.push_back(people::Erased{line.subject});
  }
  if (out.empty()) return out;
  out.insert(out.begin(), privacy::Erasing{line.subject, line.id, line.owners, line.refs});
  return out;
}

Events withdrawn_again(const World& world, const GoneLine& line) {
  using authorizations::Phase;
  const auto* a = authorizations::find(world.get<authorizations::State>(), line.id);
  if (!a || a->phase == Phase::withdrawn || a->phase == Phase::declined) return {};
  return {authorizations::Withdrawn{a->id, a->contact, {}}};
}

}  // namespace

void destroy(ledger::Store& store, ledger::Keys& keys, const std::string& workspace,
             const std::vector<std::string>& owners, const std::vector<std::string>& refs) {
  store.forget_words(workspace, refs);
  for (auto owner = owners.rbegin(); owner != owners.rend(); ++owner) {
    forget_view(store, workspace, *owner);
    keys.forget(workspace, *owner);
    store.forget(workspace, *owner);
  }
}

bool wipe(ledger::Store& store, ledger::Keys& keys) {
  const bool words = store.wipe();
  return keys.wipe() && words;
}

std::filesystem::path erasures_file(const std::filesystem::path& data, const std::string& configured) {
  return configured.empty() ? data / "erasures" / "list.jsonl" : std::filesystem::path(configured);
}

Erasures::Erasures(std::filesystem::path file, const ledger::Keys& keys)
    : file_(std::move(file)), key_(keys.derived(erasures_purpose)) {
  const auto folder = std::filesystem::absolute(file_).parent_path();
  std::filesystem::create_directories(folder);
  read();
  fd_ = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd_ < 0) throw ledger::StoreFailure("the list of erasures cannot be written: " + file_.filename().string());
  ledger::sync_folder(folder);
}

Erasures::~Erasures() {
  if (fd_ >= 0) ::close(fd_);
}

std::string Erasures::mac_of(const GoneLine& line) const {
  auto bare = line;
  bare.mac = last_mac_;
  const auto text = json::to_text(bare);
  ledger::Hash mac;
  crypto_auth_hmacsha256(mac.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                         key_.bytes.data());
  return ledger::hex(mac);
}

// A last line without its end was cut short by a crash: nobody relied on it, and it is written again.
void Erasures::read() {
  std::ifstream in(file_, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), {});
  in.close();
  const auto whole = text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1;
  if (whole != text.size()) std::filesystem::resize_file(file_, whole);
  for (std::size_t from = 0; from < whole;) {
    const auto to = text.find('\n', from);
    const auto value = json::parse(std::string_view(text).substr(from, to - from));
    auto line = value ? json::from_value<GoneLine>(*value) : std::unexpected(value.error());
    if (!line || mac_of(*line) != line->mac) changed(file_, lines_.size() + 1);
    last_mac_ = line->mac;
    lines_.push_back(std::move(*line));
    from = to + 1;
  }
}

// Called with the lock held. Half a line must not be followed by another, nor a failed sync by a second one: as for
// the ledger itself, the next start finds out what the disk holds.
void Erasures::add(GoneLine line) {
  line.mac = mac_of(line);
  const auto text = json::to_text(line) + '\n';
  for (std::string_view left = text; !left.empty();) {
    const auto written = ::write(fd_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) ledger::sqlite::stop_the_house("the list of erasures cannot be written");
    left.remove_prefix(std::size_t(written));
  }
  if (::fdatasync(fd_) != 0) ledger::sqlite::stop_the_house("the list of erasures cannot be synced");
  last_mac_ = line.mac;
  lines_.push_back(std::move(line));
}

void Erasures::note(House& house, const std::string& workspace, const std::string& shredding,
                    const std::string& subject, const std::vector<std::string>& owners,
                    const std::vector<std::string>& refs) {
  std::lock_guard lock(lock_);
  const auto same = [&](const GoneLine& l) {
    return l.workspace == workspace && l.id == shredding && l.owners == owners && l.refs == refs;
  };
  if (std::ranges::any_of(lines_, same)) return;
  GoneLine line{Gone::erasure, workspace, 0, "", shredding, subject, owners, refs, ""};
  house.store().each_event_down(workspace, [&](const ledger::StoredEvent& stored) {
    if (stored.bytes.find('"' + shredding + '"') == std::string::npos) return true;
    line.sequence = stored.sequence;
    line.leaf = ledger::hex(stored.leaf);
    return false;
  });
  add(std::move(line));
}

void Erasures::follow(House& house, const std::string& workspace) {
  std::lock_guard lock(lock_);
  auto& after = followed_[workspace];
  const auto* ws = house.engine().workspace(workspace);
  {
    std::shared_lock reading(ws->lock);
    const auto last = ws->last_of.find(authorizations::Withdrawn::type);
    if (last == ws->last_of.end() || last->second <= after) return void(after = ws->tip);
  }
  house.store().each_event(workspace, after, [&](ledger::StoredEvent&& stored) {
    after = stored.sequence;
    if (stored.bytes.find("\"type\":\"authorization.withdrawn\"") == std::string::npos) return;
    const auto envelope = ledger::decode_envelope(stored.bytes);
    const auto event = json::from_value<authorizations::Withdrawn>(envelope.data);
    if (!event) return;
    add({Gone::withdrawal,
         workspace,
         stored.sequence,
         ledger::hex(stored.leaf),
         event->id,
         event->contact,
         {},
         {},
         ""});
  });
}

bool Erasures::known(ledger::Store& store, const GoneLine& line) const {
  const auto there = store.event(line.workspace, line.sequence);
  return there && ledger::hex(there->leaf) == line.leaf;
}

void Erasures::destroy_again(ledger::Store& store, ledger::Keys& keys) {
  std::set<std::string> workspaces;
  bool destroyed = false;
  for (const auto& row : store.workspaces()) workspaces.insert(row.id);
  for (const auto& line : lines_) {
    if (!workspaces.contains(line.workspace)) continue;
    if (known(store, line)) {
      if (line.kind == Gone::withdrawal) followed_[line.workspace] = line.sequence;
      continue;
    }
    again_.push_back(line);
    if (line.kind != Gone::erasure) continue;
    destroy(store, keys, line.workspace, line.owners, line.refs);
    destroyed = true;
  }
  if (destroyed) wipe(store, keys);
}

std::size_t Erasures::record_again(House& house) {
  std::size_t recorded = 0;
  for (const auto& line : again_)
    house.engine().append(line.workspace, restorer, [&](const World& world, const Context& ctx) {
      auto events = line.kind == Gone::withdrawal ? withdrawn_again(world, line) : erased_again(world, line, ctx);
      recorded += events.empty() ? 0 : 1;
      return events;
    });
  again_.clear();
  return recorded;
}

}  // namespace vs::app
