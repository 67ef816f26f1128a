// What the folds of this feature share.
#pragma once

#include "features/authorizations/round_rules.h"

namespace vs::authorizations {

/// Notes a fact in the history of the authorization.
void remember(Authorization&, const Meta&, std::string what, Personal remark = {});
/// The authorization of this id, made when it is new.
Authorization& opened(State&, const std::string& id, const std::string& contact, const std::string& account);

/// Calls f on the authorization, if there is one, and looks when time brings about something next.
template <class F>
void with(State& state, const std::string& id, const F& f) {
  const auto it = state.authorizations.find(id);
  if (it == state.authorizations.end()) return;
  f(it->second);
  reschedule(state, it->second);
}

}  // namespace vs::authorizations
