/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Types in an entry of 20,000 words, in a window, and prints how long the main thread works: on the key itself, on all
 * until the screen shows it, and on the text for saving. The floor is a bare GtkTextView with the same text. */

#include "app/editor/ldr-editor.h"

#define WORDS 20000
#define KEYS 300
#define KEYS_BEFORE 20

/* How long a saving may wait for the text, and a key for what it does; in milliseconds. */
#define FRAME_LIMIT "<16 ms"
#define KEY_LIMIT "<8 ms"

typedef struct
{
  double key[KEYS];
  double frame[KEYS];
  double whole[KEYS];
} Times;

/* What the editor looks out for: one word that is in every paragraph, and many that are in none. */
#define SOUGHT 100

/* How long the main loop goes on after the last key, in milliseconds: longer than the pause after which the editor
 * reads what was written. */
#define PAUSE 1000
#define PAUSES 5

static gint64 idle; /* What the main loop has spent waiting, in microseconds. */
static gint64 woke; /* When the main loop went on, and its longest stretch since, in microseconds. */
static gint64 longest_stretch;
static gint64 frame_began;
static gint64 longest_frame; /* Of those since a key was pressed, in microseconds. */

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 began = g_get_monotonic_time ();
  int n;

  longest_stretch = MAX (longest_stretch, began - woke);
  n = g_poll (fds, n_fds, timeout);
  woke = g_get_monotonic_time ();
  idle += woke - began;
  return n;
}

static char *
write_entry (void)
{
  GString *text = g_string_new ("# Een jaar aan de balie\n\n");
  int words = 0;

  for (int paragraph = 0; words < WORDS; paragraph++)
    {
      if (paragraph % 12 == 0)
        g_string_append (text, "## Wat gebeurde er?\n\n- een klant die belde\n- een **pakje** dat nergens was\n\n");
      for (int i = 0; i < 90; i++, words++)
        g_string_append (text, i % 31 == 0 ? "*één* " : i % 7 == 0 ? "klant, " : "woord ");
      g_string_append (text, "\n\n");
    }

  return g_string_free_and_steal (text);
}

static void
before_paint_cb (GdkFrameClock *clock, gpointer data)
{
  frame_began = g_get_monotonic_time ();
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  longest_frame = MAX (longest_frame, g_get_monotonic_time () - frame_began);
  *painted = TRUE;
}

/* Lets the main loop go on until the screen shows what was typed, and then until nothing is left to do. */
static void
settle (GtkWidget *view)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  gboolean painted = FALSE;
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
}

static GtkWidget *
show (GtkWidget *content)
{
  GtkWidget *window = gtk_window_new (), *clamp = adw_clamp_new (), *scrolled = gtk_scrolled_window_new ();

  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_present (GTK_WINDOW (window));
  settle (content);

  return window;
}

/* Brings the cursor to the middle of the window, that both views paint the same. */
static void
scroll_to_cursor (GtkTextView *view)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter cursor;
  GdkRectangle place;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &cursor, &place);
  gtk_adjustment_set_value (adjustment, place.y - gtk_adjustment_get_page_size (adjustment) / 2);
  settle (GTK_WIDGET (view));
}

/* Types a sentence over and over in the middle of the text, as an input method commits it. */
static void
type (GtkTextView *view, Times *times)
{
  static const char sentence[] = "De klant belde vier keer, en niemand schreef het op. ";
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter middle;

  gtk_text_buffer_get_iter_at_line (buffer, &middle, gtk_text_buffer_get_line_count (buffer) / 2);
  gtk_text_iter_forward_to_line_end (&middle);
  gtk_text_buffer_place_cursor (buffer, &middle);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  settle (GTK_WIDGET (view));
  scroll_to_cursor (view);
  for (int i = -KEYS_BEFORE; i < KEYS; i++)
    {
      gint64 began = g_get_monotonic_time (), done;

      idle = longest_frame = 0;
      gtk_text_buffer_insert_interactive_at_cursor (buffer, sentence + (i + KEYS_BEFORE) % (sizeof sentence - 1), 1,
                                                    TRUE);
      done = g_get_monotonic_time ();
      settle (GTK_WIDGET (view));
      if (i < 0)
        continue;
      times->key[i] = (done - began) / 1000.0;
      times->frame[i] = longest_frame / 1000.0;
      times->whole[i] = (g_get_monotonic_time () - began - idle) / 1000.0;
    }
}

static int
compare (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
print (const char *what, double ours, double floor, const char *target)
{
  g_autofree char *our_time = g_strdup_printf ("%.2f ms", ours);
  g_autofree char *floor_time = g_strdup_printf ("%.2f ms", floor);

  g_print ("%-58s %11s %11s %7.2f %7s\n", what, our_time, floor_time, ours / floor, target);
}

static void
print_times (Times *ours, Times *floor)
{
  double *columns[] = { ours->key, floor->key, ours->frame, floor->frame, ours->whole, floor->whole };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    qsort (columns[i], KEYS, sizeof (double), compare);
  print ("A key in 20,000 words, its handlers, median / text view", ours->key[KEYS / 2], floor->key[KEYS / 2], "");
  print ("  longest", ours->key[KEYS - 1], floor->key[KEYS - 1], KEY_LIMIT);
  print ("The frame that shows it, median / text view", ours->frame[KEYS / 2], floor->frame[KEYS / 2], "");
  print ("  longest", ours->frame[KEYS - 1], floor->frame[KEYS - 1], FRAME_LIMIT);
  print ("All work until the loop is idle, median / text view", ours->whole[KEYS / 2], floor->whole[KEYS / 2], "");
}

/* The text for saving after one more key; of a bare view only its characters can be had. */
static void
measure_saving (LdrEditor *editor, GtkTextView *bare)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ldr_editor_get_view (editor));
  GtkTextBuffer *plain = gtk_text_view_get_buffer (bare);
  double ours[KEYS_BEFORE], floor[KEYS_BEFORE];

  for (int i = 0; i < KEYS_BEFORE; i++)
    {
      g_autofree char *text = NULL, *characters = NULL;
      GtkTextIter start, end;
      gint64 began, done;

      gtk_text_buffer_insert_interactive_at_cursor (buffer, "x", 1, TRUE);
      began = g_get_monotonic_time ();
      text = ldr_editor_get_text (editor);
      done = g_get_monotonic_time ();
      gtk_text_buffer_get_bounds (plain, &start, &end);
      characters = gtk_text_buffer_get_text (plain, &start, &end, FALSE);
      ours[i] = (done - began) / 1000.0;
      floor[i] = (g_get_monotonic_time () - done) / 1000.0;
    }
  qsort (ours, KEYS_BEFORE, sizeof (double), compare);
  qsort (floor, KEYS_BEFORE, sizeof (double), compare);
  print ("The text for saving, longest / characters of a text view", ours[KEYS_BEFORE - 1], floor[KEYS_BEFORE - 1],
         FRAME_LIMIT);
}

static LdrNotice *
make_notice (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_notice_word_free);

  g_ptr_array_add (words, ldr_notice_word_new (LDR_STYLE_TEAM_PLAYER, "klant"));
  for (int i = 1; i < SOUGHT; i++)
    {
      g_autofree char *phrase = g_strdup_printf ("woord dat %d keer", i);

      g_ptr_array_add (words, ldr_notice_word_new ((LdrStyle) (i % LDR_N_STYLES), phrase));
    }

  return ldr_notice_new (words);
}

static void
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* The longest stretch of work in a pause, in milliseconds. */
static double
measure_pause (GtkTextView *view)
{
  gboolean over = FALSE;

  gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (view), "x", 1, TRUE);
  settle (GTK_WIDGET (view));
  woke = g_get_monotonic_time ();
  longest_stretch = 0;
  g_timeout_add_once (PAUSE, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);

  return longest_stretch / 1000.0;
}

/* Returns: the longest stretch of work while nobody types, in milliseconds; of some pauses the one in the middle */
static double
pause_after_key (GtkTextView *view)
{
  double pauses[PAUSES];

  for (int i = 0; i < PAUSES; i++)
    pauses[i] = measure_pause (view);
  qsort (pauses, PAUSES, sizeof (double), compare);

  return pauses[PAUSES / 2];
}

static void
wait_for_marks (void)
{
  gboolean over = FALSE;

  g_timeout_add_once (PAUSE, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

int
main (void)
{
  g_autofree char *entry = write_entry (), *characters = NULL;
  g_autofree Times *ours = g_new0 (Times, 1), *floor = g_new0 (Times, 1);
  GtkWidget *editor, *bare, *windows[2];
  GtkTextIter start, end;

  adw_init ();
  g_main_context_set_poll_func (NULL, poll_cb);

  editor = ldr_editor_new ();
  ldr_editor_set_text (LDR_EDITOR (editor), entry);
  ldr_editor_set_spelling (LDR_EDITOR (editor), TRUE, "nl_NL");
  g_object_set (editor, "gutter", 18, NULL);
  ldr_editor_set_notice (LDR_EDITOR (editor), make_notice (), NULL);
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (ldr_editor_get_view (LDR_EDITOR (editor))), &start, &end);
  characters = gtk_text_iter_get_text (&start, &end);
  windows[0] = show (editor);
  wait_for_marks ();
  type (ldr_editor_get_view (LDR_EDITOR (editor)), ours);

  bare = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (bare), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (bare)), characters, -1);
  windows[1] = show (bare);
  type (GTK_TEXT_VIEW (bare), floor);

  print_times (ours, floor);
  print ("The pause after a key, with spelling, longest / text view",
         pause_after_key (ldr_editor_get_view (LDR_EDITOR (editor))), pause_after_key (GTK_TEXT_VIEW (bare)), "");
  measure_saving (LDR_EDITOR (editor), GTK_TEXT_VIEW (bare));
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    gtk_window_destroy (GTK_WINDOW (windows[i]));

  return 0;
}
