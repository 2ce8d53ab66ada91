/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/editor/ldr-editor.h"

G_BEGIN_DECLS

AdwDialog *ldr_link_dialog_new (LdrEditor *editor);
char *ldr_link_complete (const char *typed);

G_END_DECLS
