/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/sessions/ldr-sessions-page.h"
#include "ldr-around-testing.h"
#include "ldr-journal-testing.h"
#include "model/ldr-session.h"

G_BEGIN_DECLS

/* A window with the place Sessions over a journal of its own, driven by what it shows. */

typedef struct
{
  LdrJournal *journal;
  GtkWidget *window;
  LdrAround *around;
  LdrSessionsPage *page;
} LdrSessionsStage;

int ldr_sessions_testing_main (int argc, char **argv, void (*add_tests) (void));
void ldr_sessions_stage_open (LdrSessionsStage *stage, LdrRole role);
void ldr_sessions_stage_show (LdrSessionsStage *stage);
void ldr_sessions_stage_close (LdrSessionsStage *stage);

void ldr_sessions_testing_wait_for_words (LdrSessionsStage *stage, const char *words);
void ldr_sessions_testing_wait_until_gone (LdrSessionsStage *stage, const char *words);
void ldr_sessions_testing_check_narrow (LdrSessionsStage *stage);
void ldr_sessions_testing_click (LdrSessionsStage *stage, const char *words);
void ldr_sessions_testing_write_note (GtkWidget *note, const char *text);
GtkWidget *ldr_sessions_testing_find_private_note (LdrSessionsStage *stage);
void ldr_sessions_testing_add_line (GtkWidget *part, const char *title, const char *text);
GtkWidget *ldr_sessions_testing_open (LdrSessionsStage *stage, const char *action, const char *id);
gboolean ldr_sessions_testing_flush (LdrSessionsStage *stage);

LdrSession *ldr_sessions_testing_get (LdrSessionsStage *stage, const char *id);
GPtrArray *ldr_sessions_testing_list (LdrSessionsStage *stage);
GPtrArray *ldr_sessions_testing_list_actions (LdrSessionsStage *stage);
LdrSession *ldr_sessions_testing_make (int days);
char *ldr_sessions_testing_keep (LdrSessionsStage *stage, LdrSession *session);
void ldr_sessions_testing_keep_action (LdrSessionsStage *stage, LdrSession *session, const char *text);

G_END_DECLS
