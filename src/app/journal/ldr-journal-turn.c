/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include "ldr-journal-page-private.h"

/* From one entry to the next. Before another one is shown, the one on the screen is saved; while it cannot be saved, it
 * stays. */

/* Puts the focus where writing goes on, if the entry was opened for that. */
void
ldr_journal_page_focus_entry (LdrJournalPage *self)
{
  LdrEntry *entry = ldr_journal_page_get_entry (self);

  if (!self->writing || entry == NULL)
    return;
  if (entry->revision == 0)
    ldr_entry_pane_focus_title (self->entry_pane);
  else
    ldr_entry_pane_focus_text (self->entry_pane);
}

static void
go_to_entry (LdrJournalPage *self, LdrOpenHow how)
{
  self->writing = how == LDR_OPEN_WRITE;
  if (how != LDR_OPEN_PEEK)
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  ldr_journal_page_focus_entry (self);
}

/* Shows an entry, whatever was there before. */
void
ldr_journal_page_show_entry (LdrJournalPage *self, LdrEntry *entry, LdrOpenHow how)
{
  LdrQuery *query = ldr_list_pane_get_query (self->list_pane);
  g_auto (GStrv) highlights = ldr_query_highlights (query);

  ldr_entry_pane_show_entry (self->entry_pane, entry, highlights[0] != NULL ? (const char *const *) highlights : NULL);
  adw_navigation_page_set_title (self->entry_page, entry->title[0] != '\0' ? entry->title : _ ("Entry"));
  ldr_journal_page_update_actions (self);
  go_to_entry (self, how);
}

static void
entry_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrJournalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) entry = ldr_journal_get_entry_finish (LDR_JOURNAL (source), result, &error);
  g_autofree char *id = NULL;

  self->leaving = FALSE;
  if (self->journal != LDR_JOURNAL (source))
    return;
  if (entry == NULL)
    {
      g_clear_pointer (&self->wanted_id, g_free);
      if (!g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND))
        ldr_journal_page_say (self, error->message);
      return;
    }
  /* Another one may have been asked for while this one was on its way. */
  if (self->wanted_entry != NULL || (self->wanted_id != NULL && !g_str_equal (self->wanted_id, entry->id)))
    {
      ldr_journal_page_proceed (self);
      return;
    }
  if (self->wanted_id == NULL)
    return;
  g_clear_pointer (&self->wanted_id, g_free);
  ldr_journal_page_show_entry (self, entry, self->wanted_how);
}

static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrJournalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  LdrEntry *entry;

  self->leaving = FALSE;
  if (ldr_draft_flush_finish (LDR_DRAFT (source), result, &error))
    {
      ldr_journal_page_proceed (self);
      return;
    }
  g_clear_pointer (&self->wanted_id, g_free);
  g_clear_pointer (&self->wanted_entry, ldr_entry_unref);
  entry = ldr_journal_page_get_entry (self);
  if (entry != NULL)
    {
      ldr_list_pane_select (self->list_pane, entry->id);
      ldr_journal_page_say (self, _ ("This entry stays open until it is saved."));
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
    }
}

/* Goes on towards the entry that is wanted, one step at a time: first the text on the screen is made safe. */
void
ldr_journal_page_proceed (LdrJournalPage *self)
{
  LdrDraft *draft = ldr_entry_pane_get_draft (self->entry_pane);

  if (self->journal == NULL || self->leaving || (self->wanted_id == NULL && self->wanted_entry == NULL))
    return;

  if (draft != NULL && !ldr_draft_is_clean (draft))
    {
      self->leaving = TRUE;
      ldr_draft_flush_async (draft, NULL, left_cb, g_object_ref (self));
    }
  else if (self->wanted_entry != NULL)
    {
      g_autoptr (LdrEntry) entry = g_steal_pointer (&self->wanted_entry);

      ldr_journal_page_show_entry (self, entry, self->wanted_how);
    }
  else
    {
      self->leaving = TRUE;
      ldr_journal_get_entry_async (self->journal, self->wanted_id, NULL, entry_read_cb, g_object_ref (self));
    }
}

/* Opens an entry as soon as the one on the screen is safe. */
void
ldr_journal_page_want (LdrJournalPage *self, const char *id, LdrOpenHow how)
{
  LdrEntry *entry = ldr_journal_page_get_entry (self);

  g_clear_pointer (&self->wanted_entry, ldr_entry_unref);
  if (entry != NULL && g_str_equal (entry->id, id))
    {
      g_clear_pointer (&self->wanted_id, g_free);
      go_to_entry (self, how);
      return;
    }
  if (g_strcmp0 (self->wanted_id, id) != 0 || how > self->wanted_how)
    self->wanted_how = how;
  g_set_str (&self->wanted_id, id);
  ldr_journal_page_proceed (self);
}
