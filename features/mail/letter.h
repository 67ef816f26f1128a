// A letter: what was written to whom about what, and how far it came. How it travels is not known here.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "kernel/event.h"
#include "kernel/text.h"

namespace vs::mail {

/// What a link in a letter opens: one case, one purpose.
enum class Purpose { none, authorize, confirm, activity, debrief, my_page, renew, password };
BOOST_DESCRIBE_ENUM(Purpose, none, authorize, confirm, activity, debrief, my_page, renew, password)

/// How far a letter came. `waiting` also covers the pauses between tries.
enum class Status { waiting, sent, failed, bounced, dropped };
BOOST_DESCRIBE_ENUM(Status, waiting, sent, failed, bounced, dropped)

struct Letter {
  std::string id, kind, contact, person, language, about;
  Purpose purpose = Purpose::none;
  std::optional<Instant> link_until;
  Instant written_at, not_before;
  std::uint64_t template_revision = 0;
  std::string button;  ///< words on the link, where mail shows buttons
  Personal subject, text;
  std::optional<Personal> calendar;
  Status status = Status::waiting;
  int attempts = 0;
  std::string code;               ///< why the last try did not succeed: `smtp_451`, `no_address`
  std::optional<Instant> due_at;  ///< of the next try, while it waits
  std::optional<Instant> sent_at;
  Personal to;  ///< the address that took it
  std::uint64_t version = 0;

  const std::string& recipient() const { return contact.empty() ? person : contact; }
};

/// Words of one kind of letter in one language. Mustache; `{{link}}` and `{{code}}` are filled when it leaves.
struct Template {
  std::string subject;
  LongText text;
  std::string button;
  friend bool operator==(const Template&, const Template&) = default;
};
BOOST_DESCRIBE_STRUCT(Template, (), (subject, text, button))

/// Who writes, how it looks, and when people are left in peace.
struct Settings {
  std::string company;             ///< as it stands in letters
  std::string sender;              ///< name beside the sending address; empty: the company
  std::string reply_to;            ///< address for answers; empty: the sending address
  std::string imprint;             ///< postal address under every letter
  std::string colour = "#1f5f8b";  ///< of the button
  std::string time_zone = "UTC";   ///< for people of whom none is known
  int quiet_from_hour = 20;
  int quiet_until_hour = 8;
  bool quiet_weekends = true;
  friend bool operator==(const Settings&, const Settings&) = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (company, sender, reply_to, imprint, colour, time_zone, quiet_from_hour, quiet_until_hour,
                       quiet_weekends))

}  // namespace vs::mail
