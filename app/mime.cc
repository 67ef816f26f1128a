#include "app/mime.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace vs::app {
namespace {

struct Unref {
  template <class T>
  void operator()(T* object) const {
    g_object_unref(object);
  }
};
template <class T>
using Own = std::unique_ptr<T, Unref>;

void start_once() {
  static std::once_flag started;
  std::call_once(started, [] { g_mime_init(); });
}

std::string taken(char* text) {
  std::string out = text ? text : "";
  g_free(text);
  return out;
}

// UTF-8 always: calendars are nothing else, and one rule is easier to trust than a guess for each letter.
Own<GMimePart> text_part(const char* subtype, const std::string& words) {
  Own<GMimePart> part(g_mime_part_new_with_type("text", subtype));
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
  const Own<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(words.data(), words.size()));
  const Own<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part.get(), content.get());
  // Whatever is written, no line gets longer than mail servers take.
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return part;
}

// REQUEST or CANCEL: mail programs look for it beside the type, not inside.
std::string method_of(const std::string& calendar) {
  const auto at = calendar.find("METHOD:");
  if (at == std::string::npos) return "REQUEST";
  return calendar.substr(at + 7, calendar.find_first_of("\r\n", at) - at - 7);
}

GMimeObject* object(GMimePart* part) {
  return GMIME_OBJECT(part);
}

void invite(GMimeMultipart* alternatives, GMimeMultipart* whole, const std::string& calendar) {
  const auto method = method_of(calendar);
  const auto seen = text_part("calendar", calendar);
  g_mime_object_set_content_type_parameter(object(seen.get()), "method", method.c_str());
  g_mime_multipart_add(alternatives, object(seen.get()));
  // Some programs only take an invitation from a file beside the letter.
  const auto file = text_part("calendar", calendar);
  g_mime_object_set_content_type_parameter(object(file.get()), "method", method.c_str());
  g_mime_object_set_disposition(object(file.get()), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename(file.get(), "invite.ics");
  g_mime_multipart_add(whole, object(file.get()));
}

void attach(GMimeMultipart* whole, const Attachment& file) {
  Own<GMimePart> part(g_mime_part_new_with_type(file.type.c_str(), file.subtype.c_str()));
  const Own<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(file.bytes.data(), file.bytes.size()));
  const Own<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part.get(), content.get());
  // Byte for byte, whatever mail servers do to lines: a proof hangs on it.
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_disposition(object(part.get()), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename(part.get(), file.name.c_str());
  g_mime_multipart_add(whole, object(part.get()));
}

void set_addresses(GMimeMessage* message, GMimeAddressType type, const std::string& text) {
  Own<InternetAddressList> list(internet_address_list_parse(nullptr, text.c_str()));
  if (list) internet_address_list_append(g_mime_message_get_addresses(message, type), list.get());
}

void set_headers(GMimeMessage* message, const Message& m) {
  set_addresses(message, GMIME_ADDRESS_TYPE_FROM, m.from);
  set_addresses(message, GMIME_ADDRESS_TYPE_TO, m.to);
  if (!m.reply_to.empty()) set_addresses(message, GMIME_ADDRESS_TYPE_REPLY_TO, m.reply_to);
  g_mime_message_set_subject(message, m.subject.c_str(), "utf-8");
  const auto sender = bare_address(m.from).value_or("");
  const auto host = sender.substr(sender.find('@') + 1);
  g_mime_message_set_message_id(message, (m.id + "@" + host).c_str());
  const std::unique_ptr<GDateTime, void (*)(GDateTime*)> at(g_date_time_new_from_unix_utc(m.at.us / 1'000'000),
                                                            g_date_time_unref);
  g_mime_message_set_date(message, at.get());
  auto* plain = GMIME_OBJECT(message);
  g_mime_object_set_header(plain, "Auto-Submitted", "auto-generated", nullptr);
  g_mime_object_set_header(plain, "Content-Language", m.language.c_str(), nullptr);
  if (m.unsubscribe.empty()) return;
  // As it is: encoded words would keep mail programs from reading the address.
  g_mime_object_set_header(plain, "List-Unsubscribe", "", nullptr);
  auto* header = g_mime_header_list_get_header(g_mime_object_get_header_list(plain), "List-Unsubscribe");
  g_mime_header_set_raw_value(header, (" <" + m.unsubscribe + ">\n").c_str());
  g_mime_object_set_header(plain, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click", nullptr);
}

}  // namespace

std::string with_name(const std::string& name, const std::string& address) {
  start_once();
  std::string line = name;
  std::ranges::replace_if(line, [](unsigned char c) { return c < 0x20; }, ' ');
  Own<InternetAddress> mailbox(internet_address_mailbox_new(line.empty() ? nullptr : line.c_str(), address.c_str()));
  return taken(internet_address_to_string(mailbox.get(), nullptr, TRUE));
}

std::optional<std::string> bare_address(const std::string& text) {
  start_once();
  Own<InternetAddressList> list(internet_address_list_parse(nullptr, text.c_str()));
  if (!list || internet_address_list_length(list.get()) != 1) return {};
  auto* first = internet_address_list_get_address(list.get(), 0);
  if (!INTERNET_ADDRESS_IS_MAILBOX(first)) return {};
  const char* address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first));
  const std::string out = address ? address : "";
  const auto at = out.find('@');
  if (at == std::string::npos || at == 0 || at + 1 == out.size()) return {};
  if (out.find_first_of(" \t\r\n<>,;") != std::string::npos) return {};
  return out;
}

std::string to_mime(const Message& m) {
  start_once();
  Own<GMimeMultipart> alternatives(g_mime_multipart_new_with_subtype("alternative"));
  const auto plain = text_part("plain", m.text), html = text_part("html", m.html);
  g_mime_multipart_add(alternatives.get(), object(plain.get()));
  g_mime_multipart_add(alternatives.get(), object(html.get()));
  Own<GMimeMessage> message(g_mime_message_new(TRUE));
  set_headers(message.get(), m);
  Own<GMimeMultipart> whole;
  if (m.calendar.empty() && !m.attachment) {
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(alternatives.get()));
  } else {
    whole.reset(g_mime_multipart_new_with_subtype("mixed"));
    g_mime_multipart_add(whole.get(), GMIME_OBJECT(alternatives.get()));
    if (!m.calendar.empty()) invite(alternatives.get(), whole.get(), m.calendar);
    if (m.attachment) attach(whole.get(), *m.attachment);
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(whole.get()));
  }
  const std::unique_ptr<GMimeFormatOptions, void (*)(GMimeFormatOptions*)> options(g_mime_format_options_new(),
                                                                                   g_mime_format_options_free);
  g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
  return taken(g_mime_object_to_string(GMIME_OBJECT(message.get()), options.get()));
}

}  // namespace vs::app
