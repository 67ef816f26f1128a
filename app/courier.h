// Carries the letters that lie ready: makes their links, hands them to the mail server, and reports what became of
// each. A letter goes out at least once; its Message-ID is the same for every try, so that a repeated one is known
// as such.
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "app/checkpoints.h"
#include "app/links.h"
#include "app/mime.h"
#include "app/smtp.h"
#include "app/unsubscribe.h"
#include "features/mail/mail.h"

namespace vs::app {

class Courier {
 public:
  Courier(House&, Links&, const Unsubscribing&, MailSettings, Checkpoints&);
  ~Courier();

  /// Follows all workspaces from now on; nothing where no mail server is named.
  void start();
  /// Lets the try that is under way end within a moment.
  void stop();
  /// Whether a mail server is named.
  bool delivers() const { return settings_.delivers(); }
  /// The address from which letters come, for the settings page.
  const std::string& from() const { return settings_.from; }
  /// A fresh link as it stands in the letter: of the portal for customers, of the staff app for colleagues.
  std::string fresh_link(const std::string& workspace, const mail::Letter&, Instant now);

 private:
  struct Parcel;
  void follow();
  bool carry_from(const std::string& workspace);
  std::vector<std::string> due_in(const engine::Workspace&, Instant now) const;
  std::optional<Parcel> parcel(const engine::Workspace&, const std::string& id, Instant now);
  std::optional<Attachment> attached(const std::string& workspace, const mail::Letter&);
  Handed carry(const std::string& workspace, const Parcel&, Instant now);
  void report(const std::string& workspace, const Parcel&, const Handed&);
  bool sleep(int seconds);

  House& house_;
  Links& links_;
  const Unsubscribing& unsubscribing_;
  const MailSettings settings_;
  Checkpoints& checkpoints_;
  std::unique_ptr<Smtp> smtp_;
  std::map<std::string, Handed> unreported_;  ///< taken by the server, by letter, until the ledger knows
  std::atomic<bool> stopping_{false};
  std::mutex lock_;
  std::condition_variable wakes_;
  std::thread thread_;
};

}  // namespace vs::app
