/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include "ldr-journal-page-private.h"

/* The actions of the journal page, all in the group `journal`: what menus, buttons and keys do to the entry on the
 * screen. */

static void
set_enabled (LdrJournalPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Enables what makes sense for the entry on the screen. */
void
ldr_journal_page_update_actions (LdrJournalPage *self)
{
  LdrEntry *entry = ldr_journal_page_get_entry (self);
  gboolean alive = entry != NULL && entry->deleted == 0;
  gboolean dead = entry != NULL && entry->deleted != 0;
  gboolean can_undo;

  g_object_get (self->deleter, "can-undo", &can_undo, NULL);
  set_enabled (self, "open", entry != NULL);
  set_enabled (self, "trash", alive);
  set_enabled (self, "restore", dead);
  set_enabled (self, "delete", dead);
  set_enabled (self, "to-discuss", alive);
  set_enabled (self, "picture", alive);
  set_enabled (self, "link", alive);
  set_enabled (self, "versions", entry != NULL);
  set_enabled (self, "undo-delete", can_undo);
}

/* Shows no entry. */
void
ldr_journal_page_leave_entry (LdrJournalPage *self)
{
  ldr_entry_pane_clear (self->entry_pane);
  g_object_set (self, "focus-mode", FALSE, NULL);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  ldr_journal_page_update_actions (self);
}

static void
trash_after_save_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrJournalPage) self = user_data;
  LdrEntry *entry = ldr_draft_get_entry (LDR_DRAFT (source));

  /* Whether or not the last words could be saved, the entry is to go; the text it was saved with goes with it. */
  ldr_draft_flush_finish (LDR_DRAFT (source), result, NULL);
  if (self->journal == NULL || ldr_entry_pane_get_draft (self->entry_pane) != LDR_DRAFT (source))
    return;
  if (entry->revision > 0)
    {
      if (!self->collapsed)
        ldr_list_pane_select_next (self->list_pane, entry->id);
      ldr_deleter_trash (self->deleter, entry->id, entry->title);
    }
  ldr_journal_page_leave_entry (self);
}

static void
trash_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrJournalPage *self = data;
  LdrDraft *draft = ldr_entry_pane_get_draft (self->entry_pane);

  if (draft != NULL)
    ldr_draft_flush_async (draft, NULL, trash_after_save_cb, g_object_ref (self));
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrJournalPage *self = data;
  LdrEntry *entry = ldr_journal_page_get_entry (self);

  if (entry == NULL)
    return;
  if (!self->collapsed)
    ldr_list_pane_select_next (self->list_pane, entry->id);
  ldr_deleter_restore (self->deleter, entry->id);
  ldr_journal_page_leave_entry (self);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrJournalPage *self = data;
  LdrEntry *entry = ldr_journal_page_get_entry (self);

  if (entry != NULL)
    ldr_deleter_delete (self->deleter, entry->id, entry->title, GTK_WIDGET (self));
}

static void
empty_trash_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrJournalPage *self = data;

  ldr_deleter_empty_trash (self->deleter, GTK_WIDGET (self));
}

static void
undo_delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ldr_deleter_undo (LDR_JOURNAL_PAGE (data)->deleter);
}

/* An entry came back from the trash: outside of it, it is shown. */
void
ldr_journal_page_restored_cb (LdrJournalPage *self, const char *id)
{
  if (ldr_list_pane_get_scope (self->list_pane) != LDR_JOURNAL_SCOPE_TRASH)
    ldr_journal_page_open_entry (self, id);
  ldr_journal_page_say (self, _ ("Entry restored"));
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrJournalPage *self = data;
  LdrEntry *entry = ldr_journal_page_get_entry (self);

  if (entry != NULL)
    ldr_journal_page_want (self, entry->id, LDR_OPEN_WRITE);
}

static void
discuss_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ldr_entry_pane_toggle_discuss (LDR_JOURNAL_PAGE (data)->entry_pane);
}

static void
picture_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ldr_entry_pane_insert_picture (LDR_JOURNAL_PAGE (data)->entry_pane);
}

static void
link_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ldr_entry_pane_edit_link (LDR_JOURNAL_PAGE (data)->entry_pane);
}

static void
versions_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ldr_entry_pane_show_versions (LDR_JOURNAL_PAGE (data)->entry_pane);
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ldr_entry_pane_save_copy (LDR_JOURNAL_PAGE (data)->entry_pane);
}

/* Adds the group of actions `journal` to the page. */
void
ldr_journal_page_add_actions (LdrJournalPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_cb },
    { .name = "trash", .activate = trash_cb },
    { .name = "restore", .activate = restore_cb },
    { .name = "delete", .activate = delete_cb },
    { .name = "empty-trash", .activate = empty_trash_cb },
    { .name = "undo-delete", .activate = undo_delete_cb },
    { .name = "to-discuss", .activate = discuss_cb },
    { .name = "picture", .activate = picture_cb },
    { .name = "link", .activate = link_cb },
    { .name = "versions", .activate = versions_cb },
    { .name = "save-copy", .activate = save_copy_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "journal", G_ACTION_GROUP (self->actions));
}
