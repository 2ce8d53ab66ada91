/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-bench.h"

#include "bench-rounds.h"
#include "model/ldr-moment.h"
#include "report/export/ldr-export-file.h"
#include "store/ldr-store-entries.h"

/* Whole exports, from a journal to a file. */

struct _Journal
{
  char *path;
  LdrStore *store;
  GPtrArray *texts;
};

static Journal *
journal_new (const char *folder, const char *name, GPtrArray *texts, int n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_new ("bench", &error);
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", LDR_ROLE_LEADER);
  Journal *self = g_new0 (Journal, 1);
  gint64 now = ldr_moment_now ();

  bench_check (key != NULL, error);
  self->path = g_build_filename (folder, name, NULL);
  self->texts = texts;
  self->store = ldr_store_create (self->path, key, info, &error);
  bench_check (self->store != NULL, error);
  bench_check (ldr_store_begin (self->store, &error), error);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (LdrEntry) entry = ldr_entry_new (), saved = NULL;
      g_autofree char *title = g_strdup_printf ("Notitie %d", i);
      g_autoptr (GDateTime) happened = ldr_moment_to_local (now - (gint64) (n - i) * 600 * 1000);

      ldr_entry_set_title (entry, title);
      ldr_entry_set_text (entry, g_ptr_array_index (texts, (guint) i % texts->len));
      ldr_entry_set_happened (entry, happened);
      saved = ldr_store_save_entry (self->store, entry, &error);
      bench_check (saved != NULL, error);
    }
  bench_check (ldr_store_commit (self->store, &error), error);
  return self;
}

static void
journal_free (Journal *self)
{
  ldr_store_free (self->store);
  g_free (self->path);
  g_free (self);
}

static void
ours (Journal *self, gconstpointer format)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  g_autofree char *path = g_strconcat (self->path, ".out", NULL);
  g_autoptr (GError) error = NULL;

  choice->parts = LDR_EXPORT_ENTRIES;
  choice->entries = LDR_EXPORT_EVERY;
  choice->format = (LdrExportFormat) GPOINTER_TO_INT (format);
  bench_check (ldr_export_file_write (self->store, choice, LDR_EXPORT_DEFAULT, ldr_day_today (), NULL, path, NULL, NULL,
                                      NULL, NULL, &error),
               error);
}

static gboolean
pass_cb (LdrEntry *entry, gpointer data, GError **error)
{
  return TRUE;
}

static void
scan (Journal *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bench_check (ldr_store_foreach_entry (self->store, TRUE, pass_cb, NULL, &error), error);
}

static void
bare_pages (Journal *self, gconstpointer data)
{
  document_bench_write_floor (self->texts);
}

void
document_bench_exports (GPtrArray *texts, int n_large)
{
  static const struct
  {
    LdrExportFormat format;
    const char *name;
    const char *target;
  } rows[] = {
    { LDR_EXPORT_JSON, "JSON", "1.50" }, { LDR_EXPORT_MARKDOWN, "Markdown", "" }, { LDR_EXPORT_HTML, "web page", "" },
    { LDR_EXPORT_CSV, "CSV", "" },       { LDR_EXPORT_ODT, "OpenDocument", "" },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("leidraad-bench-XXXXXX", &error);
  Journal *small, *large;

  bench_check (folder != NULL, error);
  small = journal_new (folder, "small.leidraad", texts, (int) texts->len);
  large = journal_new (folder, "large.leidraad", texts, n_large);
  bench_row ("Journal to PDF / bare Pango and cairo", ours, small, GINT_TO_POINTER (LDR_EXPORT_PDF), bare_pages, small,
             NULL, 1, "1.43");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *what = g_strdup_printf ("%d entries as %s / reading all", n_large, rows[i].name);

      bench_row (what, ours, large, GINT_TO_POINTER (rows[i].format), scan, large, NULL, 1, rows[i].target);
    }
  journal_free (small);
  journal_free (large);
  bench_remove_folder (folder);
}
