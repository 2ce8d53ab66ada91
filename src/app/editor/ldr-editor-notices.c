/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-editor-private.h"
#include "ldr-rich-buffer-private.h"

/* Words that the leader asked to notice, marked in the margin. A paragraph is read once: what was found in it stays
 * with the line, and an edit puts another line in its place. Nothing is read while keys are pressed, but in the pause
 * after them, which also keeps a mark from coming and going while a word is still being typed. */

/* How long the pause is, and for how long paragraphs are read at a stretch. */
#define PAUSE_MS 400
#define STRETCH_US 2000

struct _LdrEditorNotices
{
  LdrNotice *reader;
  guint serial; /* The number of the reader, for what lines keep; never 0. */
  char *leader;
  LdrStyleSet noted;
  GPtrArray *marks; /* In the order of the text. */
  GHashTable *known;
  gboolean loaded; /* Whether what is found from now on was written just now. */
  guint source;
  int gutter;
  int width; /* What the rows were found for: the width, and the fonts by their number. */
  guint fonts;
  gboolean stale; /* Whether rows may have changed. */
};

static void
forget_marks (LdrEditorNotices *notices)
{
  for (guint i = 0; i < notices->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (notices->marks, i));
  g_ptr_array_set_size (notices->marks, 0);
}

static void
read_line (LdrEditor *self, LdrLine *line, int number)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) hits = NULL;
  GtkTextIter start, end;

  line->reader = self->notices->serial;
  g_clear_pointer (&line->hits, g_array_unref);
  if (line->block->kind == LDR_BLOCK_RULE)
    return;
  /* A slice has one character for each of the buffer's, also for a picture. */
  ldr_rich_buffer_get_line_bounds (self->buffer, number, &start, &end);
  text = gtk_text_iter_get_slice (&start, &end);
  hits = ldr_notice_read (self->notices->reader, text);
  if (hits->len > 0)
    line->hits = g_steal_pointer (&hits);
}

/* Returns: whether all lines are read */
static gboolean
read_lines (LdrEditor *self)
{
  gint64 until = g_get_monotonic_time () + STRETCH_US;
  GPtrArray *lines = self->buffer->lines;

  for (guint i = 0; i < lines->len; i++)
    {
      LdrLine *line = g_ptr_array_index (lines, i);

      if (line->reader == self->notices->serial)
        continue;
      if (g_get_monotonic_time () > until)
        return FALSE;
      read_line (self, line, (int) i);
    }

  return TRUE;
}

static void
clicked_cb (LdrEditor *self, GtkWidget *mark)
{
  g_signal_emit_by_name (self, "notice-activated", mark);
}

static void
place_mark (LdrEditor *self, LdrNoticeMark *mark, int number)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (self->buffer), &iter, number,
                                           ldr_notice_mark_get_start (mark));
  ldr_notice_mark_set_place (mark, &iter);
}

/* Marks follow the text by themselves, unless undo put lines anew in the place of others. */
static void
keep_place (LdrEditor *self, LdrNoticeMark *mark, int number)
{
  GtkTextIter iter;

  ldr_notice_mark_get_place (mark, &iter);
  if (gtk_text_iter_get_line (&iter) != number
      || gtk_text_iter_get_line_offset (&iter) != ldr_notice_mark_get_start (mark))
    place_mark (self, mark, number);
}

static int
find_row (LdrEditor *self, int number, int offset, int *height)
{
  GtkTextIter iter;
  GdkRectangle place;
  int y;

  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (self->buffer), &iter, number, offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &place);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self->view), &iter, &y, NULL);
  *height = place.height;

  return place.y - y;
}

static gboolean
is_first (GArray *hits, guint i)
{
  for (guint j = 0; j < i; j++)
    if (g_array_index (hits, LdrNoticeHit, j).word == g_array_index (hits, LdrNoticeHit, i).word)
      return FALSE;

  return TRUE;
}

/* In a paragraph the same words are marked once, where they stand first; different ones in one row share a mark. */
static void
add_marks (LdrEditor *self, GPtrArray *marks, LdrLine *line, int number)
{
  LdrEditorNotices *notices = self->notices;
  LdrNoticeMark *mark = NULL;
  int last = 0;

  for (guint i = 0; i < line->hits->len; i++)
    {
      const LdrNoticeHit *hit = &g_array_index (line->hits, LdrNoticeHit, i);
      int height, top;

      if (!is_first (line->hits, i))
        continue;
      top = find_row (self, number, hit->start, &height);
      if (mark == NULL || top != last)
        {
          mark = LDR_NOTICE_MARK (ldr_notice_mark_new (line, hit->start, notices->leader));
          ldr_notice_mark_set_noted (mark, notices->noted);
          ldr_notice_mark_set_row (mark, top, height);
          place_mark (self, mark, number);
          g_signal_connect_swapped (mark, "clicked", G_CALLBACK (clicked_cb), self);
          gtk_widget_set_parent (GTK_WIDGET (mark), GTK_WIDGET (self));
          g_ptr_array_add (marks, mark);
          last = top;
        }
      ldr_notice_mark_add_word (mark, ldr_notice_get_word (notices->reader, hit->word));
    }
}

/* Takes over the marks of a line that did not change. */
static gboolean
keep_marks (LdrEditor *self, GPtrArray *marks, GHashTable *before, LdrLine *line, int number)
{
  g_autoptr (GPtrArray) kept = NULL;

  if (!g_hash_table_steal_extended (before, line, NULL, (gpointer *) &kept))
    return FALSE;
  for (guint i = 0; i < kept->len; i++)
    {
      keep_place (self, g_ptr_array_index (kept, i), number);
      g_ptr_array_add (marks, g_ptr_array_index (kept, i));
    }

  return TRUE;
}

/* Returns: (transfer full): from lines to arrays with the marks that they have now */
static GHashTable *
index_marks (GPtrArray *marks)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < marks->len; i++)
    {
      LdrLine *line = ldr_notice_mark_get_line (g_ptr_array_index (marks, i));
      GPtrArray *list = g_hash_table_lookup (index, line);

      if (list == NULL)
        g_hash_table_insert (index, line, list = g_ptr_array_new ());
      g_ptr_array_add (list, g_ptr_array_index (marks, i));
    }

  return index;
}

static void
drop_marks (GHashTable *index)
{
  GHashTableIter iter;
  GPtrArray *marks;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &marks))
    for (guint i = 0; i < marks->len; i++)
      gtk_widget_unparent (g_ptr_array_index (marks, i));
}

static gboolean
has_focus (LdrEditor *self)
{
  for (guint i = 0; i < self->notices->marks->len; i++)
    if (gtk_widget_is_focus (g_ptr_array_index (self->notices->marks, i)))
      return TRUE;

  return FALSE;
}

static void
show_marks (LdrEditor *self)
{
  LdrEditorNotices *notices = self->notices;
  g_autoptr (GHashTable) before = index_marks (notices->marks);
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  GPtrArray *lines = self->buffer->lines;
  gboolean focused = has_focus (self), stale = notices->stale;

  notices->stale = FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      LdrLine *line = g_ptr_array_index (lines, i);

      if (line->hits != NULL && (stale || !keep_marks (self, marks, before, line, (int) i)))
        add_marks (self, marks, line, (int) i);
    }
  drop_marks (before);
  g_ptr_array_unref (notices->marks);
  notices->marks = g_steal_pointer (&marks);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.next-notice", notices->marks->len > 0);
  if (focused && !has_focus (self))
    gtk_widget_grab_focus (self->view);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Says of each of the words only once that they were noticed, and of those that stood there already nothing. */
static void
tell (LdrEditor *self)
{
  LdrEditorNotices *notices = self->notices;

  for (guint i = 0; i < notices->marks->len; i++)
    {
      GPtrArray *words = ldr_notice_mark_get_words (g_ptr_array_index (notices->marks, i));
      gboolean fresh = FALSE;

      for (guint j = 0; j < words->len; j++)
        fresh = g_hash_table_add (notices->known, g_strdup (((LdrNoticeWord *) g_ptr_array_index (words, j))->phrase))
                || fresh;
      if (fresh && notices->loaded)
        {
          g_autofree char *text = ldr_notice_describe_words (words, notices->leader, notices->noted);

          g_signal_emit_by_name (self, "noticed", text);
        }
    }
  notices->loaded = TRUE;
}

static gboolean
read_cb (gpointer data)
{
  LdrEditor *self = data;

  self->notices->source = 0;
  ldr_rich_buffer_refresh (self->buffer);
  if (!read_lines (self))
    {
      self->notices->source = g_idle_add_full (G_PRIORITY_LOW, read_cb, self, NULL);
      return G_SOURCE_REMOVE;
    }
  show_marks (self);
  tell (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (LdrEditor *self, guint pause)
{
  LdrEditorNotices *notices = self->notices;

  g_clear_handle_id (&notices->source, g_source_remove);
  if (notices->reader == NULL || notices->gutter == 0)
    return;
  notices->source = pause > 0 ? g_timeout_add_full (G_PRIORITY_LOW, pause, read_cb, self, NULL)
                              : g_idle_add_full (G_PRIORITY_LOW, read_cb, self, NULL);
}

static void
edited_cb (LdrEditor *self)
{
  schedule (self, PAUSE_MS);
}

/**
 * ldr_editor_restart_notices:
 *
 * Takes all marks away at once, since another text is shown, and reads that.
 */
void
ldr_editor_restart_notices (LdrEditor *self)
{
  forget_marks (self->notices);
  g_hash_table_remove_all (self->notices->known);
  self->notices->loaded = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.next-notice", FALSE);
  schedule (self, 0);
}

/**
 * ldr_editor_set_notice:
 * @reader: (transfer full) (nullable): the words to mark, %NULL for none
 * @leader: (nullable): the leader that a coach writes about, %NULL if the leader writes
 *
 * Marks words in the margin, if it has one: see the property `gutter`.
 */
void
ldr_editor_set_notice (LdrEditor *self, LdrNotice *reader, const char *leader)
{
  static guint serial = 0;
  LdrEditorNotices *notices = self->notices;

  g_return_if_fail (LDR_IS_EDITOR (self));

  g_clear_pointer (&notices->reader, ldr_notice_free);
  if (reader != NULL && ldr_notice_is_empty (reader))
    g_clear_pointer (&reader, ldr_notice_free);
  notices->reader = reader;
  notices->serial = ++serial;
  g_set_str (&notices->leader, leader);
  forget_marks (notices);
  /* What was there before the words were asked for was not written just now. */
  notices->loaded = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.next-notice", FALSE);
  schedule (self, 0);
}

/**
 * ldr_editor_set_noted:
 * @noted: the pitfalls that the entry has
 *
 * Makes the marks of these still quieter.
 */
void
ldr_editor_set_noted (LdrEditor *self, LdrStyleSet noted)
{
  g_return_if_fail (LDR_IS_EDITOR (self));

  self->notices->noted = noted;
  for (guint i = 0; i < self->notices->marks->len; i++)
    ldr_notice_mark_set_noted (g_ptr_array_index (self->notices->marks, i), noted);
}

/**
 * ldr_editor_set_gutter:
 * @gutter: how wide the margin for marks is, at the side where lines begin, in pixels; 0 for none
 */
void
ldr_editor_set_gutter (LdrEditor *self, int gutter)
{
  if (self->notices->gutter == gutter)
    return;
  self->notices->gutter = gutter;
  schedule (self, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
ldr_editor_get_gutter (LdrEditor *self)
{
  return self->notices->gutter;
}

static int
get_offset (LdrNoticeMark *mark)
{
  GtkTextIter iter;

  ldr_notice_mark_get_place (mark, &iter);

  return gtk_text_iter_get_offset (&iter);
}

/* Goes to the mark after the one that has the focus, or after the cursor; after the last comes the first. */
static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrEditor *self = LDR_EDITOR (widget);
  GPtrArray *marks = self->notices->marks;
  GtkTextIter cursor;
  guint next;

  for (next = 0; next < marks->len; next++)
    if (gtk_widget_is_focus (g_ptr_array_index (marks, next)))
      break;
  if (next < marks->len)
    {
      next++;
    }
  else
    {
      ldr_editor_get_cursor_line (self, &cursor);
      for (next = 0; next < marks->len; next++)
        if (get_offset (g_ptr_array_index (marks, next)) >= gtk_text_iter_get_offset (&cursor))
          break;
    }
  if (marks->len == 0)
    return;
  widget = g_ptr_array_index (marks, next % marks->len);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_grab_focus (widget);
}

/* From a mark back to the text, to write on. */
static gboolean
key_pressed_cb (LdrEditor *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape || !has_focus (self))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->view);

  return GDK_EVENT_STOP;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  LdrEditor *self = LDR_EDITOR (widget);
  int gutter = self->notices->gutter;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (0, for_size - gutter);
  gtk_widget_measure (self->view, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += gutter;
      *natural += gutter;
    }
}

/* A mark stands in the middle of the height of its row. */
static void
allocate_mark (LdrEditor *self, LdrNoticeMark *mark, int x)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  int y, height, size, row = ldr_notice_mark_get_row (mark, &height);
  GtkAllocation place = { x, 0, self->notices->gutter, 0 };
  GtkTextIter iter;

  ldr_notice_mark_get_place (mark, &iter);
  gtk_text_view_get_line_yrange (view, &iter, &y, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, y + row, NULL, &place.y);
  gtk_widget_measure (GTK_WIDGET (mark), GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);
  place.width = MAX (size, place.width);
  gtk_widget_measure (GTK_WIDGET (mark), GTK_ORIENTATION_VERTICAL, place.width, &size, NULL, NULL, NULL);
  place.y += (height - size) / 2;
  place.height = size;
  gtk_widget_size_allocate (GTK_WIDGET (mark), &place, -1);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LdrEditor *self = LDR_EDITOR (widget);
  LdrEditorNotices *notices = self->notices;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint fonts = pango_context_get_serial (gtk_widget_get_pango_context (self->view));
  GtkAllocation place = { mirrored ? 0 : notices->gutter, 0, MAX (0, width - notices->gutter), height };

  gtk_widget_size_allocate (self->view, &place, baseline);
  for (guint i = 0; i < notices->marks->len; i++)
    allocate_mark (self, g_ptr_array_index (notices->marks, i), mirrored ? width - notices->gutter : 0);
  if (width == notices->width && fonts == notices->fonts)
    return;
  /* Words are in other rows now. */
  notices->width = width;
  notices->fonts = fonts;
  notices->stale = TRUE;
  schedule (self, 0);
}

/**
 * ldr_editor_install_notices:
 *
 * Gives the class its margin, and the action that goes from mark to mark.
 */
void
ldr_editor_install_notices (GtkWidgetClass *widget_class)
{
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  gtk_widget_class_install_action (widget_class, "editor.next-notice", NULL, next_cb);
}

/**
 * ldr_editor_add_notices:
 *
 * Begins to look at what is written.
 */
void
ldr_editor_add_notices (LdrEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->notices = g_new0 (LdrEditorNotices, 1);
  self->notices->marks = g_ptr_array_new ();
  self->notices->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.next-notice", FALSE);
  g_signal_connect_object (self->buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * ldr_editor_remove_notices:
 *
 * Stops looking, and takes all marks away.
 */
void
ldr_editor_remove_notices (LdrEditor *self)
{
  LdrEditorNotices *notices = g_steal_pointer (&self->notices);

  g_clear_handle_id (&notices->source, g_source_remove);
  forget_marks (notices);
  g_ptr_array_unref (notices->marks);
  g_hash_table_unref (notices->known);
  g_clear_pointer (&notices->reader, ldr_notice_free);
  g_free (notices->leader);
  g_free (notices);
}
