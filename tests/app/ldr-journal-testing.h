/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-journal.h"

G_BEGIN_DECLS

/* A journal of its own for a test, in the test's own temp folder, and the main loop run until something is so. */

typedef gboolean (*LdrTestingFunc) (gpointer data);

LdrJournal *ldr_testing_create_journal (int n_entries);
void ldr_testing_close_journal (LdrJournal *journal);
LdrEntry *ldr_testing_get_entry (LdrJournal *journal, const char *id);
LdrEntry *ldr_testing_save_entry (LdrJournal *journal, LdrEntry *entry);
void ldr_testing_wait_for (LdrTestingFunc func, gpointer data);
void ldr_testing_run_for (guint milliseconds);
LdrEntry *ldr_testing_make_entry (const char *title, const char *text, int minutes);
void ldr_testing_keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);
gboolean ldr_testing_has_result (gpointer data);
gpointer ldr_testing_run (LdrJournal *journal, LdrJournalFunc func, gpointer data, GDestroyNotify free_value);

G_END_DECLS
