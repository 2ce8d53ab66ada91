/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-window-private.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "shelf/ldr-keyring.h"

/* What the login keyring is asked to do, one after another: it may ask its owner first, and by then another journal may
 * be open, or the switch turned back. What was asked last counts. */
typedef struct
{
  LdrWindow *window;
  LdrShelfItem *item;
  char *id;
  char *sheet; /* %NULL to forget the key. */
} Errand;

static void run_errand (Errand *errand);

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->window);
  g_object_unref (errand->item);
  g_free (errand->id);
  secret_password_wipe (errand->sheet);
  g_free (errand->sheet);
  g_free (errand);
}

/* The last errand about @item, or %NULL. */
static Errand *
find_last (LdrWindow *self, LdrShelfItem *item)
{
  for (GList *l = self->keyring_errands.tail; l != NULL; l = l->prev)
    if (((Errand *) l->data)->item == item)
      return l->data;
  return NULL;
}

static void
note_keyring (LdrWindow *self, LdrShelfItem *item, gboolean keyring)
{
  g_autoptr (GError) error = NULL;

  ldr_shelf_item_set_keyring (item, keyring);
  if (!ldr_shelf_save (self->shelf, &error))
    g_warning ("The shelf could not be written: %s", error->message);
}

/* @errand is done: the next one may go. */
static void
go_on (Errand *errand)
{
  GQueue *errands = &errand->window->keyring_errands;

  if (g_queue_peek_head (errands) == errand)
    {
      g_queue_pop_head (errands);
      if (!g_queue_is_empty (errands))
        run_errand (g_queue_peek_head (errands));
    }
  errand_free (errand);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  LdrWindow *self = errand->window;
  g_autoptr (GError) error = NULL;
  gboolean stored = ldr_keyring_store_finish (result, &error);

  if (find_last (self, errand->item) == errand)
    {
      g_queue_remove (&self->keyring_errands, errand);
      note_keyring (self, errand->item, stored);
      if (!stored)
        {
          /* Whatever shows it was ahead of the answer. */
          g_object_notify (G_OBJECT (errand->item), "keyring");
          ldr_window_say (self,
                          _ ("Your login keyring did not take the key. The passphrase opens the journal as before."));
        }
    }
  go_on (errand);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_keyring_clear_finish (result, &error) && find_last (errand->window, errand->item) == errand)
    ldr_window_say (errand->window, _ ("Your login keyring could not be reached. The key may still be in it."));
  go_on (errand);
}

static void
run_errand (Errand *errand)
{
  if (errand->sheet != NULL)
    ldr_keyring_store_async (errand->id, ldr_shelf_item_get_name (errand->item), errand->sheet, NULL, stored_cb,
                             errand);
  else
    ldr_keyring_clear_async (errand->id, NULL, cleared_cb, errand);
}

/**
 * ldr_window_wants_keyring:
 * @self: a window
 *
 * Returns: whether the login keyring holds the key of the journal that ldr_window_get_item() returns, or will once it
 *   did what it was asked
 */
gboolean
ldr_window_wants_keyring (LdrWindow *self)
{
  Errand *last;

  g_return_val_if_fail (LDR_IS_WINDOW (self), FALSE);

  if (self->item == NULL)
    return FALSE;
  last = find_last (self, self->item);
  return last != NULL ? last->sheet != NULL : ldr_shelf_item_get_keyring (self->item);
}

/**
 * ldr_window_set_keyring:
 * @self: a window with an open journal
 * @keyring: whether the login keyring should hold its key
 *
 * Puts the key of the open journal in the login keyring, or takes it out. What did not work is told, and undone in the
 * item that ldr_window_get_item() returns.
 */
void
ldr_window_set_keyring (LdrWindow *self, gboolean keyring)
{
  Errand *errand;

  g_return_if_fail (LDR_IS_WINDOW (self));

  if (self->journal == NULL)
    return;
  errand = g_new0 (Errand, 1);
  errand->window = g_object_ref (self);
  errand->item = g_object_ref (self->item);
  errand->id = g_strdup (ldr_journal_get_info (self->journal)->id);
  if (keyring)
    errand->sheet = ldr_journal_get_recovery (self->journal);
  g_queue_push_tail (&self->keyring_errands, errand);
  if (!keyring)
    note_keyring (self, self->item, FALSE);
  if (g_queue_get_length (&self->keyring_errands) == 1)
    run_errand (errand);
}
