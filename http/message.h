// Plain requests and responses: the rest of the program never sees the HTTP library.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vs::http {

/// What the log may know about a request, found out while it is answered: ids, never words.
struct Trace {
  std::string id, actor;
};

struct Request {
  std::string method, path;                    ///< path is percent-decoded, without the query
  std::map<std::string, std::string> query;    ///< decoded
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
  std::string remote;  ///< address of the peer
  std::shared_ptr<Trace> trace;

  std::string header(const std::string& name) const {
    const auto it = headers.find(name);
    return it == headers.end() ? std::string{} : it->second;
  }
  std::string cookie(const std::string& name) const;
};

/// Feeds an open event stream; an empty text ends it. Safe to call from any thread; false once the client has gone.
using Push = std::function<bool(std::string text)>;

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  /// Set for server-sent events: called with the way to push text once the head is written.
  std::function<void(Push)> stream;
  /// A body that somebody else keeps, instead of `body`: many slow readers of one file share its bytes.
  std::shared_ptr<const std::string> kept;

  const std::string& text() const { return kept ? *kept : body; }
};

using Respond = std::function<void(Response&&)>;
/// Handles a request; `respond` may be called at once or later, from any thread, exactly once.
using Handler = std::function<void(Request&&, Respond)>;

}  // namespace vs::http
