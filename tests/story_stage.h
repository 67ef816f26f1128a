// The stage of one story: a world, a clock and an actor, on which sentences are acted out.
#pragma once

#include <string>
#include <vector>

#include "engine/registry.h"

namespace vs::story {

/// What a command, a watcher or a query answered: lines as a story writes them, and an item for `$id`.
struct Answered {
  std::vector<std::string> lines;
  std::string id;
};

class Stage {
 public:
  explicit Stage(const engine::Registry&);

  void at(const std::string& instant);
  /// `per_ana program_owner,legal_reviewer`
  void as(const std::string& who);
  void given(const std::string& type, const json::Value& data);
  Answered when(const std::string& command, const std::string& target, const json::Value& body);
  Answered tick(const std::string& watcher);
  Answered see(const std::string& query, const std::string& target);

 private:
  Context context(const std::string& target);
  std::vector<std::string> happen(Events, const Context&);
  /// All slices of long work, until nothing is left to do.
  void work_on(std::vector<std::string>& lines);
  void tell(Events, const Actor&, const Context&, std::vector<std::string>& lines);
  void fold(const AnyEvent&, const Actor&, std::uint64_t cause);

  const engine::Registry& registry_;
  World world_;
  Actor actor_{ActorKind::person, "per_ana", ""};
  std::set<std::string> roles_{"program_owner"};
  Instant now_;
  std::uint64_t sequence_ = 0;
  std::uint8_t commands_ = 0;
  std::uint16_t slices_ = 0;
};

}  // namespace vs::story
