// Views of lists that people keep for themselves: the query of a screen's address under a name. A person's own
// plain record, like a setting, and no fact of the program: it is not in the ledger.
#pragma once

#include <functional>

#include "kernel/json.h"
#include "kernel/result.h"
#include "ledger/store.h"

namespace vs::app {

struct SavedView {
  std::string id, screen, name;
  LongText query;
  int position = 0;
};
BOOST_DESCRIBE_STRUCT(SavedView, (), (id, screen, name, query, position))

struct SaveView {
  std::string screen, name;
  LongText query;
};
BOOST_DESCRIBE_STRUCT(SaveView, (), (screen, name, query))

struct RenameView {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(RenameView, (), (name))

class SavedViews {
 public:
  explicit SavedViews(ledger::Store& store) : store_(store) {}

  /// A person's views in a workspace, in their order; of all screens when `screen` is empty.
  std::vector<SavedView> of(const std::string& workspace, const std::string& person, const std::string& screen);
  /// Keeps one more; the same once more is the first.
  Result<SavedView> save(const std::string& workspace, const std::string& person, const SaveView&);
  Result<SavedView> rename(const std::string& workspace, const std::string& person, const std::string& id,
                           const RenameView&);
  Result<SavedView> remove(const std::string& workspace, const std::string& person, const std::string& id);

 private:
  std::vector<SavedView> read(const std::string& workspace, const std::string& person);
  void write(const std::string& workspace, const std::string& person, std::vector<SavedView>);

  ledger::Store& store_;
};

/// The views of these people that name somebody, in their own name or in what they look for: `view:per_…/vw_…`.
std::vector<std::string> views_naming(ledger::Store&, const std::string& workspace,
                                      const std::vector<std::string>& people,
                                      const std::function<bool(const std::string&)>& names);
/// Takes away a view said like that; anything else is left alone.
void forget_view(ledger::Store&, const std::string& workspace, const std::string& view);

}  // namespace vs::app
