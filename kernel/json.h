// JSON of described structs, in and out. Their schemas: kernel/json_schema.h.
#pragma once

#include "kernel/json_read.h"
#include "kernel/json_write.h"
