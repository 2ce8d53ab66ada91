/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/editor/ldr-editor.h"

G_BEGIN_DECLS

void ldr_entry_spelling_follow_settings (LdrEditor *editor);

G_END_DECLS
