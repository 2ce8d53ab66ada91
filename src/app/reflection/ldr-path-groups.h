/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-path.h"

G_BEGIN_DECLS

/**
 * LdrPathGroupKind:
 * @LDR_PATH_GROUP_OWN: made by the user
 * @LDR_PATH_GROUP_OTHER: about no style
 * @LDR_PATH_GROUP_STRENGTH: to grow a style
 * @LDR_PATH_GROUP_PITFALL: to look at a pitfall
 *
 * How the paths stand together, in this order.
 */
typedef enum
{
  LDR_PATH_GROUP_OWN,
  LDR_PATH_GROUP_OTHER,
  LDR_PATH_GROUP_STRENGTH,
  LDR_PATH_GROUP_PITFALL,
} LdrPathGroupKind;

#define LDR_N_PATH_GROUPS 4

LdrPathGroupKind ldr_path_get_group (const LdrPath *path);
const char *ldr_path_group_get_title (LdrPathGroupKind kind);
gboolean ldr_path_matches (const LdrPath *path, const char *words);

G_END_DECLS
