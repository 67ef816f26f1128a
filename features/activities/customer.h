// What the customer sees of an activity of theirs (ACT-01, ACT-03). Included by activities.h.
#pragma once

#include "features/activities/shown.h"

namespace vs::activities {

/// An activity in the eyes of its customer: what was agreed with whom, and what they may do about it.
struct CustomerView {
  std::string id, number, request, contact;
  Status status{};
  UseType use_type{};
  Channel channel{};
  std::string language, topic, product;
  std::string with_name;      ///< of the colleague of ours who takes part
  std::string prospect_name;  ///< whom they speak with
  std::optional<Instant> scheduled_for;
  int minutes = 0;
  std::string time_zone;  ///< of the customer; "" when none is known
  std::string where, agenda;
  std::vector<Instant> other_times;  ///< that they proposed and nobody chose from yet
  bool may_reschedule = false, may_cancel = false, may_debrief = false;
  std::optional<CustomerDebriefView> debrief;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CustomerView, (),
                      (id, number, request, contact, status, use_type, channel, language, topic, product, with_name,
                       prospect_name, scheduled_for, minutes, time_zone, where, agenda, other_times, may_reschedule,
                       may_cancel, may_debrief, debrief, version))

/// The activity as this contact sees it; nothing when it is not theirs.
std::optional<CustomerView> shown_to_customer(const State&, const people::State&, const directory::State&,
                                              const std::string& activity, const std::string& contact, Instant now);
/// `GET activities/{id}/mine`: the same for the contact who asks; not_found for anybody else.
Result<CustomerView> mine(const State&, const people::State&, const directory::State&, const Ask&);

}  // namespace vs::activities
