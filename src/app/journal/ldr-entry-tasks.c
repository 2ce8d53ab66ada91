/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-pane-private.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-outside.h"
#include "ldr-copy-elsewhere.h"
#include "ldr-link-dialog.h"
#include "ldr-picture-copy.h"
#include "ldr-picture-dialog.h"
#include "ldr-versions-dialog.h"

/* What can be done with the entry on the screen, beyond writing. */

/* Opens a link of the text, if it leads to where a page or a letter can be. */
void
ldr_entry_pane_open_link (LdrEntryPane *self, const char *uri)
{
  static const char *const safe[] = { "http", "https", "mailto", "tel", NULL };
  g_autofree char *scheme = g_uri_parse_scheme (uri);
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (scheme == NULL || !g_strv_contains (safe, scheme))
    {
      ldr_entry_pane_say (self, _ ("Links to web pages and e-mail addresses can be opened."));
      return;
    }
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static void
their_entry_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrEntryPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) entry = ldr_journal_get_entry_finish (LDR_JOURNAL (source), result, &error);

  if (entry == NULL)
    ldr_entry_pane_say (self, error->message);
  else if (self->draft != NULL && g_str_equal (ldr_draft_get_entry (self->draft)->id, entry->id))
    ldr_entry_pane_show_entry (self, entry, NULL);
}

/* Shows what somebody else saved instead of the text on the screen. */
void
ldr_entry_pane_take_theirs (LdrEntryPane *self)
{
  if (self->draft != NULL)
    ldr_journal_get_entry_async (self->journal, ldr_draft_get_entry (self->draft)->id, NULL, their_entry_cb,
                                 g_object_ref (self));
}

static void
restore_version_cb (LdrEntryPane *self, LdrEntry *version)
{
  g_autoptr (LdrEntry) now = NULL;

  if (!ldr_entry_pane_is_editable (self) || !g_str_equal (ldr_draft_get_entry (self->draft)->id, version->id))
    return;
  now = ldr_entry_copy (ldr_draft_get_entry (self->draft));
  ldr_entry_title_replace_text (self->title, version->title);
  ldr_editor_set_text (self->editor, version->text);
  now->styles = version->styles;
  now->pitfalls = version->pitfalls;
  now->energy = version->energy;
  now->to_discuss = version->to_discuss;
  now->happened = version->happened;
  now->day = version->day;
  ldr_entry_set_tags (now, (const char *const *) version->tags);
  ldr_entry_meta_set_entry (self->meta, now);
  ldr_entry_notices_pitfalls_changed (self->notices);
  ldr_entry_pane_touch (self);
  ldr_draft_save_now (self->draft);
}

/**
 * ldr_entry_pane_insert_picture:
 * @self: an entry pane
 *
 * Lets the user choose a picture for the text.
 */
void
ldr_entry_pane_insert_picture (LdrEntryPane *self)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (ldr_entry_pane_is_editable (self))
    ldr_entry_pictures_choose (self->pictures);
}

/**
 * ldr_entry_pane_edit_link:
 * @self: an entry pane
 *
 * Lets the user enter or change a link at the cursor.
 */
void
ldr_entry_pane_edit_link (LdrEntryPane *self)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (!ldr_entry_pane_is_editable (self))
    return;
  g_set_weak_pointer (&self->dialog, ldr_link_dialog_new (self->editor));
  adw_dialog_present (self->dialog, GTK_WIDGET (self));
}

/**
 * ldr_entry_pane_show_versions:
 * @self: an entry pane
 *
 * Shows the earlier versions of the entry and offers to restore one. What is on the screen is what they are compared
 * with.
 */
void
ldr_entry_pane_show_versions (LdrEntryPane *self)
{
  g_autoptr (LdrEntry) now = NULL;
  AdwDialog *dialog;

  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (self->draft == NULL)
    return;
  now = ldr_entry_pane_collect (self);
  /* Going back is to lay aside all that stands here. */
  if (ldr_entry_pane_is_editable (self))
    ldr_draft_save_now (self->draft);
  dialog = ldr_versions_dialog_new (self->journal, now, ldr_entry_pane_is_editable (self));
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_version_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->dialog, dialog);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * ldr_entry_pane_toggle_discuss:
 * @self: an entry pane
 *
 * Marks the entry to be discussed, or takes the mark away.
 */
void
ldr_entry_pane_toggle_discuss (LdrEntryPane *self)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (ldr_entry_pane_is_editable (self))
    ldr_entry_meta_set_to_discuss (self->meta, !ldr_entry_meta_get_to_discuss (self->meta));
}

/* Asks what is to be seen on the picture at the cursor. */
void
ldr_entry_pane_describe_picture (LdrEntryPane *self, const char *description)
{
  if (!ldr_entry_pane_is_editable (self))
    return;
  g_set_weak_pointer (&self->dialog, ldr_picture_dialog_new (self->editor, description));
  adw_dialog_present (self->dialog, GTK_WIDGET (self));
}

static void
tell_copied (LdrEntryPane *self, gboolean copied, const GError *error)
{
  if (copied)
    ldr_entry_pane_say (self, _ ("A copy was saved. It is not encrypted."));
  else if (!ldr_outside_was_called_off (error))
    ldr_entry_pane_say (self, error->message);
}

static void
picture_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrEntryPane) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean copied = ldr_picture_copy_finish (result, &error);

  tell_copied (self, copied, error);
}

/* Saves a picture of the text as a file of its own. */
void
ldr_entry_pane_save_picture (LdrEntryPane *self, const char *id, const char *description)
{
  if (self->journal != NULL)
    ldr_picture_copy_async (self->journal, id, description, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            picture_copied_cb, g_object_ref (self));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrEntryPane) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean copied = ldr_copy_elsewhere_finish (result, &error);

  tell_copied (self, copied, error);
}

/**
 * ldr_entry_pane_save_copy:
 * @self: an entry pane
 *
 * Lets the user save what is on the screen as a file of its own.
 */
void
ldr_entry_pane_save_copy (LdrEntryPane *self)
{
  g_autoptr (LdrEntry) entry = NULL;

  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (self->draft == NULL)
    return;
  entry = ldr_entry_pane_collect (self);
  ldr_copy_elsewhere_async (entry, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), copied_cb,
                            g_object_ref (self));
}
