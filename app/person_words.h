// Every word about people that a workspace still holds, found where it lies: in the vault, by way of the events that
// refer to it. Complete for whatever a feature stores, because it asks no feature.
#pragma once

#include <functional>

#include "app/house.h"

namespace vs::app {

/// Words as an event holds them.
struct HeldWords {
  std::uint64_t sequence = 0;
  Meta meta;
  std::string type, field;  ///< of the event; path of the field, `facts.name`
  std::string ref, owner, words;
};

/// A file that an event names beside words of somebody, or that somebody sent in.
struct HeldFile {
  std::uint64_t sequence = 0;
  std::string file;
};

/// Why words of somebody else belong to a person too.
enum class Mention { name, address, part };
BOOST_DESCRIBE_ENUM(Mention, name, address, part)

struct Mentioned {
  HeldWords words;
  Mention how{};
};

/// All that is held of one person.
struct Findings {
  std::vector<HeldWords> own;
  std::vector<Mentioned> mentions;  ///< in words that others own
  std::vector<HeldFile> files;      ///< theirs, and nobody else's
};

/// Calls `f` with all words of the workspace, in the order of the ledger; `wanted` chooses owners.
void each_words(House&, const std::string& workspace, const std::function<bool(const std::string& owner)>& wanted,
                const std::function<void(HeldWords&&)>& f);
/// Searches the whole workspace. Takes as long as reading it at a start does.
Findings find_person(House&, const std::string& workspace, const std::string& subject);

}  // namespace vs::app
