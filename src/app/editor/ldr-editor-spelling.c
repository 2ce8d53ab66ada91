/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-editor-private.h"

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
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view),
                                spelling_text_buffer_adapter_get_menu_model (self->spelling));
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
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), NULL);
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
