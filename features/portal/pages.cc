// Which address shows what to whom. A link opens the pages of its purpose and no others.
#include <map>
#include <set>

#include "features/mail/mail.h"
#include "features/portal/asking.h"
#include "features/portal/calls.h"
#include "features/portal/confirm.h"
#include "features/portal/delivered.h"
#include "features/portal/frame.h"
#include "features/portal/mine.h"

namespace vs::portal {
namespace {

bool about_permission(const Visitor& visitor) {
  return visitor.purpose == "authorize" || visitor.purpose == "renew";
}

AskingRoom asking_room(const World& world) {
  return {world.get<authorizations::State>(), world.get<directory::State>(), world.get<people::State>()};
}

MineRoom mine_room(const World& world) {
  return {world.get<authorizations::State>(), world.get<directory::State>(), world.get<activities::State>(),
          world.get<policies::State>()};
}

Page told(const Visitor& visitor, const std::string& name) {
  const Words words(visitor.language);
  auto data = frame(visitor, words(name + "_title"));
  data["lead"] = words(name + "_lead");
  return shown("plain", words, std::move(data));
}

ConfirmRoom confirm_room(const World& world) {
  return {world.get<requests::State>(), world.get<people::State>(), world.get<directory::State>(),
          world.get<procedures::State>(), world.get<activities::State>()};
}

CallRoom call_room(const World& world) {
  return {world.get<activities::State>(), world.get<people::State>(), world.get<directory::State>()};
}

bool about_activity(const Visitor& visitor) {
  return visitor.purpose == "activity" || visitor.purpose == "debrief";
}

using AskingPage = Page (*)(const Asking&);
using AskingDeed = Deed (*)(const Asking&, const Form&);
struct AskingAddress {
  AskingPage page;
  AskingDeed deed;
};

const std::map<std::string, AskingAddress>& asking_addresses() {
  static const std::map<std::string, AskingAddress> all{{"/p/ask", {&ask_page, &ask_deed}},
                                                        {"/p/check", {&check_page, nullptr}},
                                                        {"/p/answer", {&check_page, &answer_deed}},
                                                        {"/p/code", {&code_page, &code_deed}},
                                                        {"/p/decline", {&decline_page, &decline_deed}},
                                                        {"/p/question", {&question_page, &question_deed}},
                                                        {"/p/signer", {&signer_page, &signer_deed}}};
  return all;
}

using ChangePage = Page (*)(const Mine&, const authorizations::PermissionShown&);

const std::map<std::string, ChangePage>& change_pages() {
  static const std::map<std::string, ChangePage> all{{"/p/withdraw", &withdraw_page},
                                                     {"/p/pause", &pause_page},
                                                     {"/p/narrow", &narrow_page},
                                                     {"/p/renew", &renew_page}};
  return all;
}

std::optional<Page> asking_page(const World& world, const Visitor& visitor, const std::string& path) {
  if (!about_permission(visitor)) return {};
  if (path == "/p/turn") return told(visitor, "ask_not_yet");
  if (path == "/p/settled") return told(visitor, "settled");
  const auto room = asking_room(world);
  const auto address = asking_addresses().find(path);
  if (address == asking_addresses().end() && path != "/p/done") return {};
  const auto asking = asking_of(room, visitor);
  if (!asking) return {};
  if (path == "/p/done") return receipt_page(room, *asking);
  // Once answered, every way leads to the receipt.
  if (const auto begins = asking_begins(room, visitor); begins != "/p/ask") return go_to(begins);
  return address->second.page(*asking);
}

std::optional<Page> own_page(const World& world, const Visitor& visitor, const std::string& path, const Form& query) {
  if (!about_permission(visitor) && visitor.purpose != "my_page") return {};
  const auto room = mine_room(world);
  const auto mine = mine_of(room, visitor);
  if (path == "/p/mine") return mine_page(room, mine);
  if (const auto change = change_pages().find(path); change != change_pages().end()) {
    const auto* permission = find(mine, query.one("id"));
    return permission ? std::optional(change->second(mine, *permission)) : std::nullopt;
  }
  static const std::set<std::string> about_self{"/p/details", "/p/left", "/p/erase"};
  if (mine.everything && path == "/p/copy") return copy_of_everything(mine);
  if (mine.everything && about_self.contains(path)) return self_page(mine, path.substr(3));
  return {};
}

std::optional<Deed> asking_deed(const World& world, const Visitor& visitor, const std::string& path, const Form& form) {
  const auto address = asking_addresses().find(path);
  if (!about_permission(visitor) || address == asking_addresses().end() || !address->second.deed) return {};
  const auto room = asking_room(world);
  const auto asking = asking_of(room, visitor);
  if (!asking) return {};
  if (const auto begins = asking_begins(room, visitor); begins != "/p/ask") {
    Deed over;
    over.then = begins;
    return over;
  }
  return address->second.deed(*asking, form);
}

std::optional<Deed> own_deed(const World& world, const Visitor& visitor, const std::string& path, const Form& form) {
  if (!about_permission(visitor) && visitor.purpose != "my_page") return {};
  const auto mine = mine_of(mine_room(world), visitor);
  if (mine.everything && path == "/p/details") return details_deed(mine, form);
  if (mine.everything && path == "/p/left") return left_deed(mine);
  if (mine.everything && path == "/p/erase") return erase_deed(mine);
  const auto* permission = find(mine, form.one("id"));
  if (!permission) return {};
  if (path == "/p/withdraw") return withdraw_deed(mine, *permission, form);
  if (path == "/p/pause") return pause_deed(mine, *permission, form);
  if (path == "/p/resume") return resume_deed(mine, *permission);
  if (path == "/p/narrow") return narrow_deed(mine, *permission, form);
  if (path == "/p/renew") return renew_deed(mine, *permission);
  return {};
}

std::optional<Page> confirming_page(const World& world, const Visitor& visitor, const std::string& path) {
  if (visitor.purpose != "confirm") return {};
  if (path == "/p/settled") return told(visitor, "settled");
  const auto confirming = path == "/p/confirm" ? confirming_of(confirm_room(world), visitor) : std::nullopt;
  return confirming ? std::optional(confirm_page(*confirming)) : std::nullopt;
}

std::optional<Page> call_page(const World& world, const Visitor& visitor, const std::string& path) {
  if (!about_activity(visitor)) return {};
  const auto call = call_of(call_room(world), visitor);
  if (!call) return {};
  if (path == "/p/activity") return activity_page(*call);
  if (path == "/p/move") return move_page(*call);
  if (path == "/p/cancel") return cancel_page(*call);
  if (path == "/p/debrief") return debrief_page(*call);
  return {};
}

std::optional<Deed> confirming_deed(const World& world, const Visitor& visitor, const std::string& path,
                                    const Form& form) {
  if (visitor.purpose != "confirm" || path != "/p/confirm") return {};
  const auto confirming = confirming_of(confirm_room(world), visitor);
  return confirming ? std::optional(confirm_deed(*confirming, form)) : std::nullopt;
}

std::optional<Deed> call_deed(const World& world, const Visitor& visitor, const std::string& path, const Form& form) {
  if (!about_activity(visitor)) return {};
  const auto call = call_of(call_room(world), visitor);
  if (!call) return {};
  if (path == "/p/move") return move_deed(*call, form);
  if (path == "/p/cancel") return cancel_deed(*call, form);
  if (path == "/p/debrief") return debrief_deed(*call, form);
  return {};
}

}  // namespace

Page page(const World& world, const Visitor& visitor, const std::string& path, const Form& query) {
  if (auto found = asking_page(world, visitor, path)) return std::move(*found);
  if (auto found = own_page(world, visitor, path, query)) return std::move(*found);
  if (auto found = confirming_page(world, visitor, path)) return std::move(*found);
  if (auto found = call_page(world, visitor, path)) return std::move(*found);
  return no_such_page(visitor);
}

std::optional<Deed> deed(const World& world, const Visitor& visitor, const std::string& path, const Form& form) {
  auto found = asking_deed(world, visitor, path, form);
  if (!found) found = own_deed(world, visitor, path, form);
  if (!found) found = confirming_deed(world, visitor, path, form);
  if (!found) found = call_deed(world, visitor, path, form);
  if (found) found->language = visitor.language;
  return found;
}

std::string first_page(const World& world, const Visitor& visitor) {
  if (visitor.purpose == "authorize") return asking_begins(asking_room(world), visitor);
  if (visitor.purpose == "renew") return "/p/renew";
  if (visitor.purpose == "confirm" || about_activity(visitor)) return "/p/" + visitor.purpose;
  return "/p/mine";
}

std::string language_of(const World& world, const std::string& contact) {
  const auto* known = directory::contact(world.get<directory::State>(), contact);
  return language_for(known ? known->language : "");
}

std::string brand_of(const World& world, const std::string& workspace_name) {
  const auto& company = world.get<mail::State>().settings.company;
  return company.empty() ? workspace_name : company;
}

std::string note(const Visitor& visitor, const std::string& key) {
  static const std::set<std::string> known{"question_sent",      "signer_sent",   "mine_done",
                                           "withdrawn_note",     "renew_let_end", "activity_moved",
                                           "activity_cancelled", "details_sent",  "erase_done"};
  return known.contains(key) ? Words(visitor.language)(key) : "";
}

std::vector<std::string> sentences(const std::string& language, const std::vector<Reason>& reasons) {
  const Words words(language);
  std::vector<std::string> out;
  for (const auto& reason : reasons) {
    const std::string key = "refusal_" + reason.code;
    if (words.has(key)) out.push_back(words(key));
    else if (words.language() == "en")
      out.push_back(reason.message + (reason.remedy.empty() ? "" : " " + reason.remedy));
  }
  if (out.empty()) out.push_back(words("problem_general"));
  return out;
}

std::string plain_page(const std::string& name, const std::string& language, const json::Object& data) {
  const Words words(language_for(language));
  json::Object page = data;
  page["page_title"] = words(name + "_title");
  if (!data.contains("lead")) page["lead"] = words(name == "problem" ? "problem_general" : name + "_lead");
  return render(name == "open" || name == "gone" ? name : "plain", words, std::move(page));
}

std::optional<Page> file(const std::string& name) {
  static const std::map<std::string, std::string> types{{"portal.css", "text/css; charset=utf-8"},
                                                        {"portal.js", "text/javascript; charset=utf-8"},
                                                        {"icon.svg", "image/svg+xml"}};
  const auto type = types.find(name);
  if (type == types.end()) return {};
  Page page;
  page.html = std::string(delivered().at(name));
  page.type = type->second;
  return page;
}

}  // namespace vs::portal
