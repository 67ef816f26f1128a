#include "app/first_run.h"

#include <algorithm>
#include <cstdio>

#include "app/password_rules.h"
#include "app/secrets.h"

namespace vs::app {

bool first_run_is_due(House& house) {
  return std::ranges::all_of(house.engine().workspaces(), [](const engine::Workspace* ws) {
    std::shared_lock lock(ws->lock);
    return ws->tip == 0;
  });
}

// The login first: broken off after the first event, the house would have an administrator who can never sign in.
void first_run(House& house, Sessions& sessions, const Settings& settings) {
  const std::string password = settings.admin_password.empty() ? make_password() : settings.admin_password;
  const auto obstacles = password_obstacles(password, false, {settings.admin_email}, "admin_password");
  if (!obstacles.empty()) throw std::runtime_error("admin_password: " + obstacles.list()[0].message);
  const std::string person = sessions.user_id(settings.admin_email).value_or("per_" + make_password());
  sessions.put_user(person, settings.admin_email, password);
  house.found_workspace("main", "Customer references", person, "Administrator", settings.admin_email,
                        {"administrator"});
  std::printf("first administrator: %s   password: %s\n", settings.admin_email.c_str(),
              settings.admin_password.empty() ? password.c_str() : "(as given)");
}

}  // namespace vs::app
