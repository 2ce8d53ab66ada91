/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "content/ldr-path.h"

G_BEGIN_DECLS

#define LDR_TYPE_PATH_EDITOR (ldr_path_editor_get_type ())
G_DECLARE_FINAL_TYPE (LdrPathEditor, ldr_path_editor, LDR, PATH_EDITOR, AdwNavigationPage)

/* Where a path of the user's own is written, or questions of their own that belong to no path. It is saved when it is
 * left. Signal: `toast (AdwToast *toast)`. */

GtkWidget *ldr_path_editor_new (LdrPath *path);
GtkWidget *ldr_path_editor_new_questions (GPtrArray *prompts);
gboolean ldr_path_editor_is_changed (LdrPathEditor *self);
LdrPath *ldr_path_editor_dup_path (LdrPathEditor *self);
GPtrArray *ldr_path_editor_get_prompts (LdrPathEditor *self);
gboolean ldr_path_editor_is_for_path (LdrPathEditor *self);

G_END_DECLS
