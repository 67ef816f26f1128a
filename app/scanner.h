// Shows files from outside to a virus scanner before anything of them is kept: ClamAV's clamd, over a socket of this
// machine or an address, with its command INSTREAM. The scanner gets the bytes and no name.
#pragma once

#include <boost/asio/thread_pool.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace vs::app {

struct ScannerSettings {
  std::string address;   ///< path of a socket, or HOST:PORT; empty: there is no scanner
  bool required = true;  ///< false: files are taken while the scanner cannot be reached
  int seconds = 60;      ///< how long one file may take
};

class Scanner {
 public:
  explicit Scanner(ScannerSettings);
  ~Scanner();

  bool present() const { return !settings_.address.empty(); }
  /// What the scanner says of the bytes: nothing, or a refusal that names what was found. Waits for the answer.
  Result<void> look(std::string_view bytes) const;
  /// Looks at all of them on a thread of its own and calls back there. Whoever is called back keeps the bytes alive.
  void look_then(std::vector<std::string_view> all, std::function<void(Result<void>)> done);
  /// The version that it answers with, or why it does not.
  Result<std::string> greet() const;
  /// Waits for what is under way; nothing is looked at afterwards.
  void finish() { pool_.join(); }

 private:
  Result<void> without_answer(const std::string& why) const;

  const ScannerSettings settings_;
  boost::asio::thread_pool pool_{2};
};

/// Whether this is written like the path of a socket or HOST:PORT.
bool scanner_address(const std::string&);

}  // namespace vs::app
