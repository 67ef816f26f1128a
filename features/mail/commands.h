// What may be done about letters, their words and those who want none. `Report` and `Unsubscribe` come from the
// house itself: the courier, and the page behind the link to unsubscribe.
#pragma once

#include "features/directory/directory.h"
#include "features/mail/mail.h"
#include "features/people/people.h"

namespace vs::mail {

/// Another try now, also for a letter that failed.
struct Retry {};
BOOST_DESCRIBE_STRUCT(Retry, (), ())

struct DropLetter {};
BOOST_DESCRIBE_STRUCT(DropLetter, (), ())

/// A fresh link of the letter, made by the house once this is recorded.
struct TakeLink {};
BOOST_DESCRIBE_STRUCT(TakeLink, (), ())

/// The letter came back after a mail server had taken it.
struct Bounce {
  std::optional<std::string> code;
};
BOOST_DESCRIBE_STRUCT(Bounce, (), (code))

enum class Attempt { sent, again, failed };
BOOST_DESCRIBE_ENUM(Attempt, sent, again, failed)

/// How one try went.
struct Report {
  Attempt outcome = Attempt::sent;
  int attempt = 0;
  std::optional<std::string> code;   ///< unless sent: `server_busy`, `address_refused` …
  std::optional<std::string> to;     ///< the address tried
  std::optional<int> pause_seconds;  ///< before the second try; each further pause is twice as long
};
BOOST_DESCRIBE_STRUCT(Report, (), (outcome, attempt, code, to, pause_seconds))

struct Unsubscribe {
  std::string contact;
};
BOOST_DESCRIBE_STRUCT(Unsubscribe, (), (contact))

/// Write to this recipient again.
struct LiftSuppression {
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(LiftSuppression, (), (reason))

struct RestoreTemplate {};
BOOST_DESCRIBE_STRUCT(RestoreTemplate, (), ())

/// A letter with made-up facts to the one who asks.
struct SendTest {};
BOOST_DESCRIBE_STRUCT(SendTest, (), ())

Result<Decision> retry(const State&, const Retry&, const Context&);
Result<void> can_retry(const State&, const Context&);
Result<Decision> drop_letter(const State&, const DropLetter&, const Context&);
Result<void> can_drop(const State&, const Context&);
Result<Decision> take_link(const State&, const TakeLink&, const Context&);
Result<void> can_take_link(const State&, const Context&);
Result<Decision> bounce(const State&, const Bounce&, const Context&);
Result<void> can_bounce(const State&, const Context&);
Result<Decision> report(const State&, const Report&, const Context&);
Result<Decision> unsubscribe(const State&, const Unsubscribe&, const Context&);
/// Somebody corrected the address from which letters came back.
Events address_mended(const State&, const directory::Revised<directory::Contact>&, const Meta&, const Context&);
/// Whoever is invited gets a letter with a link to choose a password.
Events letter_to_invited(const State&, const people::State&, const people::Invited&, const Meta&, const Context&);
Result<Decision> lift(const State&, const LiftSuppression&, const Context&);
Result<Decision> adopt_template(const State&, const Template&, const Context&);
Result<Decision> restore_template(const State&, const RestoreTemplate&, const Context&);
Result<void> can_restore(const State&, const Context&);
Result<Decision> send_test(const State&, const people::State&, const SendTest&, const Context&);
Result<Decision> adopt_settings(const State&, const Settings&, const Context&);

}  // namespace vs::mail
