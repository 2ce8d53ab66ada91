/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-unlock-page.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "ldr-admission.h"
#include "ldr-demo-journal.h"
#include "ldr-keyring.h"
#include "ldr-passphrase-form.h"
#include "ldr-trouble.h"

struct _LdrUnlockPage
{
  AdwBin parent_instance;

  GtkWidget *menu_button;
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkLabel *hint_label;
  GtkStack *stack;
  AdwPasswordEntryRow *passphrase_row;
  GtkWidget *caps_label;
  GtkTextView *sheet_view;
  GtkLabel *error_label;
  GtkWidget *open_button;
  GtkStack *button_stack;
  GtkWidget *login_button;
  GtkButton *other_button;
  GtkWidget *save_button;
  GtkWidget *backups_button;

  LdrShelfItem *item;
  LdrJournal *held;
  GCancellable *cancellable;
  gboolean busy;
  gboolean waiting;
  gboolean by_sheet;
  gboolean by_login;
};

static guint opened_signal;
static guint admitted_signal;

G_DEFINE_FINAL_TYPE (LdrUnlockPage, ldr_unlock_page, ADW_TYPE_BIN)

static gboolean
shows_sheet (LdrUnlockPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "sheet") == 0;
}

static char *
get_sheet (LdrUnlockPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->sheet_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
update (LdrUnlockPage *self)
{
  g_autofree char *sheet = get_sheet (self);
  gboolean idle = !self->busy && !self->waiting;
  gboolean filled
      = shows_sheet (self) ? *sheet != '\0' : *gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)) != '\0';

  gtk_widget_set_sensitive (self->open_button, (idle && filled) || self->busy);
  gtk_stack_set_visible_child_name (self->button_stack, self->busy ? "busy" : "label");
  /* Read-only instead of insensitive, so that the field keeps the focus. */
  gtk_editable_set_editable (GTK_EDITABLE (self->passphrase_row), !self->busy);
  gtk_text_view_set_editable (self->sheet_view, !self->busy);
  gtk_widget_set_sensitive (self->login_button, idle);
  gtk_widget_set_sensitive (GTK_WIDGET (self->other_button), idle);
  gtk_widget_set_visible (self->save_button, self->held != NULL && idle);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, self->busy || self->waiting, -1);
}

static void
show_error (LdrUnlockPage *self, const char *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), text != NULL);
  if (text == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->passphrase_row), "error");
      return;
    }
  if (!shows_sheet (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->passphrase_row), "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
forget (LdrUnlockPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->sheet_view), "", 0);
}

static void
changed_cb (LdrUnlockPage *self)
{
  show_error (self, NULL);
  update (self);
}

static void
focus_field (LdrUnlockPage *self)
{
  if (shows_sheet (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->sheet_view));
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
  gtk_editable_select_region (GTK_EDITABLE (self->passphrase_row), 0, -1);
}

/* Why it did not open. A key that does not fit is told by what the user knows it as. */
static char *
explain (LdrUnlockPage *self, const GError *error)
{
  gboolean other_key = g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_PASSPHRASE);

  if (other_key && self->by_login)
    return g_strdup (_ ("The key in your login keyring does not fit this journal. The passphrase still works."));
  if (other_key && self->by_sheet)
    return g_strdup (_ ("Those letters do not fit this journal. Compare them with the sheet, or use the passphrase."));
  return ldr_trouble_body (LDR_OCCASION_OPEN, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrUnlockPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrJournal) journal = NULL;
  g_autofree char *body = NULL;
  gboolean was_held = g_async_result_is_tagged (result, ldr_admission_ask_async);

  journal = was_held ? ldr_admission_ask_finish (result, &error) : ldr_journal_open_finish (result, &error);
  /* Whoever gave it up, gave it up for something else that may be under way by now. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->busy = FALSE;
  update (self);
  if (journal != NULL)
    {
      forget (self);
      if (was_held)
        g_signal_emit (self, admitted_signal, 0);
      else
        g_signal_emit (self, opened_signal, 0, journal, self->by_sheet);
      return;
    }

  body = explain (self, error);
  show_error (self, body);
  gtk_widget_set_visible (self->backups_button,
                          g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED)
                              || g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_A_JOURNAL)
                              || g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND));
  focus_field (self);
}

static void
start (LdrUnlockPage *self)
{
  self->busy = TRUE;
  show_error (self, NULL);
  update (self);
}

static void
open_by_passphrase (LdrUnlockPage *self, const char *passphrase)
{
  if (self->held != NULL)
    ldr_admission_ask_async (self->held, passphrase, self->cancellable, opened_cb, g_object_ref (self));
  else
    ldr_journal_open_async (ldr_shelf_item_get_path (self->item), passphrase, self->cancellable, opened_cb,
                            g_object_ref (self));
}

static void
open_by_sheet (LdrUnlockPage *self, const char *sheet)
{
  if (self->held != NULL)
    ldr_admission_ask_with_recovery_async (self->held, sheet, self->cancellable, opened_cb, g_object_ref (self));
  else
    ldr_journal_open_with_recovery_async (ldr_shelf_item_get_path (self->item), sheet, self->cancellable, opened_cb,
                                          g_object_ref (self));
}

static void
open_cb (LdrUnlockPage *self)
{
  if (self->busy || self->waiting || self->item == NULL || !gtk_widget_get_sensitive (self->open_button))
    return;

  start (self);
  self->by_sheet = shows_sheet (self);
  self->by_login = FALSE;
  if (self->by_sheet)
    {
      g_autofree char *sheet = get_sheet (self);

      open_by_sheet (self, sheet);
    }
  else
    {
      open_by_passphrase (self, gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)));
    }
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrUnlockPage) self = user_data;
  g_autoptr (GError) error = NULL;
  char *sheet = ldr_keyring_lookup_finish (result, &error);

  if (sheet != NULL && self->item != NULL)
    {
      open_by_sheet (self, sheet);
      secret_password_free (sheet);
      return;
    }
  secret_password_free (sheet);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->busy = FALSE;
  update (self);
  show_error (self, _ ("Your login keyring did not give the key. The passphrase still works."));
  focus_field (self);
}

static void
login_cb (LdrUnlockPage *self)
{
  if (self->busy || self->waiting || self->item == NULL)
    return;

  start (self);
  self->by_sheet = FALSE;
  self->by_login = TRUE;
  ldr_keyring_lookup_async (ldr_shelf_item_get_id (self->item), self->cancellable, looked_up_cb, g_object_ref (self));
}

static void
show_way (LdrUnlockPage *self, gboolean sheet)
{
  gtk_stack_set_visible_child_name (self->stack, sheet ? "sheet" : "passphrase");
  gtk_button_set_label (self->other_button,
                        sheet ? _ ("Use the _Passphrase Instead") : _ ("Use the _Recovery Sheet Instead"));
  show_error (self, NULL);
  update (self);
}

static void
other_cb (LdrUnlockPage *self)
{
  show_way (self, !shows_sheet (self));
  focus_field (self);
}

static gboolean
ldr_unlock_page_grab_focus (GtkWidget *widget)
{
  focus_field (LDR_UNLOCK_PAGE (widget));
  return TRUE;
}

static void
ldr_unlock_page_dispose (GObject *object)
{
  LdrUnlockPage *self = LDR_UNLOCK_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->item);
  g_clear_object (&self->held);
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_UNLOCK_PAGE);

  G_OBJECT_CLASS (ldr_unlock_page_parent_class)->dispose (object);
}

static void
ldr_unlock_page_finalize (GObject *object)
{
  g_clear_object (&LDR_UNLOCK_PAGE (object)->cancellable);

  G_OBJECT_CLASS (ldr_unlock_page_parent_class)->finalize (object);
}

static void
ldr_unlock_page_class_init (LdrUnlockPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_unlock_page_dispose;
  object_class->finalize = ldr_unlock_page_finalize;
  widget_class->grab_focus = ldr_unlock_page_grab_focus;

  opened_signal = g_signal_new ("opened", LDR_TYPE_UNLOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                LDR_TYPE_JOURNAL, G_TYPE_BOOLEAN);
  admitted_signal
      = g_signal_new ("admitted", LDR_TYPE_UNLOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/shelf/ldr-unlock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, caps_label);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, sheet_view);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, error_label);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, button_stack);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, login_button);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, other_button);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, LdrUnlockPage, backups_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, login_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
}

static void
ldr_unlock_page_init (LdrUnlockPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->sheet_view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  ldr_watch_caps_lock (self->caps_label);
  show_way (self, FALSE);
}

/**
 * ldr_unlock_page_new:
 *
 * Returns: (transfer floating): a page without a journal
 */
GtkWidget *
ldr_unlock_page_new (void)
{
  return g_object_new (LDR_TYPE_UNLOCK_PAGE, NULL);
}

/**
 * ldr_unlock_page_get_item:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the journal that it unlocks
 */
LdrShelfItem *
ldr_unlock_page_get_item (LdrUnlockPage *self)
{
  g_return_val_if_fail (LDR_IS_UNLOCK_PAGE (self), NULL);

  return self->item;
}

/**
 * ldr_unlock_page_set_item:
 * @self: a page
 * @item: (nullable): the journal to unlock
 *
 * Empties the page for @item: what was typed before is forgotten, an opening that is still under way is given up, and
 * no journal is held.
 */
void
ldr_unlock_page_set_item (LdrUnlockPage *self, LdrShelfItem *item)
{
  const char *name;

  g_return_if_fail (LDR_IS_UNLOCK_PAGE (self));

  if ((g_set_object (&self->item, item) || self->held != NULL) && self->busy)
    {
      g_cancellable_cancel (self->cancellable);
      g_object_unref (self->cancellable);
      self->cancellable = g_cancellable_new ();
      self->busy = FALSE;
    }
  g_clear_object (&self->held);
  forget (self);
  show_way (self, FALSE);
  gtk_widget_set_visible (self->backups_button, FALSE);
  if (item == NULL)
    return;

  name = ldr_shelf_item_get_name (item);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name_label, name);
  gtk_widget_set_visible (self->login_button,
                          ldr_shelf_item_get_keyring (item) && *ldr_shelf_item_get_id (item) != '\0');
  ldr_unlock_page_set_hint (self, NULL);
}

/**
 * ldr_unlock_page_set_hint:
 * @self: a page
 * @hint: (nullable): a sentence under the name, or %NULL for the usual one
 *
 * Says why the page is shown.
 */
void
ldr_unlock_page_set_hint (LdrUnlockPage *self, const char *hint)
{
  g_autofree char *demo = NULL;

  g_return_if_fail (LDR_IS_UNLOCK_PAGE (self));

  if (self->item != NULL && self->held == NULL && ldr_shelf_item_get_demo (self->item))
    {
      demo = g_strdup_printf (_ ("This is the demo journal. Its passphrase is “%s”."), LDR_DEMO_PASSPHRASE);
      hint = demo;
    }
  if (hint == NULL && self->held != NULL)
    hint = _ ("This journal is locked, and its last words are not saved yet. They are kept until they are.");
  gtk_label_set_label (self->hint_label, hint != NULL ? hint : _ ("This journal is locked."));
}

/**
 * ldr_unlock_page_set_held:
 * @self: a page with an item
 * @journal: (nullable): its journal, still open because its last words could not be saved
 *
 * From now on the page admits to @journal, instead of opening the file; until another item is set.
 */
void
ldr_unlock_page_set_held (LdrUnlockPage *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_UNLOCK_PAGE (self));

  g_set_object (&self->held, journal);
  ldr_unlock_page_set_hint (self, NULL);
  update (self);
}

/**
 * ldr_unlock_page_set_waiting:
 * @self: a page
 * @waiting_for: (nullable): what is still being done, such as closing the journal, or %NULL when it is done
 *
 * Until then nothing can be opened.
 */
void
ldr_unlock_page_set_waiting (LdrUnlockPage *self, const char *waiting_for)
{
  g_return_if_fail (LDR_IS_UNLOCK_PAGE (self));

  self->waiting = waiting_for != NULL;
  if (waiting_for != NULL)
    gtk_label_set_label (self->hint_label, waiting_for);
  else
    ldr_unlock_page_set_hint (self, NULL);
  update (self);
}

/**
 * ldr_unlock_page_is_busy:
 * @self: a page
 *
 * Returns: whether a journal is being opened or waited for
 */
gboolean
ldr_unlock_page_is_busy (LdrUnlockPage *self)
{
  g_return_val_if_fail (LDR_IS_UNLOCK_PAGE (self), FALSE);

  return self->busy || self->waiting;
}
