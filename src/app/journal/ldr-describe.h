/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>
#include "app/widgets/ldr-saver.h"
#include "ldr-journal-page.h"
#include "model/ldr-entry.h"
#include "model/ldr-query.h"
#include "model/ldr-summary.h"

G_BEGIN_DECLS

/* What the journal page shows, computed as plain structs by pure functions; widgets only apply it. */

/**
 * LdrRowDescription:
 * @title: one line, never empty
 * @title_attributes: (nullable): hits of a search, bold
 * @untitled: the title is a stand-in
 * @excerpt: may be empty
 * @excerpt_attributes: (nullable): hits of a search, bold
 * @date: short, without the year
 * @accessible: all of it in one sentence, for a screen reader
 */
typedef struct
{
  char *title;
  PangoAttrList *title_attributes;
  gboolean untitled;
  char *excerpt;
  PangoAttrList *excerpt_attributes;
  char *date;
  char *accessible;
} LdrRowDescription;

LdrRowDescription *ldr_row_describe (const LdrSummary *summary);
void ldr_row_description_free (LdrRowDescription *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrRowDescription, ldr_row_description_free)

/**
 * LdrEntryHeader:
 * @date: long date and time, as on the date button
 * @words: how many words the text has
 * @deleted: (nullable): for an entry in the trash, when it will be gone
 */
typedef struct
{
  char *date;
  char *words;
  char *deleted;
} LdrEntryHeader;

LdrEntryHeader *ldr_entry_header_describe (const LdrEntry *entry, int words, gint64 now);
void ldr_entry_header_free (LdrEntryHeader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrEntryHeader, ldr_entry_header_free)

/**
 * LdrSaveDescription:
 * @label: a word or two for the header bar
 * @problem: (nullable): what happened, what is safe and what to do
 * @conflict: the entry was saved by somebody else meanwhile
 */
typedef struct
{
  const char *label;
  char *problem;
  gboolean conflict;
} LdrSaveDescription;

LdrSaveDescription *ldr_save_describe (LdrSaveState state, const GError *error);
void ldr_save_description_free (LdrSaveDescription *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrSaveDescription, ldr_save_description_free)

/**
 * LdrListDescription:
 * @title: of the list's header bar
 * @count: (nullable): how many entries, once that is known
 * @empty_icon: (nullable): set when there is nothing to list
 * @empty_title: (nullable): likewise
 * @empty_text: (nullable): likewise
 * @offer_new: the empty page offers to write the first entry
 * @offer_clear: the empty page offers to clear search and filters
 */
typedef struct
{
  char *title;
  char *count;
  const char *empty_icon;
  const char *empty_title;
  const char *empty_text;
  gboolean offer_new;
  gboolean offer_clear;
} LdrListDescription;

LdrListDescription *ldr_list_describe (
    LdrJournalScope scope, const char *tag, gboolean narrowed, gboolean loaded, gboolean complete, guint n_items);
void ldr_list_description_free (LdrListDescription *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrListDescription, ldr_list_description_free)

char *ldr_hits_strip (const char *marked, PangoAttrList **attributes);
char *ldr_day_describe_month (int day);
char *ldr_version_describe (gint64 saved, gint64 now);
void ldr_query_narrow (LdrQuery *query, LdrJournalScope scope, const char *tag);
char **ldr_query_highlights (const LdrQuery *query);

G_END_DECLS
