// What other features ask about advocates.
#include <algorithm>

#include "features/advocates/advocates.h"
#include "kernel/text.h"

namespace vs::advocates {

const Bitmap* Index::find(const Postings& postings, const std::string& value) {
  const auto it = postings.find(folded(value));
  return it == postings.end() ? nullptr : &it->second;
}

const Advocate* find(const State& state, const std::string& id) {
  const auto it = state.advocates.find(id);
  return it == state.advocates.end() ? nullptr : &it->second;
}

const Advocate* of_contact(const State& state, const std::string& contact) {
  const auto it = state.by_contact.find(contact);
  return it == state.by_contact.end() ? nullptr : find(state, it->second);
}

bool fresh(const Advocate& advocate, Date today, int freshness_days) {
  return advocate.confirmed_on && today.days_since(*advocate.confirmed_on) <= freshness_days;
}

const Blackout* blacked_out(const Advocate& advocate, Date day) {
  const auto it =
      std::ranges::find_if(advocate.blackout, [&](const Blackout& b) { return b.from <= day && day <= b.until; });
  return it == advocate.blackout.end() ? nullptr : &*it;
}

}  // namespace vs::advocates
