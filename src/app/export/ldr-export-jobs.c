/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-jobs.h"

#include <pango/pangocairo.h>

#include "model/ldr-action.h"
#include "model/ldr-moment.h"
#include "report/export/ldr-export-known.h"
#include "report/progress/ldr-progress-document.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-list.h"
#include "store/ldr-store-sessions.h"

G_DEFINE_BOXED_TYPE (LdrExportRequest, ldr_export_request, ldr_export_request_ref, ldr_export_request_unref)
G_DEFINE_BOXED_TYPE (LdrExportPreview, ldr_export_preview, ldr_export_preview_ref, ldr_export_preview_unref)

/* --- The question --- */

/**
 * ldr_export_request_new:
 * @choice: what goes out
 * @flags: whether private notes do, this once
 * @today: on which day
 *
 * Returns: (transfer full): a question, with copies of all that
 */
LdrExportRequest *
ldr_export_request_new (const LdrExportChoice *choice, LdrExportFlags flags, int today)
{
  LdrExportRequest *self = g_atomic_rc_box_new0 (LdrExportRequest);

  self->choice = ldr_export_choice_copy (choice);
  self->flags = flags;
  self->today = today;
  return self;
}

LdrExportRequest *
ldr_export_request_ref (LdrExportRequest *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
request_clear (gpointer data)
{
  LdrExportRequest *self = data;

  ldr_export_choice_unref (self->choice);
}

void
ldr_export_request_unref (LdrExportRequest *self)
{
  g_atomic_rc_box_release_full (self, request_clear);
}

/* --- The answer --- */

LdrExportPreview *
ldr_export_preview_ref (LdrExportPreview *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
preview_clear (gpointer data)
{
  LdrExportPreview *self = data;

  ldr_export_request_unref (self->request);
  g_array_unref (self->session_days);
  g_free (self->title);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->pseudonyms, ldr_pseudonyms_unref);
  g_clear_pointer (&self->pages, ldr_pages_unref);
}

void
ldr_export_preview_unref (LdrExportPreview *self)
{
  g_atomic_rc_box_release_full (self, preview_clear);
}

static gboolean
count_sessions (LdrExportPreview *self, LdrStore *store, const LdrPeriod *period, GError **error)
{
  g_autoptr (GPtrArray) sessions = ldr_store_list_sessions (store, LDR_SESSIONS_ALL, error);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      const LdrSessionSummary *it = g_ptr_array_index (sessions, i);

      if (ldr_period_contains (period, it->day) && (it->state != LDR_SESSION_CANCELLED || it->has_notes))
        g_array_append_val (self->session_days, it->day);
    }
  return sessions != NULL;
}

static gboolean
count_actions (LdrExportPreview *self, LdrStore *store, const LdrPeriod *period, GError **error)
{
  g_autoptr (GPtrArray) actions = ldr_store_list_actions (store, error);
  guint counts[LDR_N_ACTION_STATES] = { 0 };

  for (guint i = 0; actions != NULL && i < actions->len; i++)
    {
      const LdrAction *it = g_ptr_array_index (actions, i);
      int agreed = ldr_day_from_moment (it->agreed);

      if (agreed <= period->last_day
          && (it->state == LDR_ACTION_OPEN || agreed >= period->first_day || it->state_day >= period->first_day))
        counts[it->state]++;
    }
  self->n_open = counts[LDR_ACTION_OPEN];
  self->n_done = counts[LDR_ACTION_DONE];
  self->n_dropped = counts[LDR_ACTION_DROPPED];
  return actions != NULL;
}

/* Of what was chosen, how much is there and of these days; less than 0 with an error. */
static int
count_chosen (LdrStore *store, const LdrExportChoice *choice, const LdrPeriod *period, GError **error)
{
  int n = 0;

  for (gsize i = 0; choice->entry_ids[i] != NULL; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (LdrEntry) entry = ldr_store_get_entry (store, choice->entry_ids[i], &local);

      if (entry != NULL && entry->deleted == 0 && ldr_period_contains (period, entry->day))
        n++;
      else if (entry == NULL && !g_error_matches (local, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return -1;
        }
    }
  return n;
}

static gboolean
count_entries (LdrExportPreview *self, LdrStore *store, const LdrPeriod *period, GError **error)
{
  g_autoptr (LdrQuery) query = ldr_query_new ();
  g_autoptr (LdrQuery) all = ldr_query_new ();
  int n, n_all;

  query->after = period->first_day;
  query->before = period->last_day + 1;
  query->to_discuss = self->request->choice->entries == LDR_EXPORT_TO_DISCUSS;
  if (self->request->choice->entries == LDR_EXPORT_CHOSEN)
    n = count_chosen (store, self->request->choice, period, error);
  else
    n = ldr_store_count (store, query, error);
  n_all = n >= 0 ? ldr_store_count (store, all, error) : -1;
  self->n_entries = (guint) MAX (n, 0);
  self->n_all_entries = (guint) MAX (n_all, 0);
  return n_all >= 0;
}

static gboolean
count_goals (LdrExportPreview *self, LdrStore *store, const LdrPeriod *period, GError **error)
{
  g_autoptr (GPtrArray) goals = ldr_store_list_all_goals (store, error);

  for (guint i = 0; goals != NULL && i < goals->len; i++)
    {
      const LdrGoal *it = g_ptr_array_index (goals, i);
      gboolean ended = it->state == LDR_GOAL_ACHIEVED || it->state == LDR_GOAL_LET_GO;

      self->n_goals += it->first_day <= period->last_day && (!ended || it->state_day >= period->first_day) ? 1 : 0;
    }
  return goals != NULL;
}

static gboolean
count (LdrExportPreview *self, LdrStore *store, GError **error)
{
  LdrPeriod *period = &self->period;

  return ldr_export_find_period (store, self->request->choice, self->request->today, period, error)
         && count_sessions (self, store, period, error) && count_actions (self, store, period, error)
         && count_entries (self, store, period, error) && count_goals (self, store, period, error)
         && ldr_store_has_private_notes (store, &self->has_private_notes, error);
}

/* A file that loses nothing has all names as they are. */
static gboolean
find_names (LdrExportPreview *self, LdrStore *store, GCancellable *cancellable, GError **error)
{
  const LdrExportRequest *request = self->request;
  g_autofree char *title = ldr_export_document_dup_title (request->choice, ldr_store_get_info (store));

  self->known = ldr_store_get_known_names (store, error);
  if (self->known == NULL)
    return FALSE;
  if (request->choice->format == LDR_EXPORT_JSON)
    {
      self->names = g_ptr_array_new ();
      self->title = g_steal_pointer (&title);
      return TRUE;
    }
  self->names
      = ldr_export_known_find_names (store, request->choice, request->flags, request->today, NULL, cancellable, error);
  if (self->names == NULL)
    return FALSE;
  self->pseudonyms = ldr_export_names_make (self->names, request->choice->names);
  self->title = self->pseudonyms != NULL ? ldr_pseudonyms_apply (self->pseudonyms, title) : g_steal_pointer (&title);
  return TRUE;
}

/* The colours of the file; pages can be shown longer than what they are a preview of. */
static const LdrChartPalette *
get_palette (void)
{
  static LdrChartPalette *palette = NULL;

  if (g_once_init_enter_pointer (&palette))
    g_once_init_leave_pointer (&palette, ldr_progress_palette_new ());
  return palette;
}

/* The pages are painted on another thread than this one, which may set others meanwhile: they have fonts of their own.
 */
static gboolean
set_pages (LdrExportPreview *self, LdrStore *store, GCancellable *cancellable, GError **error)
{
  const LdrExportRequest *request = self->request;
  g_autoptr (LdrPages) pages = ldr_pages_new (get_palette ());
  g_autoptr (LdrDocumentWriter) writer = ldr_pages_write (pages);
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  gboolean done;

  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (fonts));
  done = ldr_export_document_write (store, request->choice, request->flags, request->today, self->pseudonyms, writer,
                                    NULL, NULL, cancellable, error);
  g_clear_pointer (&writer, ldr_document_writer_free);
  pango_cairo_font_map_set_default (NULL);
  if (done)
    self->pages = g_steal_pointer (&pages);
  return done;
}

/**
 * ldr_export_preview_func:
 * @store: the journal
 * @request: an #LdrExportRequest
 * @cancellable: (nullable): stops it
 * @error: what the journal says
 *
 * Returns: (transfer full) (nullable): an #LdrExportPreview of it; nothing is written
 */
gpointer
ldr_export_preview_func (LdrStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrExportPreview) self = g_atomic_rc_box_new0 (LdrExportPreview);

  self->request = ldr_export_request_ref (request);
  self->session_days = g_array_new (FALSE, FALSE, sizeof (int));
  if (!count (self, store, error) || !find_names (self, store, cancellable, error)
      || (self->request->choice->format != LDR_EXPORT_JSON && !set_pages (self, store, cancellable, error)))
    return NULL;
  return g_steal_pointer (&self);
}
