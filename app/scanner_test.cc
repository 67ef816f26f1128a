// What becomes of a file when its scanner is not there, says nothing, or says something else; the real clamd is asked
// by tests/faults/viruses_test.mjs.
// QUALITY: S-UPLOAD
#include "app/scanner.h"

#include <gtest/gtest.h>

#include <boost/asio.hpp>
#include <future>
#include <string>
#include <thread>

namespace vs::app {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

// Says one sentence to whoever connects, once it has heard the end of a file, and closes; or never says anything.
class Sayer {
 public:
  explicit Sayer(std::string sentence)
      : acceptor_(io_, tcp::endpoint(tcp::v4(), 0)), thread_([this, sentence] { say(sentence); }) {}
  ~Sayer() { silence_.set_value(); }
  std::string address() const { return "127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()); }
  std::string heard() {
    thread_.join();
    return heard_;
  }

 private:
  void say(const std::string& sentence) {
    auto socket = acceptor_.accept();
    const auto byte = [&] {
      char c = 0;
      asio::read(socket, asio::buffer(&c, 1));
      heard_ += c;
      return static_cast<unsigned char>(c);
    };
    while (byte()) continue;
    for (unsigned length = 1; length;) {
      length = 0;
      for (int i = 0; i < 4; ++i) length = length << 8 | byte();
      for (unsigned i = 0; i < length; ++i) byte();
    }
    if (sentence.empty()) silence_.get_future().wait();
    else asio::write(socket, asio::buffer(sentence + '\0'));
  }

  asio::io_context io_;
  tcp::acceptor acceptor_;
  std::string heard_;
  std::promise<void> silence_;
  std::jthread thread_;
};

std::string code_of(const Result<void>& said) {
  return said ? "" : said.error().reasons[0].code;
}

TEST(Scanner, without_one_everything_is_fine) {
  EXPECT_EQ(code_of(Scanner({}).look("words")), "");
}

TEST(Scanner, hears_the_bytes_with_their_length_and_tells_what_was_found) {
  Sayer clean("stream: OK");
  EXPECT_EQ(code_of(Scanner({clean.address()}).look("words")), "");
  EXPECT_EQ(clean.heard(), std::string("zINSTREAM\0\0\0\0\5words\0\0\0\0", 23));
  Sayer found("stream: Win.Test.EICAR_HDB-1 FOUND");
  const auto said = Scanner({found.address()}).look("words");
  EXPECT_EQ(code_of(said), "infected");
  EXPECT_NE(said.error().reasons[0].message.find("Win.Test.EICAR_HDB-1"), std::string::npos);
}

TEST(Scanner, that_is_not_there_or_silent_or_confused_lets_nothing_in_unless_told_to) {
  const std::string nowhere = "/nowhere/clamd.ctl";
  EXPECT_EQ(code_of(Scanner({nowhere}).look("words")), "scanner_unreachable");
  EXPECT_EQ(code_of(Scanner({nowhere, false}).look("words")), "");
  EXPECT_EQ(code_of(Scanner({"nowhere.invalid:3310"}).look("words")), "scanner_unreachable");
  {
    Sayer silent("");
    EXPECT_EQ(code_of(Scanner({silent.address(), true, 1}).look("words")), "scanner_unreachable");
  }
  Sayer confused("INSTREAM size limit exceeded. ERROR");
  EXPECT_EQ(code_of(Scanner({confused.address()}).look("words")), "scanner_unreachable");
}

TEST(Scanner, of_several_files_one_is_enough) {
  Sayer found("stream: Bad FOUND");
  Scanner scanner({found.address()});
  std::promise<Result<void>> said;
  scanner.look_then({"one", "two"}, [&](Result<void> result) { said.set_value(std::move(result)); });
  EXPECT_EQ(code_of(said.get_future().get()), "infected");
}

TEST(Scanner, addresses_are_sockets_or_have_a_port) {
  for (const char* good : {"/run/clamav/clamd.ctl", "127.0.0.1:3310", "clamav:3310", "[::1]:3310"})
    EXPECT_TRUE(scanner_address(good)) << good;
  for (const char* bad : {"", "/", "clamd", ":3310", "host:", "host:port", "host:331000"})
    EXPECT_FALSE(scanner_address(bad)) << bad;
}

}  // namespace
}  // namespace vs::app
