// Records by id, in the order in which they came: found by one hash, walked in the order of the ledger, so that
// pages of a list and a replay never depend on how ids happen to hash.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <list>
#include <stdexcept>
#include <string>
#include <string_view>

namespace vs {

/// As much of a map as features need. A record stays where it is in memory until it is erased.
template <class T>
class ById {
 public:
  using value_type = std::pair<const std::string, T>;
  using mapped_type = T;
  using iterator = typename std::list<value_type>::iterator;
  using const_iterator = typename std::list<value_type>::const_iterator;

  ById() = default;
  ById(ById&&) = default;
  ById& operator=(ById&&) = default;
  ById(const ById& other) : rows_(other.rows_) { reindex(); }
  ById& operator=(const ById& other) {
    rows_ = other.rows_;
    reindex();
    return *this;
  }

  iterator begin() { return rows_.begin(); }
  iterator end() { return rows_.end(); }
  const_iterator begin() const { return rows_.begin(); }
  const_iterator end() const { return rows_.end(); }
  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }

  iterator find(std::string_view id) {
    const auto it = index_.find(id);
    return it == index_.end() ? rows_.end() : it->second;
  }
  const_iterator find(std::string_view id) const { return const_cast<ById*>(this)->find(id); }
  bool contains(std::string_view id) const { return index_.contains(id); }
  /// Throws std::out_of_range when there is none.
  T& at(std::string_view id) {
    const auto it = find(id);
    if (it == end()) throw std::out_of_range("no record " + std::string(id));
    return it->second;
  }
  const T& at(std::string_view id) const { return const_cast<ById*>(this)->at(id); }

  /// The record, after all others when it is new.
  T& operator[](const std::string& id) { return try_emplace(id).first->second; }
  template <class... A>
  std::pair<iterator, bool> try_emplace(const std::string& id, A&&... value) {
    if (const auto it = find(id); it != end()) return {it, false};
    rows_.emplace_back(std::piecewise_construct, std::forward_as_tuple(id),
                       std::forward_as_tuple(std::forward<A>(value)...));
    const auto last = std::prev(rows_.end());
    index_.emplace(last->first, last);
    return {last, true};
  }
  template <class V>
  std::pair<iterator, bool> emplace(const std::string& id, V&& value) {
    return try_emplace(id, std::forward<V>(value));
  }
  iterator erase(const_iterator it) {
    index_.erase(it->first);
    return rows_.erase(it);
  }
  std::size_t erase(std::string_view id) {
    const auto it = find(id);
    if (it == end()) return 0;
    erase(it);
    return 1;
  }

 private:
  void reindex() {
    index_.clear();
    for (auto it = rows_.begin(); it != rows_.end(); ++it) index_.emplace(it->first, it);
  }

  std::list<value_type> rows_;
  boost::unordered_flat_map<std::string_view, iterator> index_;  ///< keys are those of `rows_`
};

}  // namespace vs
