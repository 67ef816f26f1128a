// A letter as a message of the Internet: headers, plain text, HTML, and an invitation or a file where
// there is one.
#pragma once

#include <optional>
#include <string>

#include "kernel/time.h"

namespace vs::app {

struct Attachment {
  std::string name, type, subtype, bytes;
};

struct Message {
  std::string id;                  ///< local part of the Message-ID: the same for every try
  std::string from, to, reply_to;  ///< addresses, with names where known
  std::string language, subject, text, html, calendar;
  std::string unsubscribe;  ///< https address, "" where there is nothing to unsubscribe from
  Instant at;
  std::optional<Attachment> attachment = {};
};

/// The bytes to hand over, lines ended as SMTP wants them.
std::string to_mime(const Message&);
/// An address with a name, quoted and encoded as needed.
std::string with_name(const std::string& name, const std::string& address);
/// The bare address of `Name <address>`; nothing unless it is exactly one.
std::optional<std::string> bare_address(const std::string& text);

}  // namespace vs::app
