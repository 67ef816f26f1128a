#include "kernel/event_ops.h"

namespace vs::detail {

void find_personal(std::span<const PersonalField> fields, const std::string& path, std::vector<std::string>& out) {
  for (const auto& field : fields)
    field.find(path.empty() ? std::string(field.name) : path + '.' + std::string(field.name), out);
}

}  // namespace vs::detail
