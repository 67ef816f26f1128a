// Settings: where they come from, what refuses them, and that the documentation is theirs.
// MISSION: INT-06
#include "app/settings.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace vs::app {
namespace {

using Variables = std::map<std::string, std::string>;

class SettingsTest : public testing::Test {
 protected:
  SettingsTest() { std::filesystem::create_directories(folder); }
  ~SettingsTest() override { std::filesystem::remove_all(folder); }

  std::string file(const std::string& name, const std::string& text) {
    std::ofstream(folder / name) << text;
    return (folder / name).string();
  }
  Reading read(const Variables& variables = {}, const std::string& config = "", const Variables& flags = {}) {
    return read_settings(flags, config, [&](const char* name) -> const char* {
      const auto it = variables.find(name);
      return it == variables.end() ? nullptr : it->second.c_str();
    });
  }

  std::filesystem::path folder = std::filesystem::temp_directory_path() / ("settings-" + std::to_string(getpid()));
};

std::string all_of(const std::vector<std::string>& problems) {
  std::string text;
  for (const auto& problem : problems) text += problem + '\n';
  return text;
}

TEST_F(SettingsTest, flags_go_before_the_environment_and_that_before_the_file) {
  const auto config = file("v.yaml", "listen: 127.0.0.1:1\npublic_url: https://a.example\nlog_level: error\n");
  const auto reading = read({{"VOUCHSAFE_LISTEN", "127.0.0.1:2"}, {"VOUCHSAFE_PUBLIC_URL", "https://b.example"}},
                            config, {{"listen", "127.0.0.1:3"}});
  EXPECT_EQ(all_of(reading.problems), "");
  EXPECT_EQ(reading.settings.listen, "127.0.0.1:3");
  EXPECT_EQ(reading.settings.public_url, "https://b.example");
  EXPECT_EQ(reading.settings.log_level, "error");
  EXPECT_EQ(reading.from.at("listen"), "--listen");
  EXPECT_EQ(reading.from.at("public_url"), "VOUCHSAFE_PUBLIC_URL");
  EXPECT_EQ(reading.from.at("log_level"), "v.yaml:3");
  EXPECT_FALSE(reading.from.contains("data"));
}

TEST_F(SettingsTest, the_log_of_postgresql_is_not_shipped_and_keys_go_to_a_place_of_their_own) {
  const Variables both{{"VOUCHSAFE_SHIP_TO", "/there/ledger"}, {"VOUCHSAFE_SHIP_KEYS_TO", "/there/keys"}};
  EXPECT_EQ(all_of(read(both).problems), "");
  auto shared = both;
  shared["VOUCHSAFE_DB"] = "postgres://v:w@there/vouchsafe";
  EXPECT_NE(all_of(read(shared).problems).find("let PostgreSQL archive its log"), std::string::npos);
  auto mixed = both;
  mixed["VOUCHSAFE_SHIP_KEYS_TO"] = "/there/keys/../ledger";
  EXPECT_NE(all_of(read(mixed).problems).find("are one folder"), std::string::npos);
  EXPECT_NE(all_of(read({{"VOUCHSAFE_SHIP_TO", "/there"}}).problems).find("belong together"), std::string::npos);
}

TEST_F(SettingsTest, everything_wrong_is_told_at_once_by_name_and_line) {
  const auto config = file("v.yaml",
                           "lisen: 127.0.0.1:1\n"
                           "shutdown_seconds: 9000\n"
                           "sample: perhaps\n"
                           "log_level: loud\n"
                           "log_level: info\n"
                           "smtp_url: [a, b]\n");
  const auto reading = read({{"VOUCHSAFE_LISTEN", "somewhere"}, {"VOUCHSAFE_METRICS_LISTEN", "0.0.0.0:9464"}}, config);
  EXPECT_EQ(all_of(reading.problems),
            "v.yaml:1: there is no setting “lisen”\n"
            "v.yaml:5: log_level is set twice\n"
            "v.yaml:6: smtp_url wants one value\n"
            "VOUCHSAFE_LISTEN: listen is not an address like 127.0.0.1:8080 or [::1]:8080\n"
            "v.yaml:2: shutdown_seconds is not a whole number from 1 to 600\n"
            "v.yaml:4: log_level is not one of debug, info, warning, error\n"
            "v.yaml:3: sample is not true or false\n"
            "metrics_listen is open to other machines: set metrics_token, or listen on 127.0.0.1\n");
}

TEST_F(SettingsTest, secrets_come_from_files_and_stay_out_of_what_is_shown) {
  const auto secret = file("smtp", "smtp://me:hidden-word@127.0.0.1:25\n");
  const auto reading = read({{"VOUCHSAFE_SMTP_URL_FILE", secret}, {"VOUCHSAFE_MAIL_FROM", "a@b.example"}});
  EXPECT_EQ(all_of(reading.problems), "");
  EXPECT_EQ(reading.settings.smtp_url, "smtp://me:hidden-word@127.0.0.1:25");
  for (const auto& s : all_settings()) {
    EXPECT_EQ(shown(s, reading.settings).find("hidden-word"), std::string::npos) << s.name;
    EXPECT_EQ(s.secret, s.flag().empty()) << s.name;
  }
  EXPECT_EQ(all_of(read({{"VOUCHSAFE_SMTP_URL_FILE", (folder / "none").string()}}).problems),
            "VOUCHSAFE_SMTP_URL_FILE: " + (folder / "none").string() + " cannot be read\n");
  const auto twice = read({{"VOUCHSAFE_ADMIN_PASSWORD", "x"}, {"VOUCHSAFE_ADMIN_PASSWORD_FILE", secret}});
  EXPECT_EQ(all_of(twice.problems),
            "VOUCHSAFE_ADMIN_PASSWORD and VOUCHSAFE_ADMIN_PASSWORD_FILE are both set; keep one\n");
}

TEST_F(SettingsTest, a_file_that_is_no_yaml_is_refused_without_quoting_it) {
  const auto problems = all_of(read({}, file("v.yaml", "listen: a\nsmtp_url: \"hidden-word\nx: [\n")).problems);
  EXPECT_NE(problems.find("not well-formed YAML"), std::string::npos) << problems;
  EXPECT_EQ(problems.find("hidden-word"), std::string::npos) << problems;
  EXPECT_NE(all_of(read({}, "/nowhere/v.yaml").problems).find("cannot be read"), std::string::npos);
  EXPECT_NE(all_of(read({}, file("list.yaml", "- a\n- b\n")).problems).find("key: value"), std::string::npos);
  EXPECT_EQ(all_of(read({}, file("empty.yaml", "# nothing\n")).problems), "");
}

TEST_F(SettingsTest, a_mail_server_wants_a_sender) {
  EXPECT_EQ(all_of(read({{"VOUCHSAFE_SMTP_URL", "smtp://mail.example:587"}}).problems),
            "mail_from must say from which address letters come\n");
  EXPECT_EQ(all_of(read({{"VOUCHSAFE_SMTP_URL", "http://x.example"}, {"VOUCHSAFE_MAIL_FROM", "a@b.example"}}).problems),
            "smtp_url begins with smtp:// or smtps://\n");
}

TEST(Addresses, are_numbers_with_a_port) {
  EXPECT_EQ(listen_address("127.0.0.1:8080")->second, 8080);
  EXPECT_EQ(listen_address("[::1]:0")->first, "::1");
  for (const char* bad : {"", "8080", "localhost:80", "127.0.0.1:", "127.0.0.1:70000", "127.0.0.1:80x"})
    EXPECT_FALSE(listen_address(bad)) << bad;
  EXPECT_EQ(address_list("127.0.0.1, ::1")->size(), 2U);
  EXPECT_FALSE(address_list("127.0.0.1, proxy"));
}

TEST(Settings, every_default_passes_its_own_check) {
  const Settings defaults;
  for (const auto& s : all_settings()) {
    const auto value = shown(s, defaults);
    const bool checked = s.check && !s.secret && !value.empty();
    EXPECT_FALSE(checked && s.check(value)) << s.name;
    if (const auto* place = std::get_if<int Settings::*>(&s.place)) {
      EXPECT_GE(defaults.*(*place), s.least) << s.name;
      EXPECT_LE(defaults.*(*place), s.most) << s.name;
    }
  }
}

TEST(Settings, the_documentation_is_current) {
  std::ostringstream page;
  page << std::ifstream("docs/settings.md").rdbuf();
  EXPECT_TRUE(page.str() == settings_page()) << "run: vouchsafe settings > docs/settings.md";
}

}  // namespace
}  // namespace vs::app
