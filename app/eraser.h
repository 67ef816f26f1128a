// Destroys keys and words that the ledger says must go (features/privacy): a follower that acts only on what is
// durable. Every step may be done twice; what is left to do follows from the state, so a restart takes it up again.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "app/erasures.h"
#include "app/house.h"
#include "features/privacy/matters.h"

namespace vs::app {

/// What the house keeps about people beside the ledger; both may be absent.
struct Beside {
  /// Ends links and pages of a customer.
  std::function<void(const std::string& workspace, const std::string& contact)> customer;
  /// Ends login, sessions and settings of a colleague who works in no other workspace.
  std::function<void(const std::string& person)> colleague;
};

class Eraser {
 public:
  Eraser(House&, Erasures&, Beside);
  ~Eraser();

  /// Follows all workspaces from now on.
  void start();
  void stop();
  /// Does all that can be done now. What a log still holds, because a copy is being made from it, stays open.
  void settle();

 private:
  struct Done {
    privacy::Shredding what;
    std::uint64_t words = 0;
    std::vector<std::string> files, owners, refs;
  };
  void follow();
  bool open(const engine::Workspace&) const;
  void refold_after_others(const engine::Workspace&);
  void shred_in(const engine::Workspace&);
  Done shred(const std::string& workspace, const privacy::Shredding&);
  void add_person(const std::string& workspace, Done&);
  std::vector<std::string> colleagues(const std::string& workspace) const;
  void close(const std::string& workspace, const Done&);
  void end_beside(const std::string& workspace, const std::string& subject);

  House& house_;
  Erasures& erasures_;
  Beside beside_;
  std::map<std::string, Done> destroyed_;           ///< by shredding: what a log may still hold
  std::map<std::string, std::uint64_t> forgotten_;  ///< by workspace: destructions that left this memory
  bool stopping_ = false;
  std::mutex lock_, working_;
  std::condition_variable wakes_;
  std::thread thread_;
};

}  // namespace vs::app
