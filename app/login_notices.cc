#include "app/login_notices.h"

#include <fmt/format.h>

#include <boost/asio/ip/address.hpp>

#include <algorithm>

#include "app/courier.h"
#include "app/log.h"
#include "features/people/people.h"
#include "ledger/key_record.h"

namespace vs::app {
namespace {

// The person's own, out of their reach (app/api_special.cc).
constexpr const char *notices = "~login_notices", *places = "~login_places";
constexpr std::size_t notices_most = 20, places_most = 50;
constexpr std::int64_t day_us = 86'400'000'000;

template <class T>
std::vector<T> list_in(ledger::Store& store, const std::string& person, const char* name) {
  const auto text = store.setting(person, name);
  const auto value = text ? json::parse(*text) : Result<json::Value>(json::Array{});
  if (!value) return {};
  return json::from_value<std::vector<T>>(*value).value_or(std::vector<T>{});
}

// The neighbourhood of an address, as networks are given out: it stays while the last part changes.
std::string network_of(const std::string& remote) {
  boost::system::error_code none;
  const auto address = boost::asio::ip::make_address(remote, none);
  if (none) return "";
  if (address.is_v4()) return fmt::format("{:06x}", address.to_v4().to_uint() >> 8);
  const auto bytes = address.to_v6().to_bytes();
  return fmt::format("{:02x}", fmt::join(bytes.begin(), bytes.begin() + 6, ""));
}

// A name for where somebody signs in from: the kind of device and its network. There are so few of both that a bare
// digest would be guessed; under a key of the house it tells nobody anything.
std::string place_of(const ledger::Keys& keys, const std::string& person, const std::string& device,
                     const std::string& remote) {
  auto kind = device;  // without its versions, which change by themselves
  std::erase_if(kind, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  const auto key = keys.derived("places of logins");
  const auto place = ledger::derived_from(key, person + '\n' + kind + '\n' + network_of(remote));
  return ledger::hex(place.bytes).substr(0, 32);
}

}  // namespace

LoginNotices::LoginNotices(House& house) : house_(house) {}

void LoginNotices::stop() {
  writing_.join();
}

std::vector<LoginNotice> LoginNotices::of(const std::string& person) {
  return list_in<LoginNotice>(house_.store(), person, notices);
}

void LoginNotices::tell(const std::string& person, const std::string& what) {
  if (person.empty()) return;
  const LoginNotice notice{system_now(), what};
  {
    std::lock_guard lock(lock_);
    auto all = of(person);
    all.insert(all.begin(), notice);
    if (all.size() > notices_most) all.resize(notices_most);
    house_.store().put_setting(person, notices, json::to_text(all));
  }
  if (courier_ && courier_->delivers()) writing_.run([this, person, notice] { write_letter(person, notice); });
}

void LoginNotices::refused(const std::string& person) {
  const auto now = system_now();
  const auto lately = [&](const LoginNotice& n) { return n.what == "tries" && now.us - n.at.us < day_us; };
  if (!person.empty() && std::ranges::none_of(of(person), lately)) tell(person, "tries");
}

void LoginNotices::signed_in(const std::string& person, const std::string& device, const std::string& remote) {
  const auto place = place_of(house_.keys(), person, device, remote);
  bool first = false;
  {
    std::lock_guard lock(lock_);
    auto known = list_in<std::string>(house_.store(), person, places);
    first = known.empty();
    if (std::ranges::find(known, place) != known.end()) return;
    known.insert(known.begin(), place);
    if (known.size() > places_most) known.resize(places_most);
    house_.store().put_setting(person, places, json::to_text(known));
  }
  if (!first) tell(person, "new_place");
}

// By the first workspace that they work in. A letter that cannot be written now must not keep anybody out.
void LoginNotices::write_letter(const std::string& person, const LoginNotice& notice) try {
  for (const auto* ws : house_.engine().workspaces()) {
    if (house_.engine().roles_of(ws->id, {ActorKind::person, person, ""}).empty()) continue;
    house_.engine().append(ws->id, {ActorKind::watcher, "login", ""}, [&](const World& world, const Context& context) {
      mail::Draft letter;
      letter.kind = "staff.security";
      letter.person = person;
      letter.about = person;
      letter.may_wait = false;
      const auto at = notice.at.vj_str();
      const auto& staff = world.get<people::State>();
      letter.language = people::language_of(staff, person);
      letter.values = {{"customer", people::name_of(staff, person)},
                       {"when", at.substr(0, 10) + " " + at.substr(11, 5)},
                       {notice.what, notice.what}};
      return mail::write(world.get<mail::State>(), letter, context);
    });
    return;
  }
} catch (const std::exception& error) {
  log::warning("login_notice", {{"person", log::Id(person)}, {"cause", log::Cause(error.what())}});
}

}  // namespace vs::app
