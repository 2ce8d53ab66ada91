/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-notice-mark.h"

#include <glib/gi18n.h>
#include "content/ldr-style-text.h"

/**
 * LdrNoticeMark:
 *
 * A quiet sign in the margin beside a row of text with words that the leader asked to notice: the symbol of the style
 * whose pitfall they give away. The key Tab passes it by; the shortcut for it makes it take the focus until it leaves.
 */
struct _LdrNoticeMark
{
  GtkButton parent_instance;

  LdrLine *line;
  int start;
  char *leader;
  GPtrArray *words;
  LdrStyleSet noted;
  GtkTextMark *place;
  int row_top;
  int row_height;
  const char *style_class;
};

G_DEFINE_FINAL_TYPE (LdrNoticeMark, ldr_notice_mark, GTK_TYPE_BUTTON)

/**
 * ldr_notice_describe_title:
 * @leader: (nullable): the leader that a coach writes about, %NULL if the leader writes
 *
 * Returns: (transfer full): why there is a mark
 */
char *
ldr_notice_describe_title (const char *leader)
{
  if (leader == NULL)
    return g_strdup (_ ("You asked me to notice this"));

  /* Translators: %s is the name of the leader that a coach writes about */
  return g_strdup_printf (_ ("You asked me to notice this about %s"), leader);
}

/**
 * ldr_notice_describe_words:
 * @words: (element-type LdrNoticeWord): words that were found together, at least one
 * @leader: (nullable): the leader that a coach writes about, %NULL if the leader writes
 * @noted: the pitfalls that the entry has
 *
 * Returns: (transfer full): all that a mark has to say, in one line for a screen reader
 */
char *
ldr_notice_describe_words (GPtrArray *words, const char *leader, LdrStyleSet noted)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *title = ldr_notice_describe_title (leader);
  gboolean all_noted = TRUE;

  for (guint i = 0; i < words->len; i++)
    {
      const LdrNoticeWord *word = g_ptr_array_index (words, i);
      /* Translators: words that a leader asked to notice, and the name of the pitfall that they give away */
      g_autofree char *one
          = g_strdup_printf (_ ("“%s” (%s)"), word->phrase, ldr_style_get_pitfall_name (word->pitfall));

      g_string_append_printf (found, "%s%s", i > 0 ? ", " : "", one);
      all_noted = all_noted && (noted & LDR_STYLE_BIT (word->pitfall)) != 0;
    }

  if (all_noted)
    /* Translators: why there is a mark, and the words that it is about */
    return g_strdup_printf (_ ("%s: %s. Noted in this entry."), title, found->str);

  /* Translators: why there is a mark, and the words that it is about */
  return g_strdup_printf (_ ("%s: %s"), title, found->str);
}

/* The first pitfall that is not noted yet decides how a mark looks; without one it is still quieter. */
static const LdrNoticeWord *
find_shown (GPtrArray *words, LdrStyleSet noted, gboolean *all_noted)
{
  *all_noted = FALSE;
  for (guint i = 0; i < words->len; i++)
    {
      const LdrNoticeWord *word = g_ptr_array_index (words, i);

      if ((noted & LDR_STYLE_BIT (word->pitfall)) == 0)
        return word;
    }
  *all_noted = TRUE;
  return g_ptr_array_index (words, 0);
}

static const char *
get_style_class (const LdrNoticeWord *word)
{
  g_autofree char *style_class = g_strconcat ("style-", ldr_style_to_id (word->pitfall), NULL);

  return g_intern_string (style_class);
}

static void
tell (GtkWidget *widget, const char *label)
{
  gtk_widget_set_tooltip_text (widget, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show (LdrNoticeMark *self)
{
  g_autofree char *label = ldr_notice_describe_words (self->words, self->leader, self->noted);
  gboolean noted;
  const LdrNoticeWord *shown = find_shown (self->words, self->noted, &noted);

  if (self->style_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style_class);
  self->style_class = get_style_class (shown);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->style_class);
  if (noted)
    gtk_widget_add_css_class (GTK_WIDGET (self), "noted");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "noted");
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_button_get_child (GTK_BUTTON (self))),
                                ldr_style_get_icon_name (shown->pitfall));
  tell (GTK_WIDGET (self), label);
}

/**
 * ldr_notice_hint_new:
 * @words: (element-type LdrNoticeWord): words that were found together, at least one
 * @leader: (nullable): the leader that a coach writes about, %NULL if the leader writes
 * @noted: the pitfalls that the entry had
 *
 * Returns: (transfer floating): what looks like a mark and says the same, where nothing can be done with it
 */
GtkWidget *
ldr_notice_hint_new (GPtrArray *words, const char *leader, LdrStyleSet noted)
{
  g_autofree char *label = ldr_notice_describe_words (words, leader, noted);
  gboolean all_noted;
  const LdrNoticeWord *shown = find_shown (words, noted, &all_noted);
  const char *const classes[] = { "notice-mark", get_style_class (shown), all_noted ? "noted" : NULL, NULL };
  GtkWidget *hint = gtk_image_new_from_icon_name (ldr_style_get_icon_name (shown->pitfall));

  gtk_widget_set_css_classes (hint, (const char **) classes);
  tell (hint, label);
  return hint;
}

static void
left_cb (LdrNoticeMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
forget_place (LdrNoticeMark *self)
{
  if (self->place != NULL && !gtk_text_mark_get_deleted (self->place))
    gtk_text_buffer_delete_mark (gtk_text_mark_get_buffer (self->place), self->place);
  g_clear_object (&self->place);
}

static void
ldr_notice_mark_dispose (GObject *object)
{
  forget_place (LDR_NOTICE_MARK (object));

  G_OBJECT_CLASS (ldr_notice_mark_parent_class)->dispose (object);
}

static void
ldr_notice_mark_finalize (GObject *object)
{
  LdrNoticeMark *self = LDR_NOTICE_MARK (object);

  ldr_line_unref (self->line);
  g_free (self->leader);
  g_ptr_array_unref (self->words);

  G_OBJECT_CLASS (ldr_notice_mark_parent_class)->finalize (object);
}

static void
ldr_notice_mark_class_init (LdrNoticeMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_notice_mark_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_notice_mark_finalize;
}

static void
ldr_notice_mark_init (LdrNoticeMark *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_notice_word_free);
  gtk_button_set_child (GTK_BUTTON (self), gtk_image_new ());
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "notice-mark");
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * ldr_notice_mark_new:
 * @line: the paragraph with the words
 * @start: where the first of them begin in it, in characters
 * @leader: (nullable): the leader that a coach writes about, %NULL if the leader writes
 *
 * Returns: (transfer floating): a mark; give it words
 */
GtkWidget *
ldr_notice_mark_new (LdrLine *line, int start, const char *leader)
{
  LdrNoticeMark *self = g_object_new (LDR_TYPE_NOTICE_MARK, NULL);

  self->line = ldr_line_ref (line);
  self->start = start;
  self->leader = g_strdup (leader);

  return GTK_WIDGET (self);
}

/**
 * ldr_notice_mark_get_line:
 *
 * Returns: (transfer none): the paragraph with the words
 */
LdrLine *
ldr_notice_mark_get_line (LdrNoticeMark *self)
{
  return self->line;
}

/**
 * ldr_notice_mark_get_start:
 *
 * Returns: where the words begin in their paragraph, in characters
 */
int
ldr_notice_mark_get_start (LdrNoticeMark *self)
{
  return self->start;
}

/**
 * ldr_notice_mark_add_word:
 * @word: words that stand in its row
 *
 * Adds words; the same again changes nothing.
 */
void
ldr_notice_mark_add_word (LdrNoticeMark *self, const LdrNoticeWord *word)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const LdrNoticeWord *other = g_ptr_array_index (self->words, i);

      if (other->pitfall == word->pitfall && g_str_equal (other->phrase, word->phrase))
        return;
    }
  g_ptr_array_add (self->words, ldr_notice_word_new (word->pitfall, word->phrase));
  show (self);
}

/**
 * ldr_notice_mark_get_words:
 *
 * Returns: (transfer none) (element-type LdrNoticeWord): the words in its row
 */
GPtrArray *
ldr_notice_mark_get_words (LdrNoticeMark *self)
{
  return self->words;
}

/**
 * ldr_notice_mark_set_noted:
 * @noted: the pitfalls that the entry has
 *
 * Makes the mark still quieter when all of its pitfalls are noted.
 */
void
ldr_notice_mark_set_noted (LdrNoticeMark *self, LdrStyleSet noted)
{
  if (self->noted == noted)
    return;
  self->noted = noted;
  if (self->words->len > 0)
    show (self);
}

/**
 * ldr_notice_mark_set_row:
 * @top: where its row begins below the top of the paragraph, in pixels
 * @height: how high the row is, in pixels
 */
void
ldr_notice_mark_set_row (LdrNoticeMark *self, int top, int height)
{
  self->row_top = top;
  self->row_height = height;
}

/**
 * ldr_notice_mark_get_row:
 * @height: (out): how high its row is, in pixels
 *
 * Returns: where the row begins below the top of the paragraph, in pixels
 */
int
ldr_notice_mark_get_row (LdrNoticeMark *self, int *height)
{
  *height = self->row_height;
  return self->row_top;
}

/**
 * ldr_notice_mark_set_place:
 * @place: where the words are; the mark follows them when the text before them changes
 */
void
ldr_notice_mark_set_place (LdrNoticeMark *self, const GtkTextIter *place)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (place);

  if (self->place == NULL)
    self->place = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, place, FALSE));
  else
    gtk_text_buffer_move_mark (buffer, self->place, place);
}

/**
 * ldr_notice_mark_get_place:
 * @place: (out): where the words are
 */
void
ldr_notice_mark_get_place (LdrNoticeMark *self, GtkTextIter *place)
{
  gtk_text_buffer_get_iter_at_mark (gtk_text_mark_get_buffer (self->place), place, self->place);
}
