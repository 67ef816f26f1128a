#include "app/witness_files.h"

#include "ledger/durable_file.h"

namespace vs::app {

namespace fs = std::filesystem;

std::optional<Cosigned> cosigned(const fs::path& file, const WitnessKey& witness) {
  Cosigned out{ledger::content_of(file), {}, 0};
  const auto note = ledger::parse_note(out.note);
  const auto checkpoint = note ? ledger::Checkpoint::parse(note->text) : std::nullopt;
  const auto at = note ? cosigned_at(*note, witness) : std::nullopt;
  if (!checkpoint || !at) return {};
  out.checkpoint = *checkpoint;
  out.at = *at;
  return out;
}

void keep_cosigned(const fs::path& file, const std::string& note, const WitnessKey& witness) {
  const auto known = cosigned(file, witness);
  const auto parsed = ledger::parse_note(note);
  const auto fresh = parsed ? ledger::Checkpoint::parse(parsed->text) : std::nullopt;
  if (fresh && (!known || known->checkpoint.size <= fresh->size)) ledger::write_durably(file, note);
}

std::string refusal(const fs::path& file) {
  const auto text = ledger::content_of(file);
  return text.substr(0, text.find('\n'));
}

void keep_refusal(const fs::path& file, const std::string& why, const std::string& note) {
  ledger::write_durably(file, why + "\n\n" + note);
}

void forget_refusal(const fs::path& file) {
  if (fs::remove(file)) ledger::sync_folder(file.parent_path());
}

}  // namespace vs::app
