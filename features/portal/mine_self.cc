// About the visitor themselves: details, having left the company, being erased.
#include "features/portal/frame.h"
#include "features/portal/mine.h"

namespace vs::portal {

Page copy_of_everything(const Mine& mine) {
  json::Object out;
  if (mine.contact)
    out["you"] = {{"name", mine.contact->name.words()},   {"company", mine.company},
                  {"title", mine.contact->title},         {"email", mine.contact->email.words()},
                  {"phone", mine.contact->phone.words()}, {"language", mine.contact->language},
                  {"time_zone", mine.contact->time_zone}};
  out["permissions"] = *json::parse(json::to_text(mine.permissions));
  Page page;
  json::put_value(page.html, out);
  page.type = "application/json";
  page.file = "everything.json";
  return page;
}

Page self_page(const Mine& mine, const std::string& name) {
  const auto& words = mine.words;
  const Words::Values values{{"company", mine.company}, {"brand", mine.visitor.brand}};
  auto data = frame(mine.visitor, words(name + "_title", values));
  data["lead"] = words(name + "_lead", values);
  if (mine.contact) {
    data["name"] = mine.contact->name.words();
    data["job"] = mine.contact->title;
    data["phone"] = mine.contact->phone.words();
    data["email"] = mine.contact->email.words();
  }
  return shown(name, words, std::move(data));
}

Deed details_deed(const Mine& mine, const Form& form) {
  Deed deed{"wishes", "", "", {}, "/p/mine", "/p/details", "details_sent"};
  std::string text;
  const auto compare = [&](const char* field, const char* label, const std::string& known) {
    const auto said = form.one(field);
    if (!said.empty() && said != known) text += (text.empty() ? "" : "\n") + std::string(label) + ": " + said;
  };
  if (mine.contact) {
    compare("name", "Name", mine.contact->name.words());
    compare("job", "Job title", mine.contact->title);
    compare("phone", "Telephone", mine.contact->phone.words());
  }
  if (text.empty()) deed.problems.push_back(mine.words("details_nothing"));
  deed.body["kind"] = "correct";
  deed.body["words"] = text;
  return deed;
}

Deed left_deed(const Mine& mine) {
  Deed deed{"contacts", "mark_left", mine.visitor.contact, {}, "/p/mine", "/p/left", "left_done"};
  deed.trusted = deed.ends = true;
  return deed;
}

Deed erase_deed(const Mine&) {
  Deed deed{"wishes", "", "", {}, "/p/mine", "/p/erase", "erase_done"};
  deed.body["kind"] = "erase";
  return deed;
}

}  // namespace vs::portal
