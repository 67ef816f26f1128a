#include "app/ship.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "app/house.h"

namespace vs::app {
namespace {

namespace sqlite = ledger::sqlite;

// A restore reads the whole copy and every segment after it: a new whole copy before that takes too long.
constexpr std::uint64_t bytes_least = 64 << 20;
constexpr auto full_every = std::chrono::hours(24);
constexpr int days_of_old_keys = 30;

// Tells whether another connection has written since the last look.
class Eye {
 public:
  explicit Eye(const fs::path& database) : db_(database, sqlite::Use::reader) {}
  bool saw_a_change() {
    const auto now = sqlite::Statement(db_, "PRAGMA data_version").bind().one();
    return std::exchange(seen_, now) != now;
  }

 private:
  sqlite::Db db_;
  std::int64_t seen_ = -1;
};

std::uint64_t events_in(const sqlite::Reach& reach) {
  std::uint64_t events = 0;
  for (const auto& [what, mark] : reach)
    if (what.starts_with("event ")) events += std::uint64_t(mark.upto);
  return events;
}

}  // namespace

struct Shipper::Watched {
  explicit Watched(const fs::path& data)
      : ledger(data / "vouchsafe.db"), keys(data / "keys" / "keys.db"), list(data / list_of_erasures) {}

  bool keys_changed() {
    std::error_code none;
    auto size = fs::file_size(list, none);
    if (none) size = 0;
    const bool list_grew = std::exchange(list_size, size) != size;
    return keys.saw_a_change() || list_grew;
  }

  Eye ledger, keys;
  fs::path list;
  std::uintmax_t list_size = 0;
};

Shipper::Shipper(ShipSettings settings) : settings_(std::move(settings)) {
  if (!settings_.ships()) return;
  if (!fs::exists(settings_.data / "vouchsafe.db"))
    throw std::runtime_error("ship_to copies a ledger in the data folder; PostgreSQL archives its own");
  if (settings_.keys_to.empty() || fs::weakly_canonical(settings_.keys_to) == fs::weakly_canonical(settings_.to))
    throw std::runtime_error("name a folder of their own for the keys too: ship_keys_to");
  for (const auto& folder : {settings_.to, settings_.keys_to})
    if (fs::create_directories(folder)) fs::permissions(folder, fs::perms::owner_all);
}

Shipper::~Shipper() {
  stop();
}

void Shipper::start() {
  if (!settings_.ships()) return;
  shipped_at_ = system_now().us;
  thread_ = std::thread([this] { follow(); });
}

void Shipper::stop() {
  {
    std::lock_guard lock(lock_);
    stopping_ = true;
  }
  wakes_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::optional<Shipper::Standing> Shipper::standing() const {
  if (!settings_.ships()) return {};
  return Standing{double(system_now().us - shipped_at_) / 1e6, shipped_events_};
}

// A place that cannot be reached must not stop the house: it is told, and tried again.
void Shipper::follow() {
  bool told = false;
  for (bool last = false; !last;) {
    {
      std::unique_lock lock(lock_);
      wakes_.wait_for(lock, std::chrono::seconds(settings_.seconds), [&] { return stopping_.load(); });
      last = stopping_;
    }
    try {
      const auto looked_at = system_now();
      look();
      if (!full_.valid()) {  // without the whole copy that is being made, the segments after it are worth nothing
        shipped_at_ = looked_at.us;
        shipped_events_ = events_in(reach_);
      }
      told = false;
    } catch (const std::exception& error) {
      if (!std::exchange(told, true)) fmt::print(stderr, "vouchsafe: the log is not shipped: {}\n", error.what());
      watched_.reset();
    }
  }
  if (full_.valid()) full_.wait();
}

void Shipper::look() {
  if (!watched_) take_up();
  end_full();
  if (!full_at_ && !full_.valid()) begin_full();
  if (watched_->ledger.saw_a_change()) ship_segment();
  ship_keys();
  if (full_is_due()) begin_full();
}

// Where the parts in the folder end, there the next one begins.
void Shipper::take_up() {
  watched_ = std::make_unique<Watched>(settings_.data);
  if (full_.valid()) return;
  remove_unfinished(settings_.to);
  remove_unfinished(settings_.keys_to);
  const auto fulls = parts_in(settings_.to, "full"), segments = parts_in(settings_.to, "segment");
  full_at_.reset();
  if (fulls.empty()) return;
  const auto& full = fulls.back();
  const auto behind = [&](const Part& p) { return p.manifest.number > full.manifest.number; };
  const bool segment_is_last = !segments.empty() && behind(segments.back());
  const auto& last = segment_is_last ? segments.back() : full;
  number_ = last.manifest.number;
  previous_ = segment_is_last ? last.manifest.sha256 : full.manifest.previous;
  reach_ = sqlite::reach_of(last.file());
  full_bytes_ = full.manifest.bytes;
  segments_since_full_ = number_ - full.manifest.number;
  // A part that somebody took away cannot be made again: begin anew.
  if (std::uint64_t(std::ranges::count_if(segments, behind)) == segments_since_full_)
    full_at_ = std::chrono::steady_clock::now();
}

void Shipper::ship_segment() {
  Manifest manifest;
  manifest.kind = "segment";
  manifest.number = number_ + 1;
  manifest.previous = previous_;
  manifest.made_at = system_now();
  const auto draft = unfinished(settings_.to, manifest);
  sqlite::Reach reach;
  try {
    sqlite::Snapshot snapshot(settings_.data / "vouchsafe.db", draft);
    reach = snapshot.reach();
    if (reach != reach_) {
      snapshot.copy_since(reach_);
      snapshot.finish();
    }
  } catch (const sqlite::SealedAnew&) {
    fs::remove(draft);
    old_keys_until_full_ = true;
    return begin_full();
  } catch (const sqlite::LostFooting&) {
    fs::remove(draft);
    return begin_full();
  } catch (const sqlite::OtherHistory& other) {
    fs::remove(draft);
    // They may be all that is left of what came after; nobody but a person may do away with them.
    throw ledger::StoreFailure(std::string(other.what()) + "; name an empty folder for the copies of this one");
  } catch (...) {
    fs::remove(draft);
    throw;
  }
  if (reach == reach_) return void(fs::remove(draft));  // a session was seen, nothing more
  ship_keys();  // before the segment counts: whoever has the words then has the keys to them
  const auto part = publish(settings_.to, manifest);
  reach_ = std::move(reach);
  number_ = manifest.number;
  previous_ = part.manifest.sha256;
  bytes_since_full_ += part.manifest.bytes;
  ++segments_since_full_;
}

// Only the newest keys are kept: a key that was destroyed is gone from here with the next look. But while the first
// whole copy is made after everything was sealed anew, those that the copy before it needs stay.
void Shipper::ship_keys() {
  if (watched_->keys_changed()) put_keys();
}

void Shipper::put_keys() {
  copy_keys(settings_.data, settings_.keys_to, old_keys_until_full_ ? days_of_old_keys : 0);
}

bool Shipper::full_is_due() const {
  if (full_.valid()) return false;
  return segments_since_full_ > settings_.segments || bytes_since_full_ > std::max(bytes_least, full_bytes_) ||
         std::chrono::steady_clock::now() - *full_at_ > full_every;
}

// The view is taken here, between two segments; the copying goes on beside the next ones.
void Shipper::begin_full() {
  if (full_.valid()) return;
  auto full = std::make_shared<FullCopy>(settings_.data, settings_.to, number_, previous_);
  reach_ = full->reach();
  std::erase_if(reach_, [](const auto& pair) { return pair.first.starts_with("table "); });  // the next brings all
  segments_since_full_ = bytes_since_full_ = 0;
  full_ = std::async(std::launch::async, [full] { return full->make(); });
  watched_->keys_changed();
  put_keys();
  full_at_ = std::chrono::steady_clock::now();
}

// What the new whole copy holds is not needed any more.
void Shipper::end_full() {
  if (!full_.valid() || full_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
  Part part;
  try {
    part = full_.get();
  } catch (...) {
    full_at_.reset();  // without a whole copy the segments are worth nothing: try again at once
    throw;
  }
  full_bytes_ = part.manifest.bytes;
  if (std::exchange(old_keys_until_full_, false)) put_keys();
  for (const char* kind : {"segment", "full"})
    for (const auto& old : parts_in(settings_.to, kind))
      if (old.manifest.file != part.manifest.file && old.manifest.number <= part.manifest.number) remove_part(old);
}

}  // namespace vs::app
