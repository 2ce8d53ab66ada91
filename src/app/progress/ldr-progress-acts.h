/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "report/progress/ldr-progress-document.h"

G_BEGIN_DECLS

GtkPrintOperation *ldr_progress_print_operation_new (LdrProgressDocument *document, gboolean right_to_left);

G_END_DECLS
