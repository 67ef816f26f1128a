#include <cstdio>

#include "app/commands.h"
#include "app/smtp.h"

namespace vs::app {

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
