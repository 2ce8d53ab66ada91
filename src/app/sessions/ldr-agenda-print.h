/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/ldr-print.h"
#include "ldr-sessions-jobs.h"

G_BEGIN_DECLS

/**
 * LdrAgendaSection:
 * @heading: its heading
 * @lines: (element-type utf8): what stands below it
 * @boxes: whether each line has a box to tick
 *
 * A part of a printed agenda.
 */
typedef struct
{
  char *heading;
  GPtrArray *lines;
  gboolean boxes;
} LdrAgendaSection;

/**
 * LdrAgendaSheet:
 * @title: with whom, and when
 * @facts: how long and where
 * @sections: (element-type LdrAgendaSection): what to talk about
 *
 * What is printed of a session: one page, without notes and without anything private. Refcounted, never changed.
 */
typedef struct
{
  char *title;
  char *facts;
  GPtrArray *sections;
} LdrAgendaSheet;

LdrAgendaSheet *ldr_agenda_sheet_describe (const LdrSession *session, const LdrSessionNews *news);
LdrAgendaSheet *ldr_agenda_sheet_ref (LdrAgendaSheet *self);
void ldr_agenda_sheet_unref (LdrAgendaSheet *self);
double ldr_agenda_sheet_draw (
    const LdrAgendaSheet *self, cairo_t *cr, PangoContext *context, double width, double height, double *scale);
LdrPrint *ldr_agenda_print_new (LdrAgendaSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrAgendaSheet, ldr_agenda_sheet_unref)

G_END_DECLS
