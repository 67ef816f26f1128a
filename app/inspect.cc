#include <cstdio>

#include "app/commands.h"
#include "app/dump.h"
#include "app/house.h"
#include "app/smtp.h"

namespace vs::app {
namespace {

template <class F>
int each_workspace(const std::filesystem::path& data, F&& f) {
  if (!std::filesystem::exists(data / "vouchsafe.db")) {
    std::fprintf(stderr, "there is no ledger in %s\n", data.filename().c_str());
    return 2;
  }
  House house({data, {}, false});
  for (const auto& row : house.store().workspaces()) {
    engine::Workspace ws(row, house.registry());
    engine::replay(house.store(), house.keys(), house.registry(), ws);
    f(house, ws);
  }
  return 0;
}

}  // namespace

int verify(const std::filesystem::path& data) {
  return each_workspace(data, [](House&, const engine::Workspace& ws) {
    std::printf("ok %s: %llu events, root %s\n", ws.id.c_str(), static_cast<unsigned long long>(ws.tip),
                ledger::hex(ws.tree.root()).c_str());
  });
}

int dump(const std::filesystem::path& data) {
  return each_workspace(data, [](House& house, const engine::Workspace& ws) {
    std::fputs(canonical_dump(house.registry(), ws).c_str(), stdout);
  });
}

int doctor(const ServeOptions& options) {
  std::error_code ec;
  std::filesystem::create_directories(options.data, ec);
  const auto space = std::filesystem::space(options.data, ec);
  const bool web = std::filesystem::exists(options.web / "index.html");
  std::printf(
      "listen      %s\ndata        %s (%s, %llu MB free)\nweb app     %s\ncookies     %s\n", options.listen.c_str(),
      options.data.c_str(), ec ? "not writable" : "writable", static_cast<unsigned long long>(space.available >> 20),
      web ? "built" : "not built: run bin/build",
      options.public_url.starts_with("https://") ? "Secure (public URL is https)" : "not Secure (no https public URL)");
  try {
    const auto mail = mail_settings_from_environment(options.public_url);
    std::printf("mail        %s\n",
                mail.delivers() ? (mail.url + " as " + mail.from).c_str() : "waits: no VOUCHSAFE_SMTP_URL");
  } catch (const std::runtime_error& error) {
    std::printf("mail        %s\n", error.what());
    return 1;
  }
  return ec || !web ? 1 : 0;
}

}  // namespace vs::app
