// What both sides read before a conversation: the customer an agenda, our own side a note about whom they meet.
#pragma once

#include "features/activities/activities.h"

namespace vs::activities {

/// For the customer: what it is about, in their language; the requester's own agenda if there is one.
std::string agenda_text(const Activity&, const Words&);
/// For the requester: whom they meet, what they may ask and what not, conditions of the permission.
std::string briefing_text(const Activity&, const Words&, const directory::State&, const authorizations::State&,
                          const advocates::State&, Date today);
/// "a reference call with Northwind".
std::string what(const Activity&, const Words&);

}  // namespace vs::activities
