// What happens to a login, told to its person: in the app, and by letter where letters leave. Whoever took a login over
// cannot keep that from the person whose it is. Never anything to customers.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "app/house.h"
#include "app/side_thread.h"

namespace vs::app {

class Courier;

/// One thing that happened.
struct LoginNotice {
  Instant at;
  std::string what;  ///< password, factor_on, factor_off, token, new_place, tries
};
BOOST_DESCRIBE_STRUCT(LoginNotice, (), (at, what))

class LoginNotices {
 public:
  explicit LoginNotices(House&);
  /// Who carries letters; without, the app alone tells.
  void letters_go_by(const Courier& courier) { courier_ = &courier; }
  /// Writes the letters that are left; to be called while the engine still runs.
  void stop();

  void tell(const std::string& person, const std::string& what);
  /// Tells once a day that many tried to get in.
  void refused(const std::string& person);
  /// Tells when neither this kind of device was seen in this network before, unless it is the first of all.
  void signed_in(const std::string& person, const std::string& device, const std::string& remote);
  /// The newest first.
  std::vector<LoginNotice> of(const std::string& person);

 private:
  void write_letter(const std::string& person, const LoginNotice&);

  House& house_;
  const Courier* courier_ = nullptr;
  std::mutex lock_;     ///< of what is read and written again
  SideThread writing_;  ///< nobody who signs in waits for the letter about it
};

}  // namespace vs::app
