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
  std::uint64_t sequence = 0;  ///< 0: no event names it
  std::string file;
};

/// Why words of somebody else belong to a person too.
enum class Mention { name, address, part };
BOOST_DESCRIBE_ENUM(Mention, name, address, part)

struct Mentioned {
  HeldWords words;
  Mention how{};
};

/// Is it what the directory or the list of colleagues says of somebody?
bool is_record(const HeldWords&);

/// What a person is called and reached by: by these a mention of them is known.
class Names {
 public:
  void learn(const HeldWords& own);
  /// How the words name the person, if they do.
  std::optional<Mention> in(const std::string& words) const;
  /// True when they do by more than a part of the name.
  bool mention(const std::string& words) const;
  /// Nothing is known: the person's own words are gone already.
  bool empty() const { return names_.empty() && addresses_.empty(); }

 private:
  std::vector<std::string> names_, addresses_, parts_;
};

/// All that is held of one person.
struct Findings {
  Names names;
  std::vector<HeldWords> own;
  std::vector<Mentioned> mentions;  ///< in words that others own
  std::vector<HeldFile> files;      ///< theirs, and nobody else's; also what was handed in and never used
};

/// Is there a contact or a colleague with this id, erased ones included?
bool is_somebody(const World&, const std::string& subject);
/// Calls `f` with all words of the workspace, in the order of the ledger; `wanted` chooses owners.
void each_words(House&, const std::string& workspace, const std::function<bool(const std::string& owner)>& wanted,
                const std::function<void(HeldWords&&)>& f);
/// Searches the whole workspace. Takes as long as reading it at a start does. Files beside the words `also`, by their
/// references, are counted as the person's.
Findings find_person(House&, const std::string& workspace, const std::string& subject,
                     const std::vector<std::string>& also = {});

}  // namespace vs::app
