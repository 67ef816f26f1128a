#include "app/backup_commands.h"

namespace vs::app {

BackupCommands::BackupCommands(CLI::App& app)
    : backup_(app.add_subcommand("backup", "Copy a data folder, in use or not")),
      restore_(app.add_subcommand("restore", "Make a new data folder from backups, and verify it")) {
  backup_->add_option("--data", backup_options_.data, "data folder")->envname("VOUCHSAFE_DATA");
  backup_->add_option("--to", backup_options_.to, "folder of the backups")->required();
  backup_->add_flag("--keys", backup_options_.keys, "copy the keys of the vault instead of the ledger");
  backup_->add_option("--keep-days", backup_options_.keep_days, "age at which older copies of the keys go")
      ->check(CLI::Range(1, 30));
  restore_->add_option("from", restore_options_.from, "a whole copy, or the folder of copies and segments")->required();
  restore_->add_option("--keys", restore_options_.keys, "copy of the keys, or the folder of them")->required();
  restore_->add_option("--data", restore_options_.data, "the new data folder")->required();
  restore_->add_option("--key-file", restore_options_.kek_file, "key-encryption key")
      ->envname("VOUCHSAFE_KEY_FILE")
      ->required();
  restore_->add_option("--until", restore_options_.until, "last segment to take");
  restore_->add_flag("--accept-unreadable", restore_options_.accept_unreadable,
                     "go on although the keys are older than the data and words are lost");
}

std::optional<int> BackupCommands::run() const {
  if (*backup_) return backup(backup_options_);
  if (*restore_) return restore(restore_options_);
  return {};
}

}  // namespace vs::app
