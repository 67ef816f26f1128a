// What people and customers do with activities. Included by activities.h.
#pragma once

#include "features/activities/activities.h"

namespace vs::activities {

struct Schedule {
  Instant at;
  std::optional<int> minutes;
  std::optional<std::string> where;  ///< a room or the address of a meeting; absent: as before
  std::optional<LongText> agenda;    ///< for both sides; absent: as before
};
BOOST_DESCRIBE_STRUCT(Schedule, (), (at, minutes, where, agenda))

/// The customer asks for another time; nothing moves until the requester chooses one.
struct Reschedule {
  std::vector<Instant> slots;
  std::optional<LongText> reason;
};
BOOST_DESCRIBE_STRUCT(Reschedule, (), (slots, reason))

/// By the customer it is a commitment not kept; by the program it simply does not take place.
struct CallOff {
  std::optional<LongText> reason;
};
BOOST_DESCRIBE_STRUCT(CallOff, (), (reason))

struct Record {
  Outcome outcome{};
  std::optional<int> minutes;
  std::optional<Date> on;
  std::optional<LongText> notes, follow_ups;
};
BOOST_DESCRIBE_STRUCT(Record, (), (outcome, minutes, on, notes, follow_ups))

struct GiveDebrief {
  int rating = 0;
  std::optional<LongText> said, proof_points, concerns;
  std::optional<bool> again;
  std::optional<DealEffect> deal_effect;
  std::optional<LongText> incident;  ///< something went wrong that somebody must look at
};
BOOST_DESCRIBE_STRUCT(GiveDebrief, (), (rating, said, proof_points, concerns, again, deal_effect, incident))

/// The customer's own word on it.
struct GiveCustomerDebrief {
  int rating = 0;
  std::optional<LongText> said, concerns, incident;
  std::optional<bool> again;
};
BOOST_DESCRIBE_STRUCT(GiveCustomerDebrief, (), (rating, said, concerns, incident, again))

Result<Decision> schedule(const State&, const advocates::State&, const Schedule&, const Context&);
Result<Decision> record(const State&, const directory::State&, const authorizations::State&, const advocates::State&,
                        const Record&, const Context&);
Result<Decision> debrief(const State&, const GiveDebrief&, const Context&);
Result<Decision> reschedule(const State&, const Reschedule&, const Context&);
Result<Decision> call_off(const State&, const directory::State&, const authorizations::State&, const advocates::State&,
                          const CallOff&, const Context&);
Result<Decision> debrief_customer(const State&, const GiveCustomerDebrief&, const Context&);

}  // namespace vs::activities
