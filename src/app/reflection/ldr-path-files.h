/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

/* Paths from a file and to a file, each through a dialog of the system. */

typedef void (*LdrPathSayFunc) (GtkWidget *widget, const char *text);

void ldr_path_files_export (GtkWidget *widget, GPtrArray *paths, LdrPathSayFunc say);
void ldr_path_files_import (GtkWidget *widget, LdrJournal *journal, LdrPathSayFunc say);

/* What happens once a file is chosen. */
void ldr_path_files_export_to (GtkWidget *widget, GPtrArray *paths, GFile *file, LdrPathSayFunc say);
void ldr_path_files_import_from (GtkWidget *widget, LdrJournal *journal, GFile *file, LdrPathSayFunc say);

GPtrArray *ldr_path_files_parse (GBytes *bytes, GError **error);
char *ldr_path_files_suggest_name (GPtrArray *paths);

G_END_DECLS
