/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/editor/ldr-editor.h"

G_BEGIN_DECLS

GActionGroup *ldr_format_actions_new (LdrEditor *editor);
void ldr_format_actions_update (GActionGroup *actions);
void ldr_format_actions_set_enabled (GActionGroup *actions, gboolean enabled);

const char *ldr_formats_get_block (LdrFormats formats);

G_END_DECLS
