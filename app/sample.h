// The sample workspace: a plainly fictional company, made by the real commands, a year of work.
#pragma once

#include "app/sessions.h"

namespace vs::app {

struct SampleLogin {
  std::string role, email, password;
};

/// Makes the sample workspace and an empty one unless they exist; returns one login per role, with the
/// password (from `VOUCHSAFE_SAMPLE_PASSWORD`, or generated anew at each start).
std::vector<SampleLogin> make_sample(House&, Sessions&, std::string password);

/// Fills the workspace with a year of work; `tell` gets a line of progress now and then.
void fill_sample(House&, const std::string& workspace, const std::map<std::string, std::string>& person_by_role,
                 const std::function<void(const std::string&)>& tell);

}  // namespace vs::app
