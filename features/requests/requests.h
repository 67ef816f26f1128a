// A request for a reference, from intake to archive (REQ-01 … REQ-18). The case engine runs its steps; here is
// what they mean: who is asked, which gates are looked at, what is disclosed to whom.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "features/activities/activities.h"
#include "features/advocates/advocates.h"
#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/escalations/escalations.h"
#include "features/mail/mail.h"
#include "features/matching/matching.h"
#include "features/people/people.h"
#include "features/policies/policies.h"
#include "features/procedures/procedures.h"
#include "kernel/by_id.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::requests {

/// The procedure that every request follows.
inline constexpr std::string_view sop_id = "reference-approval";

/// `rejected` and `cancelled` may still be reopened; `archived` is for ever read-only.
enum class Status { open, deferred, fulfilled, rejected, cancelled, archived };
BOOST_DESCRIBE_ENUM(Status, open, deferred, fulfilled, rejected, cancelled, archived)

/// What else the use touches, so that brand or compliance looks at it too (REQ-06).
enum class Touch { regulated_claim, logo, testimonial };
BOOST_DESCRIBE_ENUM(Touch, regulated_claim, logo, testimonial)

enum class Decided { fulfilled, partly, rejected };
BOOST_DESCRIBE_ENUM(Decided, fulfilled, partly, rejected)

enum class CandidateStatus {
  chosen,
  consulted,
  objected,
  asked,
  confirmed,
  declined,
  withdrawn,
  blocked,
  released,
  missed
};
BOOST_DESCRIBE_ENUM(CandidateStatus, chosen, consulted, objected, asked, confirmed, declined, withdrawn, blocked,
                    released, missed)

/// Who will hear the reference. `size` counts employees.
struct Prospect {
  std::optional<std::string> name, industry, region, country, product, persona, account;
  std::optional<std::int64_t> size;
};
BOOST_DESCRIBE_STRUCT(Prospect, (), (name, industry, region, country, product, persona, account, size))

/// What one tells when asking. Everything may be absent: what is missing is returned, not refused (REQ-02).
template <class Text>
struct IntakeOf {
  std::optional<Text> purpose, use_case;
  std::optional<UseType> use_type;
  std::vector<Channel> channels;
  std::optional<Date> deadline;
  std::optional<std::string> deal;
  std::optional<Prospect> prospect;
  std::optional<std::string> wished_customer;  ///< a contact or an account
  std::optional<std::string> language, topic;
  std::optional<std::vector<Touch>> touches;
  std::optional<int> wanted;  ///< how many references; one when absent
  BOOST_DESCRIBE_CLASS(IntakeOf, (),
                       (purpose, use_case, use_type, channels, deadline, deal, prospect, wished_customer, language,
                        topic, touches, wanted),
                       (), ())
};
using Intake = IntakeOf<Personal>;

/// A file that shows what the customer said. How it is called names people more often than not; `name` says what the
/// program itself says, and what was recorded before names were sealed.
struct Evidence {
  std::string file, name;
  std::optional<Personal> called;

  const std::string& shown() const { return called ? called->words() : name; }
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (file, name, called))

/// What the customer answered with their own hands.
enum class Reply { yes, another_time, not_now, no, colleague };
BOOST_DESCRIBE_ENUM(Reply, yes, another_time, not_now, no, colleague)

struct OwnAnswer {
  Reply reply{};
  Instant at;
  std::vector<Instant> slots;  ///< other times that suit them
  Personal colleague_name, colleague_email;
};

/// One customer in the order of choice.
struct Candidate {
  std::string contact, advocate, account;
  int score = 0;
  CandidateStatus status{};
  Personal word;  ///< reason of an objection or a no
  std::optional<Instant> slot;
  std::optional<Evidence> evidence;
  std::optional<OwnAnswer> answer;
  std::optional<Instant> asked_at, answer_by;
  std::string asked_by;  ///< who wrote to them
  bool reminded = false;
  Instant at;
  std::string by;
};

/// Contact details shown to the requester for a while (REQ-10).
struct Disclosure {
  std::string contact, to;
  Instant at, until;
  std::map<std::string, Instant> last_view;  ///< by person
  int views = 0;
};

/// What the customer is told when asked, beside the facts of the request.
struct Proposal {
  std::vector<Instant> slots;
  int minutes = activities::usual_minutes;
  Personal message;
  bool name_prospect = false;
};

/// The deadline left fewer days than this use needs when the request came in (REQ-03).
struct LeadGap {
  int needed_days = 0, days_left = 0;
};

/// One line of the trail (REC-01): what was done, without words about people.
struct Mark {
  Instant at;
  std::string by, what, contact;
};

struct Request {
  std::string id, number, requester;
  Intake intake;
  std::string account;  ///< of the prospect, when it is in the directory
  directory::Money amount;
  bool high_value = false;
  Status status = Status::open;
  std::vector<Reason> missing;
  int returned = 0;  ///< how often it came back incomplete
  int unclear = 0;   ///< how often it came without a clear use case
  std::vector<std::string> duplicates;
  std::optional<LeadGap> short_lead;
  std::vector<std::string> passed_over;  ///< contacts who are out of the question for this request
  std::vector<Candidate> candidates;
  std::string current;  ///< contact now consulted, asked or confirmed
  std::vector<Personal> conditions;
  Personal choice_reason;
  Proposal proposal;
  std::optional<Disclosure> disclosure;
  std::vector<std::string> used_authorizations;
  std::uint64_t policy_revision = 0;
  int delivered = 0;
  std::optional<Decided> decision;
  Personal reason, notes;  ///< of the end; of the closing
  std::optional<Date> deferred_until;
  Instant created_at;
  std::string closed_by;
  std::optional<Instant> closed_at;
  std::vector<Mark> trail;
  std::uint64_t version = 0;
};

using ByDeadline = std::set<std::pair<Date, std::string>>;

struct State {
  ById<Request> requests;
  std::map<Status, ByDeadline> by_status;  ///< the queue, most urgent first
  ById<std::set<std::string>> by_requester;
  ById<std::set<std::string>> by_deal;     ///< open requests of a deal
  ById<std::set<std::string>> by_current;  ///< contact → requests that rely on them
  ById<std::string> by_number;
  std::map<std::string, std::set<std::string>> short_leads;  ///< requester → requests that came too late
};

}  // namespace vs::requests

#include "features/requests/confirmation.h"
#include "features/requests/events.h"
