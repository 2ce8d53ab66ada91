/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-session-draft.h"

G_BEGIN_DECLS

#define LDR_TYPE_AGENDA_LIST (ldr_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (LdrAgendaList, ldr_agenda_list, LDR, AGENDA_LIST, AdwBin)

/* The points of a session's agenda: to be written, put in order and thrown away, or only to be ticked and added to. */

GtkWidget *ldr_agenda_list_new (LdrSessionDraft *draft, gboolean compact);
void ldr_agenda_list_add (LdrAgendaList *self, const char *text);
void ldr_agenda_list_commit (LdrAgendaList *self);

G_END_DECLS
