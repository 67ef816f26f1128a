// What leaves: the letter's text with its links and the lines under it, as plain text and as HTML in the look of
// the workspace. Previews show the very same.
#pragma once

#include <string>

#include "features/mail/mail.h"

namespace vs::mail {

/// What is made only when a letter leaves. For a preview: words that say so.
struct Made {
  std::string link, code, unsubscribe;
};

struct Framed {
  std::string subject, text, html;
};

/// The letter as it is sent. Everything from outside is escaped in the HTML.
Framed framed(const Settings&, const Letter&, const Made&);

/// Words in place of links and codes, for whoever only reads the letter.
Made stand_ins(const Letter&);

/// The layout of the HTML, compiled in from templates/letter.html.
extern const std::string_view html_layout;

}  // namespace vs::mail
