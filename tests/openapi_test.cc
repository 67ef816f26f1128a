// The description of the API: whole, named, and as truthful as the structs that it is made from. The web app's types
// are made from it, so that what it says wrongly is wrong on a screen. MISSION: INT-01
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include <regex>

#include "app/api_call.h"
#include "app/modules.h"
#include "app/openapi_names.h"

namespace {

using namespace vs;

const json::Object& document() {
  static const auto all = boost::json::parse(app::with_own_routes(app::openapi(engine::Registry(modules()))));
  return all.as_object();
}

const json::Object& schemas() {
  return document().at("components").at("schemas").as_object();
}

void each_reference(const json::Value& value, const std::function<void(const std::string&)>& f) {
  if (value.is_array())
    for (const auto& each : value.get_array()) each_reference(each, f);
  if (!value.is_object()) return;
  for (const auto& [key, inner] : value.get_object())
    if (key == "$ref") f(std::string(inner.as_string()));
    else each_reference(inner, f);
}

const json::Value& answer_of(std::string path) {
  path = "/api/v1/w/{workspace}/" + path;
  return document()
      .at("paths")
      .at(path)
      .at("get")
      .at("responses")
      .at("200")
      .at("content")
      .at("application/json")
      .at("schema");
}

bool requires_(const std::string& name, const char* field) {
  const auto& required = schemas().at(name).at("required").as_array();
  return std::ranges::find(required, json::Value(field)) != required.end();
}

TEST(OpenApi, every_reference_leads_somewhere_and_every_name_is_used) {
  std::set<std::string> used;
  each_reference(document(), [&](const std::string& ref) {
    const auto pointer = ref.substr(1);
    boost::json::error_code ec;
    EXPECT_NE(json::Value(document()).find_pointer(pointer, ec), nullptr) << ref;
    used.insert(ref);
  });
  for (const auto& [name, schema] : schemas()) {
    EXPECT_TRUE(used.contains("#/components/schemas/" + std::string(name))) << name;
    EXPECT_TRUE(std::regex_match(std::string(name), std::regex("[A-Za-z0-9._]+"))) << name;
  }
}

TEST(OpenApi, rows_and_items_go_by_the_names_of_their_structs) {
  EXPECT_EQ(answer_of("requests").at("properties").at("items").at("items").at("$ref").as_string(),
            "#/components/schemas/requests.Row");
  const auto& item = answer_of("requests/{id}").at("allOf").as_array();
  EXPECT_EQ(item.at(0).at("$ref").as_string(), "#/components/schemas/requests.Item");
  EXPECT_EQ(item.at(1).at("$ref").as_string(), "#/components/schemas/WithActions");
}

TEST(OpenApi, what_always_comes_is_required_and_what_may_be_absent_is_not) {
  EXPECT_TRUE(requires_("requests.Row", "number"));
  EXPECT_TRUE(requires_("requests.Item", "choices"));
  EXPECT_FALSE(requires_("requests.Row", "deadline"));
  EXPECT_TRUE(requires_("WithActions", "actions"));
}

TEST(OpenApi, a_word_of_cpp_is_a_field_like_any_other) {
  const auto& comment = schemas().at("requests.CommentView").at("properties").as_object();
  EXPECT_TRUE(comment.contains("private"));
  EXPECT_FALSE(comment.contains("private_"));
}

TEST(OpenApi, what_is_one_of_a_few_words_names_them) {
  const auto& mail = schemas().at("mail.Status").at("enum").as_array();
  EXPECT_NE(std::ranges::find(mail, json::Value("bounced")), mail.end());
}

TEST(OpenApi, two_different_answers_cannot_share_a_name) {
  const auto with = [](const char* type) { return json::Object{{"title", "feature.Row"}, {"type", type}}; };
  const json::Object parts{{"schemas", json::Object{}}};
  json::Object alike{{"paths", json::Object{{"a", with("object")}, {"b", with("object")}}}, {"components", parts}};
  EXPECT_NO_THROW(app::name_schemas(alike));
  json::Object unlike{{"paths", json::Object{{"a", with("object")}, {"b", with("array")}}}, {"components", parts}};
  EXPECT_THROW(app::name_schemas(unlike), std::logic_error);
}

}  // namespace
