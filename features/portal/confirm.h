// Would you speak with them? A request put to a customer for a yes, another time, or a no (REQ-09).
#pragma once

#include "features/activities/activities.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "features/portal/portal.h"
#include "features/portal/words.h"
#include "features/procedures/procedures.h"
#include "features/requests/requests.h"

namespace vs::portal {

/// All that these pages read.
struct ConfirmRoom {
  const requests::State& requests;
  const people::State& people;
  const directory::State& directory;
  const procedures::State& procedures;
  const activities::State& activities;
};

/// The question that the visitor's link is about.
struct Confirming {
  const Visitor& visitor;
  Words words;
  requests::Confirmation question;
};

/// Nothing when it was never put to them.
std::optional<Confirming> confirming_of(const ConfirmRoom&, const Visitor&);

Page confirm_page(const Confirming&);
Deed confirm_deed(const Confirming&, const Form&);

}  // namespace vs::portal
