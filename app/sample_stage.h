// The stage on which the sample year is played: acts by people at moments, in order of time, through the
// same commands that everybody uses.
#pragma once

#include <functional>
#include <map>
#include <queue>
#include <string>

#include "app/house.h"
#include "app/sample_words.h"
#include "features/authorizations/customer.h"
#include "features/portal/form.h"

namespace vs::app {

/// What the link in a letter opens: the pages of one purpose, about one item, for one contact.
struct Opened {
  std::string contact, purpose, about;
};

/// The words under that key, or "".
std::string text_of(const json::Object&, const char* key);

class Stage {
 public:
  Stage(House& house, std::string workspace, std::map<std::string, std::string> people)
      : house_(house), workspace_(std::move(workspace)), people_(std::move(people)) {}

  /// Person who plays the part: a role of the sample logins, or an id added with `cast`.
  const std::string& person(const std::string& part) const { return people_.at(part); }
  void cast(const std::string& part, const std::string& person) { people_[part] = person; }

  /// Does it now (`POST`), as the part; null when refused. `path` is `requests`, `requests/{id}/clear` …
  json::Value act(const std::string& part, const std::string& path, json::Object body);
  /// Looks (`GET`), as the part.
  json::Value look(const std::string& part, const std::string& path, std::map<std::string, std::string> params = {});
  /// All rows of a collection, page after page, as the administrator sees them.
  std::vector<json::Object> all(const std::string& path, std::map<std::string, std::string> params = {});

  /// The customer sends the form of a page behind their link, as the portal takes it; null when refused.
  json::Value press(const Opened&, const std::string& page, const portal::Form&);
  /// The request for permission as this customer reads it.
  Result<authorizations::RoundPage> read(const std::string& contact, const std::string& authorization);
  /// Letters that are due leave. A sample has no mail server: the year plays at a company that had one.
  void post_letters();

  /// A small text file as evidence; its id.
  std::string evidence(const std::string& words);

  Instant now;
  /// Plans something for later.
  void later(Instant at, std::function<void()> act) { plan_.emplace(at, ++planned_, std::move(act)); }
  /// Plays everything planned up to the moment, in order of time.
  void play_until(Instant end);
  /// The same, with the watchers (reminders, returns from rest) having their turn every evening, and letters
  /// leaving but for those of the last days.
  void live_until(Instant end);

  std::size_t acts = 0, refusals = 0;
  std::map<std::string, std::size_t> refused;  ///< how often each action was refused with which code

 private:
  json::Value submit(engine::Submission, const std::string& name);
  struct Planned {
    Instant at;
    std::size_t order;
    std::function<void()> act;
    Planned(Instant a, std::size_t o, std::function<void()> f) : at(a), order(o), act(std::move(f)) {}
    bool operator<(const Planned& other) const { return std::pair(at, order) > std::pair(other.at, other.order); }
  };
  House& house_;
  std::string workspace_;
  std::map<std::string, std::string> people_;
  std::priority_queue<Planned> plan_;
  std::size_t planned_ = 0, posted_ = 0;
};

}  // namespace vs::app
