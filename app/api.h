// The API's routes: from a request to a command or a query of the registry, and back. See docs of the
// contract in README.md; everything else about the API follows from the registry.
#pragma once

#include "app/login_notices.h"
#include "app/pace.h"
#include "app/saved_views.h"
#include "app/sessions.h"
#include "app/side_thread.h"
#include "app/static_files.h"
#include "app/streams.h"

namespace vs::app {

class Checkpoints;
class Courier;
class Scanner;

class Api {
 public:
  Api(House&, Sessions&, StaticFiles);
  ~Api();
  /// Who makes the links that staff hand over themselves; without one there are none.
  void letters_go_by(Courier& courier) {
    courier_ = &courier;
    notices_.letters_go_by(courier);
  }
  /// Who signs; must be there before the first request.
  void proves_by(Checkpoints& checkpoints) { checkpoints_ = &checkpoints; }
  /// Who says how often one session or token may ask; without, as often as it likes.
  void keeps_pace(Pace& pace) { pace_ = &pace; }
  /// Who looks at files from outside before they are kept; without, nobody does.
  void scans_by(Scanner& scanner) { scanner_ = &scanner; }
  void handle(http::Request&&, http::Respond);
  /// Finishes what goes on beside answers; to be called while the engine still runs.
  void finish();
  /// Event streams that are open now.
  std::size_t streams() { return streams_.count(); }
  /// Addresses whose bodies may carry files.
  static bool takes_files(std::string_view target);

 private:
  struct Call;
  void session(Call&);
  void me(Call&);
  void account(Call&);
  void security(Call&);
  void choose_password(Call&);
  void choose_language(Call&);
  void step_up(Call&);
  void begin_second_factor(Call&);
  void confirm_second_factor(Call&);
  void end_second_factor(Call&);
  void proven(Call&, const std::string& password, const std::string& code, std::function<void()> then);
  bool fresh(Call&);
  bool too_fast(Call&);
  bool lacks_second_factor(const Caller&, const std::string& workspace);
  static void ask_again(Call&);
  std::vector<std::string> known_of(const std::string& person);
  http::Response refused_login(const Refusal&, const std::string& email, const std::string& remote);
  void workspace(Call&);
  void read(Call&);
  void read_as_table(Call&, const Query&, Ask);
  void read_as_of(Call&, const Query&, Ask);
  void write(Call&);
  void stream(Call&);
  bool special(Call&);
  void files(Call&);
  void keep_file(Call&);
  void tokens(Call&);
  void make_token(Call&);
  void saved_views(Call&);
  void settings(Call&);
  void audit(Call&);
  void dump(Call&);
  bool proofs(Call&);
  void prove(Call&, std::function<http::Response(const engine::Workspace&, const http::Request&)>);
  void checkpoint(Call&);
  void checkpoint_keys(Call&);
  void consistency(Call&);
  void proof(Call&);
  void receipt(Call&);
  void evidence(Call&);
  bool reached_by_letter(const std::string& workspace, const std::string& person);
  std::optional<bool> may_let_in(Call&);
  void let_in(const Call&, std::function<http::Response(const Answer&)> change);
  void end_lost_factor(const std::string& person);
  void reset_password(Call&);
  void invite(Call&);
  void invitation(Call&);
  bool mails(Call&);
  bool privacy(Call&);
  void find_words(Call&);
  void hand_out(Call&);
  void affected(Call&);
  void take_link(Call&);
  void preview_letter(Call&);
  void tell(const std::vector<engine::Change>&);

  House& house_;
  Sessions& sessions_;
  StaticFiles static_files_;
  Courier* courier_ = nullptr;
  Checkpoints* checkpoints_ = nullptr;
  Pace* pace_ = nullptr;
  Scanner* scanner_ = nullptr;
  std::string openapi_;
  SideThread slow_;  ///< questions about the past, which fold the ledger anew
  SavedViews saved_views_;
  LoginNotices notices_;
  Streams streams_;
};

}  // namespace vs::app
