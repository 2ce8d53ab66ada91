/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-path.h"

G_BEGIN_DECLS

#define LDR_PATH_FILE_SUFFIX ".leidraad-path"
#define LDR_PATH_MAX_STEPS 40

GBytes *ldr_path_file_write (GPtrArray *paths);
GPtrArray *ldr_path_file_read (GBytes *bytes, GError **error);

G_END_DECLS
