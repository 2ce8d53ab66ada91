/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-jobs.h"

#include <pango/pangocairo.h>

#include "report/export/ldr-export-known.h"
#include "report/progress/ldr-progress-document.h"

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
  g_clear_pointer (&self->counts, ldr_export_counts_free);
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
  self->counts = ldr_export_count (store, self->request->choice, self->request->today, error);
  if (self->counts == NULL || !find_names (self, store, cancellable, error)
      || (self->request->choice->format != LDR_EXPORT_JSON && !set_pages (self, store, cancellable, error)))
    return NULL;
  return g_steal_pointer (&self);
}
