/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-workspace-private.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-toast.h"
#include "reflection/ldr-reflection-start.h"
#include "store/ldr-store-prompts.h"

/* The reflection over a place. One that is left is kept in hand until its last words are in the journal; if they do not
 * get there, it comes back to the screen. */

static void begin_next (LdrWorkspace *self);

static void
push (LdrWorkspace *self)
{
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (self->reflection);

  if (adw_navigation_view_get_visible_page (self->view) != page)
    adw_navigation_view_push (self->view, page);
}

static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWorkspace) self = user_data;
  LdrReflectionPage *page = LDR_REFLECTION_PAGE (source);
  gboolean safe = ldr_reflection_page_flush_finish (page, result, NULL);

  if (self->reflection != page)
    return;
  if (!safe)
    {
      g_clear_pointer (&self->next_reflection, ldr_reflection_unref);
      push (self);
      ldr_toast_say (GTK_WIDGET (self), _ ("This reflection stays open until it is saved."));
      return;
    }
  /* It was opened again meanwhile. */
  if (self->next_reflection == NULL && adw_navigation_view_get_visible_page (self->view) == ADW_NAVIGATION_PAGE (page))
    return;
  g_clear_object (&self->reflection);
  if (self->today != NULL)
    ldr_today_page_refresh (self->today);
  begin_next (self);
}

/* A page was taken off the screen, by whatever way. */
void
ldr_workspace_popped_cb (LdrWorkspace *self, AdwNavigationPage *page)
{
  if (page == ADW_NAVIGATION_PAGE (self->reflection))
    ldr_reflection_page_flush_async (self->reflection, NULL, left_cb, g_object_ref (self));
}

/* Takes a reflection off the screen; its draft stays. */
void
ldr_workspace_leave_reflection (LdrWorkspace *self)
{
  if (adw_navigation_view_get_visible_page (self->view) != self->places_page)
    adw_navigation_view_pop_to_page (self->view, self->places_page);
}

/* --- After the last question -----------------------------------------------------------------------------------------
 */

static void
open_entry_clicked_cb (GtkButton *button, LdrWorkspace *self)
{
  ldr_workspace_open_entry (self, g_object_get_data (G_OBJECT (button), "id"));
  adw_toast_dismiss (g_object_get_data (G_OBJECT (button), "toast"));
}

static gpointer
unfinish_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrReflection *reflection = data;

  return ldr_store_unfinish_reflection (store, reflection, error) ? g_strdup (reflection->id) : NULL;
}

static void
unfinished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (self->journal != LDR_JOURNAL (source))
    return;
  if (id == NULL)
    ldr_toast_say (GTK_WIDGET (self), error->message);
  else if (self->today != NULL)
    ldr_today_page_refresh (self->today);
}

static void
undo_cb (AdwToast *toast, LdrWorkspace *self)
{
  LdrReflection *reflection = g_object_get_data (G_OBJECT (toast), "reflection");

  if (self->journal != NULL)
    ldr_journal_run_async (self->journal, unfinish_func, ldr_reflection_ref (reflection),
                           (GDestroyNotify) ldr_reflection_unref, g_free, NULL, unfinished_cb, g_object_ref (self));
}

/* What the toast says, with a way to the entry beside its button for taking it back. */
static GtkWidget *
make_finished_title (LdrWorkspace *self, AdwToast *toast, const char *id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Kept in your journal"));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Open Entry"));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (button), "toast", toast);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_entry_clicked_cb), self, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
finished_cb (LdrWorkspace *self, LdrReflection *reflection)
{
  AdwToast *toast = adw_toast_new (_ ("Kept in your journal"));

  /* Where there is no room for it, the entry is at the top of what is recent. */
  if (!self->narrow)
    adw_toast_set_custom_title (toast, make_finished_title (self, toast, reflection->id));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "reflection", ldr_reflection_ref (reflection),
                          (GDestroyNotify) ldr_reflection_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_DEFAULT);
  ldr_workspace_leave_reflection (self);
  ldr_toast_show (GTK_WIDGET (self), toast);
}

static void
begin_next (LdrWorkspace *self)
{
  g_autoptr (LdrReflection) reflection = g_steal_pointer (&self->next_reflection);

  if (reflection == NULL || self->journal == NULL)
    return;
  self->reflection = g_object_ref_sink (LDR_REFLECTION_PAGE (ldr_reflection_page_new (self->journal, reflection)));
  g_signal_connect_object (self->reflection, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  push (self);
}

/**
 * ldr_workspace_reflect:
 * @self: a workspace
 * @reflection: a new reflection, or a draft
 *
 * Shows a reflection question by question, over the place that is on the screen. One that is on the screen already is
 * saved first.
 */
void
ldr_workspace_reflect (LdrWorkspace *self, LdrReflection *reflection)
{
  g_return_if_fail (LDR_IS_WORKSPACE (self));
  g_return_if_fail (reflection != NULL);

  ldr_workspace_leave_sidebar (self);
  g_clear_pointer (&self->next_reflection, ldr_reflection_unref);
  self->next_reflection = ldr_reflection_ref (reflection);
  if (self->reflection == NULL)
    begin_next (self);
  else if (adw_navigation_view_get_visible_page (self->view) == ADW_NAVIGATION_PAGE (self->reflection))
    ldr_workspace_leave_reflection (self);
}

/* --- A question by its id --------------------------------------------------------------------------------------------
 */

static gpointer
find_prompt_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrPrompt *prompt = NULL;

  if (ldr_store_find_prompt (store, data, &prompt, error) && prompt == NULL)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                         _ ("This question is not in the journal any more."));
  return prompt;
}

static void
prompt_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrPrompt) prompt = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);
  g_autoptr (LdrReflection) reflection = NULL;

  if (self->journal != LDR_JOURNAL (source))
    return;
  if (prompt == NULL)
    {
      ldr_toast_say (GTK_WIDGET (self), error->message);
      return;
    }
  reflection = ldr_reflection_begin_prompt (prompt, ldr_journal_get_info (self->journal));
  ldr_workspace_reflect (self, reflection);
}

/* Begins a reflection on one question, one of Leidraad's or one of the journal's own. */
void
ldr_workspace_ask (LdrWorkspace *self, const char *prompt)
{
  if (self->journal != NULL)
    ldr_journal_run_async (self->journal, find_prompt_func, g_strdup (prompt), g_free,
                           (GDestroyNotify) ldr_prompt_unref, NULL, prompt_found_cb, g_object_ref (self));
}
