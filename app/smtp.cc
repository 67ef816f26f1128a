#include "app/smtp.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <cstring>
#include <stdexcept>

#include "app/settings.h"

namespace vs::app {
namespace {

struct Part {
  char* text = nullptr;
  ~Part() { curl_free(text); }
  std::string str() const { return text ? text : ""; }
};

// Takes the sign-in out of the address, so that the address may be named in messages.
void take_apart(const std::string& url, MailSettings& settings) {
  const std::unique_ptr<CURLU, void (*)(CURLU*)> parts(curl_url(), curl_url_cleanup);
  if (curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    throw std::runtime_error("smtp_url is not an address like smtp://user:password@host:587");
  Part scheme, user, password, host, bare;
  curl_url_get(parts.get(), CURLUPART_SCHEME, &scheme.text, 0);
  curl_url_get(parts.get(), CURLUPART_USER, &user.text, CURLU_URLDECODE);
  curl_url_get(parts.get(), CURLUPART_PASSWORD, &password.text, CURLU_URLDECODE);
  curl_url_get(parts.get(), CURLUPART_HOST, &host.text, 0);
  if (scheme.str() != "smtp" && scheme.str() != "smtps")
    throw std::runtime_error("smtp_url begins with smtp:// or smtps://");
  settings.user = user.str();
  settings.password = password.str();
  settings.needs_tls = host.str() != "localhost" && host.str() != "127.0.0.1" && host.str() != "[::1]";
  curl_url_set(parts.get(), CURLUPART_USER, nullptr, 0);
  curl_url_set(parts.get(), CURLUPART_PASSWORD, nullptr, 0);
  curl_url_get(parts.get(), CURLUPART_URL, &bare.text, 0);
  settings.url = bare.str();
}

// How far the conversation came: what an answer means depends on what it answers.
struct Talk {
  std::string_view message;
  std::size_t read = 0;
  std::string verb;
  const std::atomic<bool>* stop = nullptr;
};

std::size_t give(char* out, std::size_t size, std::size_t n, void* user) {
  auto& talk = *static_cast<Talk*>(user);
  const auto part = talk.message.substr(talk.read, size * n);
  std::memcpy(out, part.data(), part.size());
  talk.read += part.size();
  return part.size();
}

// Only the verb of what we say is kept: the rest may be a password or an address. QUIT follows an answer that ends
// the talk and says nothing about it.
int overhear(CURL*, curl_infotype type, char* text, std::size_t size, void* user) {
  const std::string_view verb(text, std::min<std::size_t>(size, 4));
  if (type == CURLINFO_HEADER_OUT && verb != "QUIT") static_cast<Talk*>(user)->verb = verb;
  return 0;
}

int give_up(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Talk*>(user)->stop->load() ? 1 : 0;
}

std::size_t ignore(char*, std::size_t size, std::size_t n, void*) {
  return size * n;
}

Handed about_the_connection(CURLcode result, const Talk& talk) {
  switch (result) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT: return {Handed::How::not_now, "no_connection", 0, true};
    case CURLE_OPERATION_TIMEDOUT: return {Handed::How::not_now, "timed_out", 0, talk.read == 0};
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION: return {Handed::How::not_now, "no_encryption", 0, true};
    case CURLE_LOGIN_DENIED: return {Handed::How::not_now, "sign_in_refused", 0, true};
    default: return {Handed::How::not_now, "broken_off", 0, false};
  }
}

Handed meaning(CURLcode result, long reply, const Talk& talk) {
  using enum Handed::How;
  if (result == CURLE_OK) return {taken, "", reply, false};
  const bool about_letter = talk.verb == "RCPT" || talk.verb == "DATA";
  Handed handed = about_the_connection(result, talk);
  handed.reply = reply;
  if (result == CURLE_LOGIN_DENIED || reply < 400) return handed;
  if (reply < 500) return {not_now, "server_busy", reply, !about_letter};
  if (reply == 530) return {not_now, "sign_in_refused", reply, true};
  if (talk.verb == "RCPT") return {never, "address_refused", reply, false};
  if (talk.verb == "DATA") return {never, "letter_refused", reply, false};
  return {not_now, talk.verb == "MAIL" ? "sender_refused" : "server_refused", reply, true};
}

}  // namespace

MailSettings mail_settings(const Settings& given) {
  MailSettings settings;
  settings.public_url = given.public_url.empty() ? "http://" + given.listen : given.public_url;
  while (settings.public_url.ends_with('/')) settings.public_url.pop_back();
  settings.from = given.mail_from;
  settings.timeout_seconds = given.mail_timeout_seconds;
  settings.pause_seconds = given.mail_pause_seconds;
  if (given.smtp_url.empty()) return settings;
  take_apart(given.smtp_url, settings);
  if (settings.from.empty()) throw std::runtime_error("mail_from must say from which address letters come");
  return settings;
}

struct Smtp::Connection {
  explicit Connection(const MailSettings& s) : settings(s) {
    if (!curl) throw std::runtime_error("libcurl does not start");
  }
  ~Connection() {
    if (!well) break_off();
    curl_easy_cleanup(curl);
  }

  // A server that fell silent must not be waited for when it is told goodbye.
  void break_off() {
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK && socket != CURL_SOCKET_BAD)
      ::shutdown(socket, SHUT_RDWR);
  }

  void prepare(Talk& talk, const std::string& from, curl_slist* to) {
    prepare_greeting(talk);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &talk);
  }

  void prepare_greeting(Talk& talk) {
    curl_easy_reset(curl);  // keeps the connection
    curl_easy_setopt(curl, CURLOPT_URL, settings.url.c_str());
    if (!settings.user.empty()) {
      curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.c_str());
      curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_USE_SSL, long(settings.needs_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    // A server on this machine has seldom a certificate that names it.
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, long(settings.needs_tls));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, settings.needs_tls ? 2L : 0L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &ignore);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, &overhear);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &talk);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &give_up);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &talk);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, long(settings.timeout_seconds));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  }

  MailSettings settings;
  CURL* curl = curl_easy_init();
  bool well = true;  ///< the last talk came to its end
};

Smtp::Smtp(const MailSettings& settings) : connection_(std::make_unique<Connection>(settings)) {}
Smtp::~Smtp() = default;

Handed Smtp::hand_over(const std::string& from, const std::string& to, const std::string& message,
                       const std::atomic<bool>& stop) {
  Talk talk{message, 0, "", &stop};
  const std::unique_ptr<curl_slist, void (*)(curl_slist*)> recipients(curl_slist_append(nullptr, to.c_str()),
                                                                      curl_slist_free_all);
  connection_->prepare(talk, from, recipients.get());
  const auto result = curl_easy_perform(connection_->curl);
  connection_->well = result == CURLE_OK;
  long reply = 0;
  curl_easy_getinfo(connection_->curl, CURLINFO_RESPONSE_CODE, &reply);
  return meaning(result, reply, talk);
}

void Smtp::rest() {
  connection_ = std::make_unique<Connection>(MailSettings(connection_->settings));
}

Handed Smtp::greet() {
  const std::atomic<bool> stop{false};
  Talk talk{"", 0, "", &stop};
  connection_->prepare_greeting(talk);
  curl_easy_setopt(connection_->curl, CURLOPT_CUSTOMREQUEST, "NOOP");
  curl_easy_setopt(connection_->curl, CURLOPT_NOBODY, 1L);
  const auto result = curl_easy_perform(connection_->curl);
  long reply = 0;
  curl_easy_getinfo(connection_->curl, CURLINFO_RESPONSE_CODE, &reply);
  return meaning(result, reply, talk);
}

}  // namespace vs::app
