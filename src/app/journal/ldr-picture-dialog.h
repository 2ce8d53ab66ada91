/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/editor/ldr-editor.h"

G_BEGIN_DECLS

AdwDialog *ldr_picture_dialog_new (LdrEditor *editor, const char *description);

G_END_DECLS
