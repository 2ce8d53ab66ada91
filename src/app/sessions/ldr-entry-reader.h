/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

/* An entry for reading, over whatever page is on the screen. */

void ldr_entry_reader_present (LdrJournal *journal, const char *id, GtkWidget *parent);

G_END_DECLS
