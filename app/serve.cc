#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "app/api.h"
#include "app/commands.h"
#include "app/courier.h"
#include "app/portal.h"
#include "app/sample.h"
#include "app/secrets.h"
#include "http/server.h"

namespace vs::app {
namespace {

http::Server* running = nullptr;

void on_signal(int) {
  if (running) running->stop();
}

std::string env(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// A first administrator for a folder without workspaces; the password is told once, here.
void first_run(House& house, Sessions& sessions) {
  const std::string email = env("VOUCHSAFE_ADMIN_EMAIL").empty() ? "admin@localhost" : env("VOUCHSAFE_ADMIN_EMAIL");
  const std::string password =
      env("VOUCHSAFE_ADMIN_PASSWORD").empty() ? make_password() : env("VOUCHSAFE_ADMIN_PASSWORD");
  const std::string person = "per_" + make_password();
  house.found_workspace("main", "Customer references", person, "Administrator", email, {"administrator"});
  sessions.put_user(person, email, password);
  std::printf("first administrator: %s   password: %s\n", email.c_str(),
              env("VOUCHSAFE_ADMIN_PASSWORD").empty() ? password.c_str() : "(as given)");
}

void print_logins(const std::vector<SampleLogin>& logins) {
  std::printf("\nsample logins (password for all: %s)\n", logins.front().password.c_str());
  for (const auto& l : logins) std::printf("  %-18s %s\n", l.role.c_str(), l.email.c_str());
  std::printf("\n");
}

std::pair<std::string, std::uint16_t> split_listen(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return {text, 8080};
  return {text.substr(0, colon), std::uint16_t(std::atoi(text.c_str() + colon + 1))};
}

}  // namespace

int serve(const ServeOptions& options) {
  std::filesystem::create_directories(options.data);
  House house({options.data, options.kek_file});
  Sessions sessions(house.store(), options.public_url.starts_with("https://"));
  if (options.sample) print_logins(make_sample(house, sessions, env("VOUCHSAFE_SAMPLE_PASSWORD")));
  else if (house.engine().workspaces().empty()) first_run(house, sessions);

  house.engine().watch();
  const auto public_url = options.public_url.empty() ? "http://" + options.listen : options.public_url;
  Links links(options.data);
  const Unsubscribing unsubscribing(house, options.data);
  const auto post = mail_settings_from_environment(public_url);
  Courier courier(house, links, unsubscribing, post);
  Api api(house, sessions, StaticFiles(options.web));
  api.letters_go_by(courier);
  Portal portal(house, links, options.public_url.starts_with("https://"), post.delivers());
  const auto [host, port] = split_listen(options.listen);
  http::Server server(host, port, int(std::max(1u, std::thread::hardware_concurrency())),
                      [&](http::Request&& request, http::Respond respond) {
                        if (Unsubscribing::takes(request)) unsubscribing.handle(std::move(request), std::move(respond));
                        else if (Portal::owns(request.path)) portal.handle(std::move(request), std::move(respond));
                        else api.handle(std::move(request), std::move(respond));
                      });
  running = &server;
  std::signal(SIGTERM, on_signal);
  std::signal(SIGINT, on_signal);
  courier.start();
  std::printf("listening on http://%s:%u\n", host.c_str(), unsigned(server.port()));
  std::fflush(stdout);
  server.run();
  running = nullptr;
  portal.finish();
  courier.stop();  // it waits for the writer, which must still run
  house.engine().stop();
  return 0;
}

}  // namespace vs::app
