// Calling out over TLS: only to whoever can show a certificate for that very name from an authority that is believed.
// MISSION: INT-05   QUALITY: S-SSRF
#include "app/outgoing.h"

#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <filesystem>
#include <thread>

namespace vs::app {
namespace {

namespace ip = boost::asio::ip;
namespace ssl = boost::asio::ssl;
using boost::asio::ip::tcp;

using Key = std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)>;
using Certificate = std::unique_ptr<X509, void (*)(X509*)>;

void extend(X509* certificate, int what, const char* value) {
  const std::unique_ptr<X509_EXTENSION, void (*)(X509_EXTENSION*)> extension(
      X509V3_EXT_conf_nid(nullptr, nullptr, what, value), X509_EXTENSION_free);
  X509_add_ext(certificate, extension.get(), -1);
}

// Signed by itself, for `loop.test`.
Certificate made_for(EVP_PKEY* key) {
  Certificate out(X509_new(), X509_free);
  X509_set_version(out.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(out.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(out.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(out.get()), 3600);
  X509_NAME* name = X509_get_subject_name(out.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("loop.test"), -1, -1, 0);
  X509_set_issuer_name(out.get(), name);
  X509_set_pubkey(out.get(), key);
  extend(out.get(), NID_subject_alt_name, "DNS:loop.test");
  extend(out.get(), NID_basic_constraints, "critical,CA:TRUE");
  X509_sign(out.get(), key, EVP_sha256());
  return out;
}

// A server of one certificate that tells how many requests it could read.
class Server {
 public:
  Server() {
    SSL_CTX_use_PrivateKey(context_.native_handle(), key_.get());
    SSL_CTX_use_certificate(context_.native_handle(), certificate_.get());
    const std::unique_ptr<FILE, int (*)(FILE*)> out(std::fopen(authorities.c_str(), "w"), &std::fclose);
    PEM_write_X509(out.get(), certificate_.get());
    next();
    thread_ = std::thread([this] { io_.run(); });
  }
  ~Server() {
    io_.stop();
    thread_.join();
    std::filesystem::remove(authorities);
  }
  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
  int reached() const { return reached_; }
  int read() const { return read_; }

  const std::string authorities =
      std::filesystem::temp_directory_path() / ("outgoing-" + std::to_string(::getpid()) + ".pem");

 private:
  void next() {
    acceptor_.async_accept([this](boost::system::error_code failed, tcp::socket socket) {
      if (failed) return;
      ++reached_;
      answer(ssl::stream<tcp::socket>(std::move(socket), context_));
      next();
    });
  }
  void answer(ssl::stream<tcp::socket> stream) {
    boost::system::error_code failed;
    std::string head;
    if (stream.handshake(ssl::stream_base::server, failed)) return;
    boost::asio::read_until(stream, boost::asio::dynamic_buffer(head), "\r\n\r\n", failed);
    if (failed) return;
    ++read_;
    boost::asio::write(stream, boost::asio::buffer(std::string("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")),
                       failed);
    stream.shutdown(failed);
  }

  Key key_{EVP_EC_gen("P-256"), EVP_PKEY_free};
  Certificate certificate_ = made_for(key_.get());
  ssl::context context_{ssl::context::tls_server};
  std::atomic<int> reached_{0}, read_{0};
  boost::asio::io_context io_;
  tcp::acceptor acceptor_{io_, {ip::make_address("127.0.0.1"), 0}};
  std::thread thread_;
};

OutgoingAnswer call(const Server& server, const std::string& host, const std::string& authorities) {
  const std::atomic<bool> never_stop{false};
  OutgoingOptions options{OutgoingAllowed::parse("127.0.0.0/8").value(), {server.port()}, 5, 1'000};
  options.resolve = [](const std::string&) { return OutgoingOptions::Addresses{ip::make_address("127.0.0.1")}; };
  options.authorities = authorities;
  return Outgoing(options).call({"https://" + host + ":" + std::to_string(server.port()) + "/", "secret"}, never_stop);
}

TEST(OutgoingTls, a_certificate_for_that_name_from_a_believed_authority_passes) {
  const Server server;
  const auto answer = call(server, "loop.test", server.authorities);
  EXPECT_EQ(answer.trouble, "");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "hi");
  EXPECT_EQ(server.read(), 1);
}

TEST(OutgoingTls, nothing_is_said_to_anybody_else) {
  const Server server;
  EXPECT_EQ(call(server, "loop.test", "").trouble, "no_encryption") << "an authority that nobody knows";
  EXPECT_EQ(call(server, "other.test", server.authorities).trouble, "no_encryption") << "another name";
  EXPECT_EQ(call(server, "127.0.0.1", server.authorities).trouble, "no_encryption") << "a number for a name";
  EXPECT_EQ(server.reached(), 3);
  EXPECT_EQ(server.read(), 0);
}

}  // namespace
}  // namespace vs::app
