/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of charts of a journal of ten years, in a window of its own: from asking for what it shows until the first
 * frame with a chart, against the same queries run bare and the first frame of as many cards of which each has a
 * heading, a sentence and a blank widget; and how long the main thread is at work at a stretch until all charts are
 * there, without the frames and in them. All ten years are shown. `page-bench [ENTRIES]`; 100,000 by default. */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "app/progress/ldr-progress-grid.h"
#include "app/progress/ldr-progress-page.h"
#include "bench-decade.h"
#include "bench-rounds.h"
#include "chart/ldr-chart-area.h"
#include "model/ldr-moment.h"
#include "store/ldr-journal.h"
#include "tests/ldr-find-testing.h"

#define WIDTH 1100
#define HEIGHT 850
#define CARD_HEIGHT 320

/* How long a step on the main thread may take (milliseconds). */
#define MOST "8"

#define ROUNDS 7

struct _Journal
{
  LdrJournal *journal;
  sqlite3 *bare;
};

/* What is waited for, and what the main thread did meanwhile: nanoseconds of work. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *area;
  gboolean painted;
  gboolean filled;
  gint64 frame_began;
  gint64 frame_took;
  gint64 longest_step;
  gint64 longest_frame;
} Watch;

static gint64
get_work_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

/* --- What is shown ---------------------------------------------------------------------------------------------------
 */

static GtkWidget *
make_blank_card (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new ("Goals");
  GtkWidget *sentence = gtk_label_new ("The goal has been on target in three of the last four weeks.");
  GtkWidget *blank = gtk_drawing_area_new ();

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_widget_set_size_request (blank, -1, CARD_HEIGHT);
  gtk_widget_set_hexpand (card, TRUE);
  gtk_box_append (GTK_BOX (card), heading);
  gtk_box_append (GTK_BOX (card), sentence);
  gtk_box_append (GTK_BOX (card), blank);
  return card;
}

static GtkWidget *
make_blank_page (void)
{
  GtkWidget *page = adw_toolbar_view_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", grid, NULL);

  for (int i = 0; i < LDR_N_PROGRESS_KINDS; i++)
    gtk_grid_attach (GTK_GRID (grid), make_blank_card (), i % 2, i / 2, 1, 1);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (page), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (page), scroller);
  return page;
}

/* --- Watching -------------------------------------------------------------------------------------------------------
 */

static gboolean
has_chart (Watch *watch)
{
  if (watch->area == NULL)
    watch->area = ldr_testing_find (watch->window, LDR_TYPE_CHART_AREA);
  return watch->area != NULL && gtk_widget_get_mapped (watch->area)
         && ldr_chart_area_get_chart (LDR_CHART_AREA (watch->area)) != NULL;
}

static void
before_frame_cb (Watch *watch)
{
  watch->frame_began = get_work_time ();
}

static void
after_frame_cb (Watch *watch)
{
  watch->frame_took += get_work_time () - watch->frame_began;
  watch->painted = TRUE;
}

static void
filled_cb (Watch *watch)
{
  watch->filled = TRUE;
}

static void
show (Watch *watch, GtkWidget *content)
{
  GdkFrameClock *clock;

  watch->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (watch->window), WIDTH, HEIGHT);
  adw_window_set_content (ADW_WINDOW (watch->window), content);
  gtk_window_present (GTK_WINDOW (watch->window));
  clock = gtk_widget_get_frame_clock (watch->window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_frame_cb), watch);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_frame_cb), watch);
}

/* One thing after another that the main thread does, and how long the longest takes. Where a frame is painted that
 * is told apart. */
static void
step (Watch *watch)
{
  gint64 began;

  watch->frame_took = 0;
  began = get_work_time ();
  g_main_context_iteration (NULL, TRUE);
  watch->longest_step = MAX (watch->longest_step, get_work_time () - began - watch->frame_took);
  watch->longest_frame = MAX (watch->longest_frame, watch->frame_took);
}

static void
close_window (Watch *watch)
{
  gtk_window_destroy (GTK_WINDOW (watch->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* --- What is measured -----------------------------------------------------------------------------------------------
 */

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* Lets the journal ask for another day, so that nothing is known of today any more. */
static gpointer
forget_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_progress (store, ldr_day_today () - 1, error);
}

static void
forget (Journal *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LdrProgress *other;

  ldr_journal_run_async (self->journal, forget_func, NULL, NULL, (GDestroyNotify) ldr_progress_unref, NULL,
                         keep_result_cb, &result);
  other = ldr_journal_run_finish (self->journal, wait_for (&result), &error);
  bench_check (other != NULL, error);
  ldr_progress_unref (other);
}

/* Returns how long it takes until the first chart is painted, in milliseconds; goes on until all are there. */
static double
time_page (Journal *self, Watch *watch)
{
  gint64 began, took, step_began;
  GtkWidget *page;

  forget (self);
  began = g_get_monotonic_time ();
  step_began = get_work_time ();
  page = ldr_progress_page_new (self->journal);
  watch->longest_step = get_work_time () - step_began;
  show (watch, page);
  g_signal_connect_swapped (ldr_testing_find (page, LDR_TYPE_PROGRESS_GRID), "filled", G_CALLBACK (filled_cb), watch);
  do
    {
      watch->painted = FALSE;
      step (watch);
    }
  while (!watch->painted || !has_chart (watch));
  took = g_get_monotonic_time () - began;
  watch->painted = FALSE;
  while (!watch->filled || !watch->painted)
    step (watch);
  close_window (watch);
  return (double) took / 1000;
}

static double
time_floor (Journal *self)
{
  Watch watch = { 0 };
  gint64 began = g_get_monotonic_time ();
  gint64 took;

  bench_decade_read_bare (self->bare);
  show (&watch, make_blank_page ());
  while (!watch.painted)
    step (&watch);
  took = g_get_monotonic_time () - began;
  close_window (&watch);
  return (double) took / 1000;
}

static int
compare (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_median (double *values)
{
  qsort (values, ROUNDS, sizeof (double), compare);
  return values[ROUNDS / 2];
}

static void
print_longest (const char *what, double *values, const char *target)
{
  g_autofree char *time = g_strdup_printf ("%.3f ms", get_median (values));

  g_print ("%-58s %11s %11s %7s %7s\n", what, time, "", "", target);
}

static void
measure (Journal *self)
{
  double ours[ROUNDS], floor[ROUNDS], ratio[ROUNDS], steps[ROUNDS], frames[ROUNDS];
  g_autofree char *our_time = NULL, *floor_time = NULL;

  for (int i = -1; i < ROUNDS; i++)
    {
      Watch watch = { 0 };
      double left = time_page (self, &watch);
      double right = time_floor (self);

      if (i < 0)
        continue;
      ours[i] = left;
      floor[i] = right;
      ratio[i] = left / right;
      steps[i] = (double) watch.longest_step / 1e6;
      frames[i] = (double) watch.longest_frame / 1e6;
    }
  our_time = g_strdup_printf ("%.3f ms", get_median (ours));
  floor_time = g_strdup_printf ("%.3f ms", get_median (floor));
  g_print ("%-58s %11s %11s %7.2f %7s\n", "First chart of the page / bare queries, a page of blanks", our_time,
           floor_time, get_median (ratio), "");
  print_longest ("  longest step of the main thread until all are there", steps, MOST " ms");
  print_longest ("  longest frame", frames, "");
}

/* --- The journal ----------------------------------------------------------------------------------------------------
 */

static Journal *
journal_new (const char *folder, int n)
{
  Journal *self = g_new0 (Journal, 1);
  g_autofree char *path = g_build_filename (folder, "page.leidraad", NULL);
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Bank", LDR_ROLE_LEADER);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_new (BENCH_DECADE_PASSPHRASE, &error);
  LdrStore *store;

  bench_check (key != NULL, error);
  store = ldr_store_create (path, key, info, &error);
  bench_check (store != NULL, error);
  bench_decade_fill (store, ldr_day_today (), n);
  self->bare = bench_decade_open_bare (store, path);
  bench_check (ldr_store_close (store, NULL), NULL);
  ldr_store_free (store);
  ldr_journal_open_async (path, BENCH_DECADE_PASSPHRASE, NULL, keep_result_cb, &result);
  self->journal = ldr_journal_open_finish (wait_for (&result), &error);
  bench_check (self->journal != NULL, error);
  return self;
}

static void
journal_free (Journal *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  ldr_journal_close_async (self->journal, NULL, keep_result_cb, &result);
  bench_check (ldr_journal_close_finish (self->journal, wait_for (&result), NULL), NULL);
  g_object_unref (self->journal);
  sqlite3_close_v2 (self->bare);
  g_free (self);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkCssProvider) style = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("leidraad-bench-XXXXXX", &error);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  Journal *journal;

  bench_check (folder != NULL, error);
  adw_init ();
  g_settings_set_string (settings, "progress-period", ldr_period_kind_to_id (LDR_PERIOD_ALL));
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/io/github/leidraad/Leidraad/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  journal = journal_new (folder, argc > 1 ? atoi (argv[1]) : 100000);
  measure (journal);
  journal_free (journal);
  bench_remove_folder (folder);
  return EXIT_SUCCESS;
}
