/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-editor-private.h"

/* Dictionaries count characters among those of a word that end a sentence or a quotation far more often: the Dutch one
 * a full stop and an apostrophe, which is a closing quotation mark too. */
static gboolean
is_edge (gunichar character)
{
  return g_unichar_ispunct (character) || g_unichar_isspace (character);
}

static gboolean
trim (GtkTextIter *start, GtkTextIter *end)
{
  gboolean trimmed = FALSE;

  for (; gtk_text_iter_compare (start, end) < 0 && is_edge (gtk_text_iter_get_char (start)); trimmed = TRUE)
    gtk_text_iter_forward_char (start);
  while (gtk_text_iter_compare (start, end) < 0)
    {
      GtkTextIter last = *end;

      gtk_text_iter_backward_char (&last);
      if (!is_edge (gtk_text_iter_get_char (&last)))
        break;
      *end = last;
      trimmed = TRUE;
    }

  return trimmed;
}

/* What is marked as misspelt is looked at again without what stands at its edges. */
static void
apply_tag_cb (LdrEditor *self, GtkTextTag *tag, const GtkTextIter *start, const GtkTextIter *end, GtkTextBuffer *buffer)
{
  GtkTextIter from = *start, to = *end;
  g_autofree char *word = NULL;

  if (self->spelling == NULL || tag != spelling_text_buffer_adapter_get_tag (self->spelling) || !trim (&from, &to))
    return;
  g_signal_stop_emission_by_name (buffer, "apply-tag");
  word = gtk_text_iter_get_slice (&from, &to);
  if (word[0] != '\0' && !spelling_checker_check_word (self->checker, word, -1))
    gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
}

/**
 * ldr_editor_add_spelling:
 *
 * Watches what is marked as misspelt.
 */
void
ldr_editor_add_spelling (LdrEditor *self)
{
  g_signal_connect_object (self->buffer, "apply-tag", G_CALLBACK (apply_tag_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_editor_start_spelling:
 *
 * Checks the text that was put into the buffer, and what is typed from now on, if spelling is to be checked.
 */
void
ldr_editor_start_spelling (LdrEditor *self)
{
  if (!self->check_spelling || self->spelling != NULL)
    return;
  self->spelling = spelling_text_buffer_adapter_new (GTK_SOURCE_BUFFER (self->buffer), self->checker);
  gtk_widget_insert_action_group (self->view, "spelling", G_ACTION_GROUP (self->spelling));
  spelling_text_buffer_adapter_set_enabled (self->spelling, TRUE);
  spelling_text_buffer_adapter_invalidate_all (self->spelling);
}

/**
 * ldr_editor_stop_spelling:
 *
 * Lets go of the text, before another one is put into the buffer: what checks spelling loses count when all of the
 * text is replaced at once, and then checks no word of it.
 */
void
ldr_editor_stop_spelling (LdrEditor *self)
{
  if (self->spelling == NULL)
    return;
  g_menu_remove_all (self->menu);
  gtk_widget_insert_action_group (self->view, "spelling", NULL);
  spelling_text_buffer_adapter_set_enabled (self->spelling, FALSE);
  /* A timer of its own may keep it: it has to let go of the text now. */
  g_object_run_dispose (G_OBJECT (self->spelling));
  g_clear_object (&self->spelling);
}

/**
 * ldr_editor_set_spelling:
 * @enabled: whether spelling is checked
 * @language: (nullable): in what language, or empty or %NULL for the user's
 *
 * Checks spelling while typing, if there is a dictionary.
 */
void
ldr_editor_set_spelling (LdrEditor *self, gboolean enabled, const char *language)
{
  SpellingProvider *provider = spelling_provider_get_default ();

  g_return_if_fail (LDR_IS_EDITOR (self));

  ldr_editor_stop_spelling (self);
  self->check_spelling = enabled;
  if (!enabled)
    return;
  if (self->checker == NULL)
    self->checker = spelling_checker_new (provider, NULL);
  if (language == NULL || language[0] == '\0')
    language = spelling_provider_get_default_code (provider);
  if (language != NULL && spelling_provider_supports_language (provider, language))
    spelling_checker_set_language (self->checker, language);
  ldr_editor_start_spelling (self);
}
