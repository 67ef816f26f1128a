#include "app/verify.h"

#include "app/checkpoints.h"

namespace vs::app {

ProofCommands::ProofCommands(CLI::App& app)
    : verify_(app.add_subcommand("verify", "Verify receipts, evidence packs or a data folder, offline")),
      keys_(app.add_subcommand("keys", "The keys that sign checkpoints and receipts")),
      show_(keys_->add_subcommand("show", "Print the public keys of every workspace, now first")),
      rotate_(keys_->add_subcommand("rotate", "Sign with a new key from now on; the program must not run")) {
  keys_->require_subcommand(1);
  verify_->add_option("files", verify_options_.files, "receipts (JSON) and evidence packs (zip)");
  verify_->add_option("--key", verify_options_.keys, "public key to believe, NAME+ID+KEY, or a file of them");
  verify_->add_option("--checkpoint,--consistency", verify_options_.against,
                      "checkpoint known from elsewhere; answer of /checkpoint/consistency");
  const auto folder = [](CLI::App* verb, auto& options) {
    verb->add_option("--data", options.data, "data folder")->envname("VOUCHSAFE_DATA");
    verb->add_option("--key-file", options.key_file, "key-encryption key")->envname("VOUCHSAFE_KEY_FILE");
    verb->add_option("--signing-key-file", options.signing_key_file, "signing key")
        ->envname("VOUCHSAFE_SIGNING_KEY_FILE");
    verb->add_option("--checkpoints", options.checkpoints, "folder of the newest checkpoints")
        ->envname("VOUCHSAFE_CHECKPOINTS");
  };
  folder(verify_, verify_options_);
  folder(show_, keys_options_);
  folder(rotate_, keys_options_);
  rotate_->add_flag("--lost", keys_options_.lost, "the old key is lost and cannot hand over");
}

std::optional<int> ProofCommands::run() const {
  if (*verify_) return verify_options_.files.empty() ? verify_data(verify_options_) : verify_files(verify_options_);
  if (*show_) return show_keys(keys_options_);
  if (*rotate_) return rotate_keys(keys_options_);
  return {};
}

int show_keys(const KeysOptions& options) {
  House house(options_for(options.data, options.key_file));
  const auto key = open_signing_key(house, signing_key_file(options.data, options.signing_key_file),
                                    checkpoints_folder(options.data, options.checkpoints));
  for (const auto* ws : house.engine().workspaces())
    for (const auto& each : verifiers_of(*ws, key)) std::printf("%s\n", each.text().c_str());
  return 0;
}

int rotate_keys(const KeysOptions& options) {
  House house(options_for(options.data, options.key_file));
  const auto outside = checkpoints_folder(options.data, options.checkpoints);
  const auto key =
      rotate_signing_key(house, signing_key_file(options.data, options.signing_key_file), outside, options.lost);
  // The checkpoints outside follow at once, so that the next start finds them signed by a key it knows.
  Checkpoints checkpoints(house, key, outside, false);
  for (const auto* ws : house.engine().workspaces()) {
    checkpoints.now(*ws);
    std::printf("%s\n", verifiers_of(*ws, key).front().text().c_str());
  }
  house.engine().stop();
  return 0;
}

}  // namespace vs::app
