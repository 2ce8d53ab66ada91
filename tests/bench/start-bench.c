/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts Leidraad itself and ends at its first painted frame, or, for a journal, at the first frame that shows the question
 * of today, its newest rows or its first chart; prints when that was, without the time that deriving the key took, and its memory.
 *
 *   start-bench first-run
 *   start-bench unlock FILE
 *   start-bench today FILE PASSPHRASE
 *   start-bench journal FILE PASSPHRASE
 *   start-bench progress FILE PASSPHRASE
 */

#include "app/ldr-application.h"
#include "app/ldr-window-private.h"
#include "app/today/ldr-question-card.h"
#include "chart/ldr-chart-area.h"

#include "bench-first-frame.h"

typedef struct
{
  const char *mode;
  const char *path;
  char *sheet;
  GtkWidget *window;
  gboolean opened;
} Bench;

static GtkWidget *
find (GtkWidget *widget,
      GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whether the question of today is painted: its card is hidden until it has one. */
static gboolean
shows_today (Bench *bench)
{
  GtkWidget *card = bench->opened ? find (bench->window, LDR_TYPE_QUESTION_CARD) : NULL;

  return card != NULL && gtk_widget_get_mapped (card);
}

/* Whether what the journal has to show is painted: its rows, or the page that says there are none. */
static gboolean
shows_journal (Bench *bench)
{
  GtkWidget *list = bench->opened ? find (bench->window, GTK_TYPE_LIST_VIEW) : NULL;

  if (list == NULL)
    return FALSE;
  return !gtk_widget_get_mapped (list)
         || g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) > 0;
}

/* Whether the first card of the charts has its chart. */
static gboolean
shows_progress (Bench *bench)
{
  GtkWidget *chart = bench->opened ? find (bench->window, LDR_TYPE_CHART_AREA) : NULL;

  return chart != NULL && gtk_widget_get_mapped (chart)
         && ldr_chart_area_get_chart (LDR_CHART_AREA (chart)) != NULL;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench *bench)
{
  gboolean done = TRUE;

  if (g_str_equal (bench->mode, "today"))
    done = shows_today (bench);
  else if (g_str_equal (bench->mode, "journal"))
    done = shows_journal (bench);
  else if (g_str_equal (bench->mode, "progress"))
    done = shows_progress (bench);
  if (done)
    bench_end_now ();
}

static void
journal_opened_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrJournal) journal = ldr_journal_open_finish (result, &error);
  LdrWindow *window = LDR_WINDOW (bench->window);

  if (journal == NULL)
    g_error ("%s", error->message);
  ldr_window_take_journal (window, ldr_window_get_item (window), journal);
  /* Whatever place a journal opens at, this one is what is timed. */
  if (!g_str_equal (bench->mode, "today"))
    gtk_widget_activate_action (bench->window, "win.show-place", "s", bench->mode);
  bench->opened = TRUE;
  gtk_widget_queue_draw (bench->window);
}

static void
realize_cb (GtkWidget *window,
            Bench *bench)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), bench);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow *window,
                 Bench *bench)
{
  bench->window = GTK_WIDGET (window);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), bench);
}

/* Runs after the application has shown its window. */
static void
open_cb (GApplication *application,
         gpointer files,
         int n_files,
         const char *hint,
         Bench *bench)
{
  if (bench->sheet != NULL)
    ldr_journal_open_with_recovery_async (bench->path, bench->sheet, NULL, journal_opened_cb, bench);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (LdrApplication) application = NULL;
  Bench bench = { argc > 1 ? argv[1] : "first-run", argc > 2 ? argv[2] : NULL };
  char *arguments[] = { argv[0], argc > 2 ? argv[2] : NULL, NULL };

  if (argc > 3)
    {
      gint64 began = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrKey) key = ldr_key_for_file (bench.path, argv[3], &error);

      if (key == NULL)
        g_error ("%s", error->message);
      bench.sheet = ldr_key_to_recovery (key);
      bench_leave_out (g_get_monotonic_time () - began);
    }
  application = ldr_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  g_signal_connect_after (application, "open", G_CALLBACK (open_cb), &bench);
  return g_application_run (G_APPLICATION (application), argc > 2 ? 2 : 1, arguments);
}
