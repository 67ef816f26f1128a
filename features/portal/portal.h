// The customer's side of the program: pages that ask, show and take back, for one person and one matter, without
// an account (AUT-02, AUT-10, AUT-11, REQ-09, ACT-03). Here pages are made and forms are understood; cookies and
// addresses are the business of app/portal.h, and what a deed means is decided by the feature that owns it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "features/portal/form.h"
#include "features/portal/wishes.h"
#include "kernel/json.h"
#include "kernel/time.h"
#include "kernel/world.h"

namespace vs::portal {

/// Who looks: what the link stood for, and what the session knows.
struct Visitor {
  std::string contact, purpose, about;
  std::string brand;     ///< the company that asks
  std::string language;  ///< chosen on the page, else the contact's
  std::string once;      ///< goes with every form of this session and no other
  bool proven = false;   ///< typed the digits of a letter
  bool letters = false;  ///< letters leave by themselves, so digits can be asked for
  Instant now;
  Form draft;                         ///< what was answered so far, not yet sent
  std::string note;                   ///< a sentence of good news
  std::vector<std::string> problems;  ///< what has to be looked at again
};

/// A page, or where to go instead.
struct Page {
  std::string html;
  std::string go;  ///< address to go to; the page is empty then
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string file = {};  ///< name under which to save it, when it is a file to keep
};

/// What a form sets going: a command of the feature that owns it, or only the next page.
struct Deed {
  std::string collection, action, target;  ///< of the command; no collection: nothing is decided yet
  json::Object body;
  std::string then;                   ///< address of the page afterwards
  std::string stay;                   ///< address of the page that shows what was refused
  std::string note;                   ///< key of the sentence to show afterwards
  std::vector<std::string> problems;  ///< why nothing can be done; sentences
  std::string language;               ///< to tell a refusal in
  bool keep = false;                  ///< the form is kept as draft, with what was there before if `merge`
  bool merge = false;
  bool send_code = false, check_code = false;  ///< digits by letter, and their test
  std::string wrong_code;                      ///< what to say when they are not right
  bool trusted = false;  ///< about the visitor's own record, where the portal itself stands for the right
  bool ends = false;     ///< nothing is left to see: the visitor's links end, and page `note` says so
};

/// The page of the address for this visitor. Addresses of other purposes than the visitor's do not exist.
Page page(const World&, const Visitor&, const std::string& path, const Form& query);
/// What the form sent to the address comes to; nothing when there is no such form for this visitor.
std::optional<Deed> deed(const World&, const Visitor&, const std::string& path, const Form&);
/// Where a visitor of this purpose begins: "/p/ask".
std::string first_page(const World&, const Visitor&);
/// The language to speak with this contact.
std::string language_of(const World&, const std::string& contact);
/// The name that stands above the pages: the company's in the settings of letters, else the workspace's.
std::string brand_of(const World&, const std::string& workspace_name);
/// The good news under a key that came with an address; "" for anything that is none.
std::string note(const Visitor&, const std::string& key);
/// A refusal's sentences for the customer.
std::vector<std::string> sentences(const std::string& language, const std::vector<Reason>&);

/// Pages for which nobody needs to be known: `open`, `gone`, `sent`, `over`, `not_found`, `problem`.
std::string plain_page(const std::string& name, const std::string& language, const json::Object& data = {});
/// A file beside the pages: `portal.css`, `portal.js`, `icon.svg`; nothing for another name.
std::optional<Page> file(const std::string& name);

}  // namespace vs::portal
