// The API's routes: from a request to a command or a query of the registry, and back. See docs of the
// contract in README.md; everything else about the API follows from the registry.
#pragma once

#include <boost/asio/thread_pool.hpp>

#include "app/saved_views.h"
#include "app/sessions.h"
#include "app/static_files.h"
#include "app/streams.h"

namespace vs::app {

class Courier;

class Api {
 public:
  Api(House&, Sessions&, StaticFiles);
  ~Api();
  /// Who makes the links that staff hand over themselves; without one there are none.
  void letters_go_by(Courier& courier) { courier_ = &courier; }
  void handle(http::Request&&, http::Respond);

 private:
  struct Call;
  void session(Call&);
  void me(Call&);
  void workspace(Call&);
  void read(Call&);
  void read_as_of(Call&, const Query&, Ask);
  void write(Call&);
  void stream(Call&);
  bool special(Call&);
  void files(Call&);
  void tokens(Call&);
  void make_token(Call&);
  void saved_views(Call&);
  void settings(Call&);
  void audit(Call&);
  void dump(Call&);
  void checkpoint(Call&);
  void reset_password(Call&);
  bool mails(Call&);
  void take_link(Call&);
  void preview_letter(Call&);
  void tell(const std::vector<engine::Change>&);

  House& house_;
  Sessions& sessions_;
  StaticFiles static_files_;
  Courier* courier_ = nullptr;
  std::string openapi_;
  boost::asio::thread_pool slow_{1};  ///< questions about the past, which fold the ledger anew
  SavedViews saved_views_;
  Streams streams_;
};

}  // namespace vs::app
