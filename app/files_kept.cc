#include "app/files_kept.h"

namespace vs::app {
namespace {

constexpr const char* shelf = "files";

std::string sent_by(const std::string& workspace, const std::string& contact) {
  return "sent/" + workspace + '/' + contact;
}

}  // namespace

std::uint64_t bytes_kept(ledger::Store& store, const std::string& workspace) {
  const auto text = store.setting(shelf, workspace);
  return text ? std::stoull(*text) : 0;
}

void note_bytes_kept(ledger::Store& store, const std::string& workspace, std::uint64_t bytes) {
  store.put_setting(shelf, workspace, std::to_string(bytes));
}

void note_sent(ledger::Store& store, const std::string& workspace, const std::string& contact,
               const std::string& file) {
  store.put_setting(sent_by(workspace, contact), file, "yes");
}

std::vector<std::string> files_sent_by(ledger::Store& store, const std::string& workspace, const std::string& contact) {
  std::vector<std::string> out;
  for (const auto& [id, yes] : store.settings(sent_by(workspace, contact))) out.push_back(id);
  return out;
}

}  // namespace vs::app
