// One request on its way through the portal.
#pragma once

#include "app/multipart.h"
#include "app/portal.h"

namespace vs::app {

struct Portal::Call {
  http::Request request;
  http::Respond respond;
  portal::Form form;  ///< of a POST
  std::vector<Upload> files;
  std::string session_secret;
  Visit visit;

  bool is(std::string_view method) const { return request.method == method; }
  std::string language() const { return request.header("accept-language"); }
};

namespace portal_wire {

/// What a form body carries; nothing when it is none.
struct Sent {
  portal::Form form;
  std::vector<Upload> files;
};
std::optional<Sent> sent_by(const http::Request&);
/// The secret in what was pasted or sent: the part behind "#", when there is one.
std::string secret_of(const std::string& pasted);
/// True when the request was sent by another site's page.
bool from_another_site(const http::Request&);
/// A page as a response, with the strictest headers there are.
http::Response response(portal::Page);
/// "See other": a page after a form.
http::Response see(const std::string& address);
/// What goes with every form of a session, so that only its own pages can send them.
std::string once_of(const std::string& session_secret);
/// The same form sent twice is one deed.
std::string key_of(const std::string& session, const std::string& path, const portal::Form&);

}  // namespace portal_wire
}  // namespace vs::app
