// Where wrapped keys lie. Apart from the ledger, so that both have backups of their own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vs::ledger {

class KeyTable {
 public:
  virtual ~KeyTable() = default;

  virtual void each(const std::function<void(const std::string& name, const std::string& wrapped)>&) = 0;
  virtual std::optional<std::string> find(const std::string& name) = 0;
  /// Durable when it returns. A key that stands there already stays; such names are the answer.
  virtual std::vector<std::string> add(const std::vector<std::pair<std::string, std::string>>& wrapped_by_name) = 0;
  /// Puts these in the place of what stood under their names, in one durable transaction; what is gone stays gone.
  /// What stood there is overwritten as far as the database does that.
  virtual void replace(const std::vector<std::pair<std::string, std::string>>& wrapped_by_name) = 0;
  virtual void drop(const std::string& name) = 0;
  /// Takes dropped and replaced keys out of the files as well, as `Store::wipe` does. False: worth another try.
  virtual bool wipe() = 0;
  /// Whether other nodes may have made keys that this one has not read.
  virtual bool shared() const = 0;
  /// Takes the table for this process alone, as long as it is open; false when another goes on having it open.
  virtual bool take_alone() = 0;
};

}  // namespace vs::ledger
