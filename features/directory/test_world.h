// A workspace for tests: decisions are folded at once, as the engine does.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "features/directory/commands.h"
#include "features/directory/import_work.h"

namespace vs::directory {

struct TestWorld {
  World world;
  std::uint64_t sequence = 0;
  std::uint8_t seed = 0;
  std::vector<std::pair<AnyEvent, Meta>> ledger;  ///< all that happened

  inline static const Actor ann{ActorKind::person, "per_ann", ""};
  inline static const Actor program{ActorKind::watcher, "imports", ""};

  const Instant now = Instant::vj_parse("2026-03-02T09:00:00Z").value();

  const State& state() const { return world.get<State>(); }

  Context context(const std::string& target = "") {
    Context ctx;
    ctx.actor = ann;
    ctx.now = now;
    ctx.seed = {++seed};
    ctx.target = target;
    return ctx;
  }

  void fold(const Events& events, const Actor& actor = ann) {
    for (const auto& e : events) {
      ledger.emplace_back(e, Meta{++sequence, now, actor, "cmd", 0});
      e.apply(world, ledger.back().second);
    }
  }

  /// Does what imports have left to do, so many rows at a time; the slices that it took.
  std::size_t work(std::size_t rows = rows_at_once) {
    std::size_t slices = 0;
    for (Events next; !(next = next_rows(state(), rows)).empty(); ++slices) fold(next, program);
    return slices;
  }

  /// Decides and folds; the id of the item.
  template <class Command>
  std::string act(Result<Decision> (*decide)(const State&, const Command&, const Context&), const Command& command,
                  const std::string& target = "") {
    const auto decision = decide(state(), command, context(target));
    if (!decision) {
      ADD_FAILURE() << decision.error().reasons.front().code << ": " << decision.error().reasons.front().message;
      return {};
    }
    fold(decision->events);
    return decision->id;
  }

  /// The codes with which it is refused.
  template <class Command>
  std::set<std::string> refusal(Result<Decision> (*decide)(const State&, const Command&, const Context&),
                                const Command& command, const std::string& target = "") {
    const auto decision = decide(state(), command, context(target));
    std::set<std::string> codes;
    if (!decision)
      for (const auto& reason : decision.error().reasons) codes.insert(reason.code);
    return codes;
  }

  std::string preview(ImportKind kind, const std::string& csv) {
    return act(&preview_import, PreviewImport{kind, {csv}, {}, "file.csv"});
  }
  const Import& import(const std::string& id) const { return state().imports.at(id); }
  /// Previews and applies with every proposed repair.
  const Import& bring_in(ImportKind kind, const std::string& csv) {
    const auto id = preview(kind, csv);
    act(&apply_import, ApplyImport{{}, {}, true}, id);
    work();
    return import(id);
  }
};

/// One of the four files of a real CRM, exactly as exported. They are not part of the repository (CONTRIBUTING.md).
inline std::string real_file(const std::string& name) {
  const char* folder = std::getenv("VOUCHSAFE_CRM");
  const auto path = std::string(folder ? folder : "../shared/data/crm") + "/" + name;
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + " is not there; name the folder of the CRM export in VOUCHSAFE_CRM");
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

}  // namespace vs::directory
