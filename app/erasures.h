// The list of what must never come back: erasures, disposals and withdrawals, as identifiers only. It lives outside
// every backup set. A ledger restored from an older backup does not know of them; before it is served, they are done
// again.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "app/house.h"

namespace vs::app {

enum class Gone { erasure, withdrawal };
BOOST_DESCRIBE_ENUM(Gone, erasure, withdrawal)

/// One line of the list. `sequence` and `leaf` are those of the event that began it: a ledger that has that event
/// there knows by itself.
struct GoneLine {
  Gone kind{};
  std::string workspace;
  std::uint64_t sequence = 0;
  std::string leaf;
  std::string id;       ///< of the shredding, or of the authorization
  std::string subject;  ///< "" for a disposal by time
  std::vector<std::string> owners, refs;
  std::string mac;  ///< over this line and the one before
};
BOOST_DESCRIBE_STRUCT(GoneLine, (), (kind, workspace, sequence, leaf, id, subject, owners, refs, mac))

/// Destroys these words, and everything of these owners: words, files, keys, lists saved under somebody's name. The
/// last owner first.
void destroy(ledger::Store&, ledger::Keys&, const std::string& workspace, const std::vector<std::string>& owners,
             const std::vector<std::string>& refs);
/// Takes what was destroyed out of the files of both; false while a copy that is being made still reads there.
bool wipe(ledger::Store&, ledger::Keys&);
/// Where the list is when the settings do not say.
std::filesystem::path erasures_file(const std::filesystem::path& data, const std::string& configured);

/// What the key follows for that marks the list.
inline constexpr const char* erasures_purpose = "list of erasures";

class Erasures {
 public:
  /// Opens or makes the list. Throws StoreFailure when it was changed by another hand.
  Erasures(std::filesystem::path file, const ledger::Keys&);
  ~Erasures();
  Erasures(const Erasures&) = delete;
  Erasures& operator=(const Erasures&) = delete;

  /// Notes an erasure or disposal; durable when it returns. Twice is once.
  void note(House&, const std::string& workspace, const std::string& shredding, const std::string& subject,
            const std::vector<std::string>& owners, const std::vector<std::string>& refs);
  /// Notes the withdrawals that were recorded since the last time.
  void follow(House&, const std::string& workspace);

  /// Before the ledger is read: destroys again what it does not know to be destroyed.
  void destroy_again(ledger::Store&, ledger::Keys&);
  /// After it was read, and before anybody is served: records again what it does not know. Answers how much.
  std::size_t record_again(House&);

 private:
  void read();
  void add(GoneLine);
  std::string mac_of(const GoneLine&) const;
  bool known(ledger::Store&, const GoneLine&) const;

  const std::filesystem::path file_;
  const ledger::Key key_;
  std::mutex lock_;
  std::vector<GoneLine> lines_;
  std::string last_mac_;
  std::map<std::string, std::uint64_t> followed_;  ///< by workspace: withdrawals up to here are listed
  std::vector<GoneLine> again_;                    ///< what the ledger that was opened does not know
  int fd_ = -1;
};

}  // namespace vs::app
