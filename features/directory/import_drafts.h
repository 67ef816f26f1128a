// One row of a file as facts about one record.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "features/directory/directory.h"
#include "features/directory/import_reader.h"

namespace vs::directory {

/// What all rows of one file share, whichever slice they are in.
struct Shared {
  std::map<std::string, std::string> in_file;   ///< `#external id` and `=plain name` → id of accounts in the file
  std::map<std::string, std::string> formerly;  ///< plain name → id of accounts as they were before this import
  std::vector<std::string> names;               ///< accounts that may be meant by a mistyped name
  std::vector<std::string> product_names;
};

/// What the rows of one slice share.
struct Drafting {
  const State& state;
  Reader& read;
  const Import& import;
  Shared& file;
  Events& events;                                       ///< of records that rows bring along: sellers of deals
  std::string seller;                                   ///< id for a seller whom this row brings along
  std::map<std::string, std::string> new_sellers = {};  ///< plain name → id
};

/// How a row names its record.
struct Identity {
  std::string external_id, name;
};

template <class R>
struct Draft {
  typename KindOf<R>::Facts facts;
  std::set<std::string> derived;  ///< facts concluded, not read
};

template <class R>
Identity identity(Reader&);
/// The facts of the row, or nothing when it must be skipped. `fresh`: the record is new.
template <class R>
std::optional<Draft<R>> draft(Drafting&, const std::string& id, bool fresh);

template <>
Identity identity<Deal>(Reader&);
template <>
std::optional<Draft<Deal>> draft<Deal>(Drafting&, const std::string& id, bool fresh);

}  // namespace vs::directory
