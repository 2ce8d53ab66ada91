/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-period.h"

G_BEGIN_DECLS

/**
 * LdrExportParts:
 * @LDR_EXPORT_SESSIONS: coaching sessions
 * @LDR_EXPORT_ACTIONS: what was agreed
 * @LDR_EXPORT_ENTRIES: entries
 * @LDR_EXPORT_GOALS: goals with their check-ins
 * @LDR_EXPORT_CHARTS: the charts of Progress
 * @LDR_EXPORT_PROFILES: the profile of styles and the pitfalls
 *
 * Parts of a journal, as a set. Private notes are none of them: whether they go out is asked each time.
 */
typedef enum
{
  LDR_EXPORT_SESSIONS = 1 << 0,
  LDR_EXPORT_ACTIONS = 1 << 1,
  LDR_EXPORT_ENTRIES = 1 << 2,
  LDR_EXPORT_GOALS = 1 << 3,
  LDR_EXPORT_CHARTS = 1 << 4,
  LDR_EXPORT_PROFILES = 1 << 5,
} LdrExportParts;

#define LDR_N_EXPORT_PARTS 6
#define LDR_EXPORT_ALL_PARTS ((LdrExportParts) ((1 << LDR_N_EXPORT_PARTS) - 1))

/**
 * LdrExportEntries:
 * @LDR_EXPORT_TO_DISCUSS: those to discuss
 * @LDR_EXPORT_CHOSEN: those that were chosen one by one
 * @LDR_EXPORT_EVERY: all of them
 *
 * Which entries.
 */
typedef enum
{
  LDR_EXPORT_TO_DISCUSS,
  LDR_EXPORT_CHOSEN,
  LDR_EXPORT_EVERY,
} LdrExportEntries;

#define LDR_N_EXPORT_ENTRIES 3

/**
 * LdrExportFormat:
 * @LDR_EXPORT_PDF: pages
 * @LDR_EXPORT_ODT: OpenDocument text
 * @LDR_EXPORT_HTML: a web page
 * @LDR_EXPORT_MARKDOWN: CommonMark
 * @LDR_EXPORT_CSV: tables
 * @LDR_EXPORT_JSON: the whole journal, without loss
 *
 * As what it is written.
 */
typedef enum
{
  LDR_EXPORT_PDF,
  LDR_EXPORT_ODT,
  LDR_EXPORT_HTML,
  LDR_EXPORT_MARKDOWN,
  LDR_EXPORT_CSV,
  LDR_EXPORT_JSON,
} LdrExportFormat;

#define LDR_N_EXPORT_FORMATS 6

/**
 * LdrExportNames:
 * @LDR_EXPORT_NAMES_SHOWN: as they are written
 * @LDR_EXPORT_NAMES_INITIALS: as initials, "S. d. W."
 * @LDR_EXPORT_NAMES_ROLES: as roles, "colleague 1"
 *
 * How people are named.
 */
typedef enum
{
  LDR_EXPORT_NAMES_SHOWN,
  LDR_EXPORT_NAMES_INITIALS,
  LDR_EXPORT_NAMES_ROLES,
} LdrExportNames;

#define LDR_N_EXPORT_NAMES 3

/**
 * LdrExportReadyMade:
 * @LDR_EXPORT_SESSION_NOTES: sessions with what was agreed, of the past month
 * @LDR_EXPORT_ACTION_LIST: what was agreed, of the past half year
 * @LDR_EXPORT_PROGRESS_REPORT: goals, charts and profiles, of the past half year
 * @LDR_EXPORT_ARCHIVE: the whole journal
 *
 * Choices that are there from the start.
 */
typedef enum
{
  LDR_EXPORT_SESSION_NOTES,
  LDR_EXPORT_ACTION_LIST,
  LDR_EXPORT_PROGRESS_REPORT,
  LDR_EXPORT_ARCHIVE,
} LdrExportReadyMade;

#define LDR_N_EXPORT_READY_MADE 4

#define LDR_TYPE_EXPORT_CHOICE (ldr_export_choice_get_type ())

/**
 * LdrExportChoice:
 * @id: the UUIDv7 of a saved choice, or the name of a ready-made one: "session-notes", "action-list",
 *   "progress-report", "archive"
 * @name: as its owner calls it, one line; "" for a ready-made one
 * @parts: what goes out
 * @entries: which entries
 * @entry_ids: (array zero-terminated=1): their ids for %LDR_EXPORT_CHOSEN, empty for others
 * @period: of which days; the days themselves count only for %LDR_PERIOD_OWN
 * @format: as what
 * @names: how people are named
 * @for_whom: one line, may be empty
 *
 * What goes out of a journal, and how. Refcounted; never changed once shared: make a copy and change that.
 */
typedef struct
{
  char *id;
  char *name;
  LdrExportParts parts;
  LdrExportEntries entries;
  char **entry_ids;
  LdrPeriod period;
  LdrExportFormat format;
  LdrExportNames names;
  char *for_whom;
} LdrExportChoice;

GType ldr_export_choice_get_type (void) G_GNUC_CONST;
LdrExportChoice *ldr_export_choice_new_ready_made (LdrExportReadyMade kind);
LdrExportChoice *ldr_export_choice_copy (const LdrExportChoice *self);
LdrExportChoice *ldr_export_choice_ref (LdrExportChoice *self);
void ldr_export_choice_unref (LdrExportChoice *self);
gboolean ldr_export_choice_equal (const LdrExportChoice *a, const LdrExportChoice *b);

void ldr_export_choice_set_id (LdrExportChoice *self, const char *id);
void ldr_export_choice_set_name (LdrExportChoice *self, const char *name);
void ldr_export_choice_set_entry_ids (LdrExportChoice *self, const char *const *ids);
void ldr_export_choice_set_for_whom (LdrExportChoice *self, const char *for_whom);
void ldr_export_choice_get_period (const LdrExportChoice *self, int today, int oldest_day, LdrPeriod *period);
gboolean ldr_export_choice_validate (const LdrExportChoice *self, GError **error);
gboolean ldr_export_choice_validate_saved (const LdrExportChoice *self, GError **error);

const char *ldr_export_part_to_id (LdrExportParts part);
gboolean ldr_export_part_from_id (const char *id, LdrExportParts *part);
const char *ldr_export_entries_to_id (LdrExportEntries entries);
gboolean ldr_export_entries_from_id (const char *id, LdrExportEntries *entries);
const char *ldr_export_format_to_id (LdrExportFormat format);
gboolean ldr_export_format_from_id (const char *id, LdrExportFormat *format);
const char *ldr_export_names_to_id (LdrExportNames names);
gboolean ldr_export_names_from_id (const char *id, LdrExportNames *names);
const char *ldr_export_ready_made_to_id (LdrExportReadyMade kind);
gboolean ldr_export_ready_made_from_id (const char *id, LdrExportReadyMade *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrExportChoice, ldr_export_choice_unref)

G_END_DECLS
