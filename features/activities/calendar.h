// Invitations that calendars of both sides understand (ACT-01): iCalendar (RFC 5545) with iTIP methods (RFC 5546).
// The same event is found again by its UID, and a later SEQUENCE replaces an earlier one.
#pragma once

#include <string>
#include <vector>

#include "kernel/time.h"

namespace vs::activities {

struct Party {
  std::string name, email;
};

/// One state of one appointment, as one recipient's calendar shall show it.
struct Invitation {
  std::string uid;
  int sequence = 0;
  bool cancelled = false;
  Instant stamp, start;
  int minutes = 0;
  std::string time_zone;  ///< of the recipient; UTC when unknown
  std::string summary, description, location;
  Party organizer;
  std::vector<Party> attendees;
};

/// The whole calendar object: METHOD REQUEST, or CANCEL when it was called off. The same appointment always gives
/// the same text.
std::string calendar_text(const Invitation&);

}  // namespace vs::activities
