// Links that have ended, at the portal's own door and with a clock of the test's own: whoever holds one learns
// nothing, and a new one goes to the address of the first.
// MISSION: AUT-11
// QUALITY: S-LINK
#include "app/portal.h"

#include <gtest/gtest.h>

#include <future>
#include <set>

#include "app/secrets.h"
#include "features/mail/mail.h"

namespace vs::app {
namespace {

struct Door : testing::Test {
  Door() : folder(std::filesystem::temp_directory_path() / ("vs-portal-" + random_text(8))) {
    std::filesystem::create_directories(folder);
    house = std::make_unique<House>(HouseOptions{folder, {}, true});
    house->found_workspace("main", "Northwind", "per_admin", "Ada", "ada@example.test", {"administrator"});
    const auto account = create("accounts", {{"name", "Nordvik"}});
    contact = create("contacts", {{"account", account}, {"name", "Marta Lind"}, {"email", "marta@nordvik.example"}});
    links = std::make_unique<Links>(house->store());
    const auto outside = checkpoints_folder(folder, {});
    checkpoints = std::make_unique<Checkpoints>(*house, open_signing_key(*house, signing_key_file(folder, {}), outside),
                                                outside, false);
    portal = std::make_unique<Portal>(*house, *links, *checkpoints, false, true, [this] { return now; });
  }
  ~Door() override {
    portal.reset();
    checkpoints.reset();
    links.reset();
    house.reset();
    std::filesystem::remove_all(folder);
  }

  std::string create(const std::string& collection, json::Object body) {
    engine::Submission s;
    s.workspace = "main";
    s.actor = {ActorKind::person, "per_admin", ""};
    s.command = house->registry().command(collection, "", false);
    s.body = std::move(body);
    const auto outcome = house->engine().execute(std::move(s));
    EXPECT_TRUE(outcome.answer) << collection;
    return outcome.id;
  }

  std::string link() { return links->make("main", contact, "my_page", "", now.plus_days(30), now); }

  http::Response post(const std::string& path, const std::string& token) {
    http::Request request;
    request.method = "POST", request.path = path, request.body = "token=" + token;
    request.headers["content-type"] = "application/x-www-form-urlencoded";
    std::promise<http::Response> answered;
    portal->handle(std::move(request), [&](http::Response&& r) { answered.set_value(std::move(r)); });
    return answered.get_future().get();
  }

  // Letters with a fresh link, by recipient.
  std::vector<std::string> fresh_letters() {
    portal->finish();
    std::vector<std::string> out;
    const auto* ws = house->engine().workspace("main");
    std::shared_lock lock(ws->lock);
    for (const auto& [id, letter] : ws->world.get<mail::State>().letters)
      if (letter.kind == "link.fresh") out.push_back(letter.recipient());
    return out;
  }

  std::filesystem::path folder;
  std::unique_ptr<House> house;
  std::unique_ptr<Links> links;
  std::unique_ptr<Checkpoints> checkpoints;
  std::unique_ptr<Portal> portal;
  std::string contact;
  Instant now = system_now();
};

TEST_F(Door, a_link_that_ended_opens_nothing_and_a_new_one_goes_to_the_address_of_the_first) {
  const auto secret = link();
  EXPECT_EQ(post("/p/open", secret).status, 303);
  now = now.plus_days(31);
  const auto gone = post("/p/open", secret);
  EXPECT_EQ(gone.status, 200);
  EXPECT_NE(gone.body.find("/p/fresh"), std::string::npos);
  EXPECT_EQ(gone.body.find("Marta"), std::string::npos);
  EXPECT_EQ(gone.body.find("nordvik"), std::string::npos);
  EXPECT_EQ(post("/p/fresh", secret).status, 303);
  EXPECT_EQ(fresh_letters(), std::vector{contact});
}

TEST_F(Door, whatever_a_link_was_the_answer_is_the_same) {
  const auto revoked = link();
  links->revoke("main", "", contact, now);
  const auto ended = link();
  now = now.plus_days(31);
  const std::string never(43, 'x');
  std::set<std::string> opened, asked;
  for (const auto& secret : {revoked, ended, never}) {
    auto page = post("/p/open", secret).body;
    for (auto at = page.find(secret); at != std::string::npos; at = page.find(secret)) page.erase(at, secret.size());
    opened.insert(page);
    const auto sent = post("/p/fresh", secret);
    asked.insert(std::to_string(sent.status) + sent.headers.at(0).second + sent.body);
  }
  EXPECT_EQ(opened.size(), 1u);
  EXPECT_EQ(asked.size(), 1u);
  EXPECT_EQ(fresh_letters(), std::vector{contact}) << "only the one that ran out by itself";
}

TEST_F(Door, five_new_links_in_a_quarter_of_an_hour_are_enough_and_later_there_are_more) {
  const auto secret = link();
  now = now.plus_days(31);
  for (int i = 0; i < 9; ++i) EXPECT_EQ(post("/p/fresh", secret).status, 303);
  now = now.plus_seconds(16 * 60);
  EXPECT_EQ(post("/p/fresh", secret).status, 303);
  EXPECT_EQ(fresh_letters().size(), 6u);
}

}  // namespace
}  // namespace vs::app
