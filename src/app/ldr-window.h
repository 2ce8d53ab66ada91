#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_WINDOW (ldr_window_get_type ())
G_DECLARE_FINAL_TYPE (LdrWindow, ldr_window, LDR, WINDOW, AdwApplicationWindow)

GtkWidget *ldr_window_new (GtkApplication *application);
void ldr_window_open_file (LdrWindow *self, GFile *file);
void ldr_window_add_toast (LdrWindow *self, AdwToast *toast);
LdrJournal *ldr_window_get_journal (LdrWindow *self);

G_END_DECLS
