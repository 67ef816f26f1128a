// The customer's pages on the wire: links, cookies, forms and redirects. What pages say and what forms mean is
// features/portal's; what a deed comes to is decided by the feature that owns it (AUT-02, AUT-10, AUT-11).
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <mutex>

#include "app/checkpoints.h"
#include "app/links.h"
#include "app/side_thread.h"
#include "features/portal/portal.h"
#include "http/message.h"

namespace vs::app {

class Scanner;

class Portal {
 public:
  /// `letters`: they leave by themselves; without, nobody can be asked for digits from one.
  Portal(House&, Links&, Checkpoints&, bool secure_cookies, bool letters, std::function<Instant()> clock = &system_now);
  ~Portal();

  /// Who looks at files from outside before they are kept; without, nobody does.
  void scans_by(Scanner& scanner) { scanner_ = &scanner; }
  /// True for addresses of the portal.
  static bool owns(const std::string& path);
  void handle(http::Request&&, http::Respond);
  /// Drops what pages of this contact have told so far.
  void forget_drafts(const std::string& contact);
  /// Waits for what is under way, while the writer still runs.
  void finish() { slow_.join(); }

 private:
  struct Call;
  /// What a session has told so far, and nobody else needs to know: gone after a restart.
  struct Memory {
    portal::Form draft;
    std::string contact, language;
    bool proven = false;
    Instant touched;
  };

  void get(Call&);
  void post(Call&);
  void open(Call&);
  void fresh(Call&);
  void receipt(Call&);
  void choose_language(Call&);
  void carry_out(Call&, portal::Deed);
  void submit(Call&, portal::Deed);
  void refuse(Call&, const portal::Deed&, std::vector<std::string> problems, int status = 422);
  void send_code(const Call&);
  void send_link(const Link&);

  void take_form(Call&);
  bool keep_files(Call&);
  void not_kept(Call&, const Refusal&);
  bool enter(Call&);
  std::string language_of(const Call&);
  portal::Visitor visitor_of(const Call&, const engine::Workspace&);
  /// `status` holds when there are problems.
  void show(Call&, const std::string& path, std::vector<std::string> problems = {}, int status = 422);
  void plain(Call&, const std::string& name, int status = 200, const json::Object& data = {});
  bool may_write(const std::string& contact);
  Memory& memory(const std::string& session);
  std::string cookie(const std::string& value, int seconds) const;

  House& house_;
  Links& links_;
  Checkpoints& checkpoints_;
  Scanner* scanner_ = nullptr;
  bool secure_, letters_leave_;
  std::function<Instant()> clock_;
  std::mutex lock_;
  std::map<std::string, Memory> memories_;              ///< by session
  std::map<std::string, std::deque<Instant>> letters_;  ///< sent to a contact on request
  SideThread slow_;                                     ///< last: its work uses the rest
};

}  // namespace vs::app
