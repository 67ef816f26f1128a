// Words about people. They live in the vault, encrypted under their owner's key; an event carries only
// a reference and a salted commitment, so that erasing a person never breaks a proof.
#pragma once

#include <string>
#include <string_view>

namespace vs {

/// A personal value inside an event or in state. It has no stream operator and its JSON is
/// `{"ref","com"}` only; a view must call `words()` deliberately to show it.
///
/// Made in `decide` with `Personal::of(owner, words)`, sealed by the engine before the event is stored,
/// filled again from the vault when events are read back.
class Personal {
 public:
  Personal() = default;
  /// `owner`: id of the person (contact or staff) under whose key the words are kept.
  static Personal of(std::string owner, std::string words) {
    Personal p;
    p.owner_ = std::move(owner);
    p.words_ = std::move(words);
    return p;
  }
  /// The words, or "" when they were erased or are absent.
  const std::string& words() const { return words_; }
  const std::string& owner() const { return owner_; }
  const std::string& ref() const { return ref_; }
  const std::string& commitment() const { return commitment_; }
  bool sealed() const { return !ref_.empty(); }
  bool empty() const { return words_.empty() && ref_.empty(); }

  /// Engine only: what sealing found out.
  void seal(std::string ref, std::string commitment) {
    ref_ = std::move(ref);
    commitment_ = std::move(commitment);
  }
  /// Engine only: the words read back from the vault ("" once erased).
  void unseal(std::string owner, std::string words) {
    owner_ = std::move(owner);
    words_ = std::move(words);
  }

 private:
  std::string owner_, words_, ref_, commitment_;
};

}  // namespace vs
