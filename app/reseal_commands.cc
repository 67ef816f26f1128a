#include "app/reseal_commands.h"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <cstdio>

#include "app/erasures.h"
#include "app/house.h"
#include "app/reseal.h"
#include "ledger/key_file.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;
using ledger::Algorithm;

/// The operator asked for it to end.
struct BrokenOff {};

volatile std::sig_atomic_t asked_to_end = 0;

void listen_to_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, [](int) { asked_to_end = 1; });
}

// A line a second, and an ear for signals between steps.
class Teller {
 public:
  void operator()(const Seals& seals) {
    if (asked_to_end) throw BrokenOff{};
    const auto now = std::chrono::steady_clock::now();
    if (now - said_ < std::chrono::seconds(1)) return;
    said_ = now;
    fmt::print("{} of {} owners\n", seals.owners, seals.owners_all);
    std::fflush(stdout);
  }

 private:
  std::chrono::steady_clock::time_point said_;
};

std::string names() {
  std::string out;
  for (const auto each : ledger::algorithms) out += (out.empty() ? "" : ", ") + std::string(name_of(each));
  return out;
}

fs::path key_file_of(const ResealOptions& options) {
  return options.key_file.empty() ? options.data / "keys" / "kek" : options.key_file;
}

// Copies of the keys take along what lies beside them, but for the key file of the default name.
bool would_travel_with_keys(const ResealOptions& options) {
  return fs::weakly_canonical(fs::absolute(options.new_key_file).parent_path()) ==
         fs::weakly_canonical(options.data / "keys");
}

// What keeps it from beginning; "" when nothing does.
std::string obstacle(const ResealOptions& options) {
  if (options.algorithm.empty() && options.new_key_file.empty())
    return "say what is to change: --new-key-file, --algorithm, or both";
  if (!options.algorithm.empty() && !ledger::algorithm_named(options.algorithm))
    return fmt::format("there is no algorithm {}; there are {}", options.algorithm, names());
  if (!options_for(options.data, {}).exists()) return "there is no ledger in this data folder";
  if (!fs::exists(key_file_of(options)) && !fs::exists(options.new_key_file))
    return fmt::format("the key file {} is not there", key_file_of(options).string());
  if (!options.new_key_file.empty() && would_travel_with_keys(options))
    return "put the new key file elsewhere: copies of the keys would take it along from there";
  return "";
}

std::unique_ptr<House> opened_by(const ResealOptions& options, const fs::path& key_file) {
  return std::make_unique<House>(options_for(options.data, key_file, false));
}

// With the new key file when a run before this one came that far, and with the old one otherwise.
std::unique_ptr<House> open_house(const ResealOptions& options) {
  const auto old = key_file_of(options);
  if (!options.new_key_file.empty() && fs::exists(options.new_key_file)) try {
      return opened_by(options, options.new_key_file);
    } catch (const ledger::WrongKeyFile&) {
      if (!fs::exists(old)) throw;
    }
  return opened_by(options, old);
}

void wrap_anew(ledger::Keys& keys, const ResealOptions& options) {
  if (!options.new_key_file.empty()) ledger::make_key_file(options.new_key_file);
  auto kek = ledger::read_key_file(options.new_key_file.empty() ? key_file_of(options) : options.new_key_file);
  kek.algorithm = options.algorithm.empty() ? keys.algorithm() : *ledger::algorithm_named(options.algorithm);
  keys.wrap_anew(kek, {erasures_purpose});
  fmt::print("{} keys are wrapped anew, by {}\n", keys.owners().size(), name_of(kek.algorithm));
}

void tell(const Seals& moved) {
  if (moved.owners_all == 0) return;
  fmt::print("{} owners moved: {} words, {} files, {} second factors\n", moved.owners, moved.words, moved.files,
             moved.second_factors);
  if (moved.strange)
    fmt::print(
        "{} keys belong to a workspace whose import was broken off and stay as they are; import it, and reseal again\n",
        moved.strange);
}

// From the disk, as the next start will read it.
int verify(const ResealOptions& options) {
  const auto house = opened_by(options, options.new_key_file.empty() ? key_file_of(options) : options.new_key_file);
  const auto all = open_everything(house->store(), house->keys());
  fmt::print("{}: of {} owners {} words, {} files and {} second factors open; {} of erased owners stay shut\n",
             all.damaged ? "damaged" : "ok", all.owners, all.words, all.files, all.second_factors, all.shut);
  if (all.damaged)
    fmt::print("{} owners have seals that their key does not open; they kept the key that they had\n", all.damaged);
  return all.damaged ? 3 : 0;
}

void say_what_is_left(const ResealOptions& options) {
  if (!options.new_key_file.empty())
    fmt::print(
        "From now on start with --key-file {}. The one until now, {}, opens only copies of the keys that were made\n"
        "before: keep it, away from here, until the last of them is deleted; then delete it too.\n",
        options.new_key_file.string(), key_file_of(options).string());
  fmt::print("Back up ledger and keys now: older copies of the one do not go with younger copies of the other.\n");
}

int carry_out(const ResealOptions& options) {
  {
    const auto house = open_house(options);
    auto& keys = house->keys();
    if (!keys.take_alone()) {
      fmt::print(stderr, "nothing was changed: another program uses these keys; stop every node first\n");
      return 1;
    }
    wrap_anew(keys, options);
    Teller teller;
    tell(move_owners(house->store(), keys, std::ref(teller)));
  }
  const int code = verify(options);
  if (code == 0) say_what_is_left(options);
  return code;
}

}  // namespace

int reseal(const ResealOptions& options) {
  if (const auto why = obstacle(options); !why.empty()) {
    fmt::print(stderr, "nothing was changed: {}\n", why);
    return 1;
  }
  listen_to_signals();
  try {
    return carry_out(options);
  } catch (const BrokenOff&) {
    fmt::print("broken off; everything can be read. Say the same again to go on\n");
    return 130;
  }
}

ResealCommand::ResealCommand(CLI::App& app)
    : reseal_(app.add_subcommand(
          "reseal", "Replace the key-encryption key, or the algorithm of all seals; the program must not run")) {
  reseal_->add_option("--data", options_.data, "data folder")->envname("VOUCHSAFE_DATA");
  reseal_->add_option("--key-file", options_.key_file, "key-encryption key until now")->envname("VOUCHSAFE_KEY_FILE");
  reseal_->add_option("--new-key-file", options_.new_key_file,
                      "key-encryption key from now on; made if it is not there");
  reseal_->add_option("--algorithm", options_.algorithm, "seal everything by it, under fresh keys: " + names());
}

std::optional<int> ResealCommand::run() const {
  return *reseal_ ? std::optional(reseal(options_)) : std::nullopt;
}

}  // namespace vs::app
