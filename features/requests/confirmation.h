// Asking the customer (REQ-09): what the contact who is asked may know, what they may answer, and what follows.
// Included by requests.h; the portal only lays it out.
#pragma once

#include "features/requests/requests.h"

namespace vs::requests {

/// Where the question stands for the contact.
enum class Standing { open, answered, over };
BOOST_DESCRIBE_ENUM(Standing, open, answered, over)

/// The question as the contact sees it. Of the prospect only what they may know before they say yes.
struct Confirmation {
  std::string request, number, contact;
  Standing standing{};
  std::string asked_by;    ///< who wants the reference
  std::string written_by;  ///< who writes to the customer, and to whom they may answer
  std::string customer, customer_company;
  std::string message;  ///< in our own words, why
  UseType use_type{};
  std::vector<Channel> channels;
  std::string language, topic, product;
  std::string prospect_name, industry, region, country, persona;
  std::int64_t employees = 0;
  int minutes = 0;
  std::vector<Instant> slots;  ///< proposed and still ahead
  std::string time_zone;       ///< of the customer; "" when none is known
  std::optional<Instant> answer_by;
  std::optional<Reply> reply;  ///< what they said
  std::optional<Instant> slot;
  std::vector<Instant> other_times;
  std::string activity;  ///< once one is planned with them
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Confirmation, (),
                      (request, number, contact, standing, asked_by, written_by, customer, customer_company, message,
                       use_type, channels, language, topic, product, prospect_name, industry, region, country, persona,
                       employees, minutes, slots, time_zone, answer_by, reply, slot, other_times, activity, version))

/// The question put to this contact; nothing when they were never asked.
std::optional<Confirmation> confirmation_of(const State&, const people::State&, const directory::State&,
                                            const procedures::State&, const activities::State&,
                                            const std::string& request, const std::string& contact, Instant now);
/// `GET requests/{id}/confirmation`: for the contact themselves, or for staff as the customer sees it.
Result<Confirmation> confirmation(const State&, const people::State&, const directory::State&, const procedures::State&,
                                  const activities::State&, const Ask&);

}  // namespace vs::requests
