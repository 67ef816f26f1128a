#include "kernel/json_read.h"

#include <algorithm>

namespace vs::json {

bool read_text(const Value& v, std::string& out, std::size_t max, const Path& at, Errors& errors) {
  const auto* s = read_string(v, at, errors);
  if (!s) return false;
  if (s->size() > max)
    return errors.fail(at, "too_long", "This text is longer than " + std::to_string(max) + " bytes."), false;
  if (!valid_utf8({s->data(), s->size()}))
    return errors.fail(at, "bad_encoding", "This text is not valid UTF-8."), false;
  out.assign(s->data(), s->size());
  return true;
}

void read_fields(const Object& o, void* out, std::span<const ReadField> fields, const Path& at, Errors& errors,
                 std::string_view tag) {
  std::size_t seen = tag.empty() ? 0 : 1;
  for (const auto& field : fields) {
    const Path here{&at, field.name};
    const auto it = o.find(field.name);
    if (it == o.end()) {
      if (!field.may_be_absent) errors.fail(here, "required", "This field is required.");
      continue;
    }
    ++seen;
    field.read(it->value(), const_cast<void*>(field.in(out)), here, errors);
  }
  if (seen == o.size()) return;
  for (const auto& pair : o)
    if (pair.key() != tag && std::ranges::find(fields, std::string_view(pair.key()), &ReadField::name) == fields.end())
      errors.fail({&at, pair.key()}, "unknown_field", "No such field here.");
}

void read_object(const Value& v, void* out, std::span<const ReadField> fields, const Path& at, Errors& errors) {
  if (const auto* o = v.if_object()) read_fields(*o, out, fields, at, errors);
  else errors.fail(at, "wrong_type", "Expected an object.");
}

const Array* read_list(const Value& v, const Path& at, Errors& errors) {
  const auto* a = v.if_array();
  if (!a) errors.fail(at, "wrong_type", "Expected a list.");
  return a;
}

const boost::json::string* read_string(const Value& v, const Path& at, Errors& errors) {
  const auto* s = v.if_string();
  if (!s) errors.fail(at, "wrong_type", "Expected a text.");
  return s;
}

void read_bool(const Value& v, bool& out, const Path& at, Errors& errors) {
  if (const auto* b = v.if_bool()) out = *b;
  else errors.fail(at, "wrong_type", "Expected true or false.");
}

void read_number(const Value& v, double& out, const Path& at, Errors& errors) {
  if (v.is_number()) out = v.to_number<double>();
  else errors.fail(at, "wrong_type", "Expected a number.");
}

void read_personal(const Value& v, Personal& out, const Path& at, Errors& errors) {
  const auto* o = v.if_object();
  const auto* ref = o ? o->if_contains("ref") : nullptr;
  const auto* com = o ? o->if_contains("com") : nullptr;
  if (!ref || !com || !ref->is_string() || !com->is_string())
    return errors.fail(at, "wrong_type", "Expected a vault reference.");
  out.seal(std::string(ref->get_string()), std::string(com->get_string()));
}

const boost::json::string* read_tag(const Object& o, const Path& at, Errors& errors) {
  const auto* type = o.if_contains("type");
  const auto* name = type ? type->if_string() : nullptr;
  if (!name) errors.fail({&at, "type"}, "required", "Say which type it is.");
  return name;
}

template void ReadField::any<std::string>(const Value&, void*, const Path&, Errors&);
template void ReadField::any<bool>(const Value&, void*, const Path&, Errors&);
template void ReadField::any<std::int64_t>(const Value&, void*, const Path&, Errors&);
template void ReadField::any<std::uint64_t>(const Value&, void*, const Path&, Errors&);
template void ReadField::any<int>(const Value&, void*, const Path&, Errors&);
template void ReadField::any<Personal>(const Value&, void*, const Path&, Errors&);
template void ReadField::any<std::optional<std::string>>(const Value&, void*, const Path&, Errors&);
template void ReadField::any<std::vector<std::string>>(const Value&, void*, const Path&, Errors&);

}  // namespace vs::json
