// Expected refusals are values: a kind (mapped to an HTTP status in one place) and every reason at once.
#pragma once

#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace vs {

/// Why a command or query is refused. `http/problem.cc` maps each kind to one status.
enum class RefusalKind {
  malformed,     ///< 400: not understood at all
  unauthorized,  ///< 401: nobody is signed in
  forbidden,     ///< 403: known, but not for this role
  not_found,     ///< 404: absent, or not yours to know of
  conflict,      ///< 409: contradicts what is already recorded
  stale,         ///< 412: the item moved on since it was read
  too_large,     ///< 413
  rule,          ///< 422: understood, and refused by a rule
  too_many,      ///< 429: slow down
  busy,          ///< 503: try again
  no_room        ///< 507: the disk is nearly full
};

/// One obstacle: stable `code`, the input `field` it concerns (dotted path, may be empty),
/// a sentence for a person and how to mend it.
struct Reason {
  std::string code;
  std::string field;
  std::string message;
  std::string remedy;
};

struct Refusal {
  RefusalKind kind{};
  std::vector<Reason> reasons;
};

template <class T>
using Result = std::expected<T, Refusal>;

/// A refusal with a single reason.
inline std::unexpected<Refusal> refuse(RefusalKind kind, std::string code, std::string message, std::string remedy = {},
                                       std::string field = {}) {
  return std::unexpected(Refusal{kind, {{std::move(code), std::move(field), std::move(message), std::move(remedy)}}});
}

/// Collects all obstacles of a decision, so that a person mends them in one go.
class Reasons {
 public:
  /// Records an obstacle unless `holds`.
  void expect(bool holds, std::string code, std::string field, std::string message, std::string remedy = {}) {
    if (!holds) list_.push_back({std::move(code), std::move(field), std::move(message), std::move(remedy)});
  }
  void add(Reason reason) { list_.push_back(std::move(reason)); }
  bool empty() const { return list_.empty(); }
  const std::vector<Reason>& list() const { return list_; }
  std::unexpected<Refusal> refuse(RefusalKind kind = RefusalKind::rule) const {
    return std::unexpected(Refusal{kind, list_});
  }

 private:
  std::vector<Reason> list_;
};

}  // namespace vs

/// Propagates a refusal: `VS_TRY(value, expression)` declares `value` or returns the refusal.
#define VS_TRY(name, ...)                                            \
  auto name##_result = (__VA_ARGS__);                                \
  if (!name##_result) return std::unexpected(name##_result.error()); \
  auto&& name = *name##_result
