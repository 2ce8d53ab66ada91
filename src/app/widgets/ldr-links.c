/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-links.h"

#include <glib/gi18n.h>

#include "ldr-link-chooser.h"
#include "ldr-link-jobs.h"

struct _LdrLinks
{
  GObject parent_instance;

  LdrJournal *journal;
  GSignalGroup *news;
  GCancellable *cancellable;
  LdrLinkKind kind;
  char *id;
  GPtrArray *linked;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrLinks, ldr_links, G_TYPE_OBJECT)

static void
emit_toast (LdrLinks *self, AdwToast *toast)
{
  g_autoptr (AdwToast) owned = toast;

  g_signal_emit (self, signals[SIGNAL_TOAST], 0, toast);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static void
take (LdrLinks *self, GPtrArray *linked)
{
  g_clear_pointer (&self->linked, g_ptr_array_unref);
  self->linked = linked;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrLinks) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) linked = ldr_link_list_finish (LDR_JOURNAL (source), result, &error);

  /* What is asked for another thing, or again, has cancelled this. */
  if (linked != NULL)
    take (self, g_steal_pointer (&linked));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->journal != NULL)
    emit_toast (self, adw_toast_new (error->message));
}

static void
reload (LdrLinks *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->journal == NULL || self->id == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ldr_link_load_async (self->journal, self->kind, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
changed_cb (LdrLinks *self)
{
  reload (self);
}

/* While one writes an entry, its own saves change nothing of what is shown here; the others do when they are linked or
 * when one comes back from the trash. */
static void
entry_changed_cb (LdrLinks *self, const char *id)
{
  if (self->kind != LDR_LINK_ENTRY || g_strcmp0 (self->id, id) != 0)
    reload (self);
}

/* --- Linking ---------------------------------------------------------------------------------------------------------
 */

/* A link on its way. */
typedef struct
{
  LdrLinks *self;
  LdrLink *link;
  gboolean undo;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->self);
  ldr_link_unref (errand->link);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void set_link (LdrLinks *self, LdrLink *link, gboolean linked, gboolean undo);

static void
undo_cb (AdwToast *toast, LdrLinks *self)
{
  LdrLink *link = g_object_get_data (G_OBJECT (toast), "link");

  set_link (self, link, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (toast), "linked")), TRUE);
}

static void
offer_undo (const Errand *errand, gboolean linked)
{
  AdwToast *toast = adw_toast_new (linked ? _ ("Linked") : _ ("Link removed"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "link", ldr_link_ref (errand->link), (GDestroyNotify) ldr_link_unref);
  g_object_set_data (G_OBJECT (toast), "linked", GINT_TO_POINTER (!linked));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), errand->self, G_CONNECT_DEFAULT);
  emit_toast (errand->self, toast);
}

static void
set_done (GObject *source, GAsyncResult *result, Errand *data, gboolean linked)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;

  if (!ldr_link_set_finish (LDR_JOURNAL (source), result, &error))
    emit_toast (errand->self, adw_toast_new (error->message));
  else if (!errand->undo)
    offer_undo (errand, linked);
}

static void
linked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  set_done (source, result, user_data, TRUE);
}

static void
unlinked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  set_done (source, result, user_data, FALSE);
}

/* A toast that outlives a lock undoes nothing. */
static void
set_link (LdrLinks *self, LdrLink *link, gboolean linked, gboolean undo)
{
  Errand *errand;

  if (self->journal == NULL)
    return;
  errand = g_new0 (Errand, 1);
  errand->self = g_object_ref (self);
  errand->link = ldr_link_ref (link);
  errand->undo = undo;
  ldr_link_set_async (self->journal, link, linked, linked ? linked_cb : unlinked_cb, errand);
}

/* --- The object ------------------------------------------------------------------------------------------------------
 */

static void
ldr_links_dispose (GObject *object)
{
  LdrLinks *self = LDR_LINKS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->news);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_links_parent_class)->dispose (object);
}

static void
ldr_links_finalize (GObject *object)
{
  LdrLinks *self = LDR_LINKS (object);

  g_free (self->id);
  g_ptr_array_unref (self->linked);

  G_OBJECT_CLASS (ldr_links_parent_class)->finalize (object);
}

static void
ldr_links_class_init (LdrLinksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_links_dispose;
  object_class->finalize = ldr_links_finalize;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_LINKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TOAST]
      = g_signal_new ("toast", LDR_TYPE_LINKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);
}

static void
ldr_links_init (LdrLinks *self)
{
  self->linked = g_ptr_array_new ();
  self->news = g_signal_group_new (LDR_TYPE_JOURNAL);
  g_signal_group_connect_swapped (self->news, "goals-changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->news, "sessions-changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->news, "reset", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->news, "notify::info", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->news, "entry-changed", G_CALLBACK (entry_changed_cb), self);
}

/**
 * ldr_links_new:
 *
 * Returns: (transfer full): what nothing is linked with yet; see ldr_links_set()
 */
LdrLinks *
ldr_links_new (void)
{
  return g_object_new (LDR_TYPE_LINKS, NULL);
}

/**
 * ldr_links_set:
 * @self: links
 * @journal: (nullable): an open journal, or %NULL to forget at once what is shown
 * @kind: what something is
 * @id: (nullable): its id, likewise
 *
 * Turns to another thing. Its list comes with the signal `changed`; until then there is none.
 */
void
ldr_links_set (LdrLinks *self, LdrJournal *journal, LdrLinkKind kind, const char *id)
{
  g_return_if_fail (LDR_IS_LINKS (self));
  g_return_if_fail ((guint) kind < LDR_N_LINK_KINDS);

  if (journal == self->journal && kind == self->kind && g_strcmp0 (id, self->id) == 0)
    return;
  g_set_object (&self->journal, journal);
  g_signal_group_set_target (self->news, journal);
  self->kind = kind;
  g_set_str (&self->id, id);
  take (self, g_ptr_array_new ());
  reload (self);
}

/**
 * ldr_links_get_all:
 * @self: links
 *
 * Returns: (transfer none) (element-type LdrLinked): what it is linked with, in the order in which it is shown
 */
GPtrArray *
ldr_links_get_all (LdrLinks *self)
{
  g_return_val_if_fail (LDR_IS_LINKS (self), NULL);

  return self->linked;
}

static void
set_with (LdrLinks *self, LdrLinkKind kind, const char *id, gboolean linked)
{
  g_autoptr (LdrLink) link = NULL;

  if (self->id == NULL)
    return;
  link = ldr_link_new (self->kind, self->id, kind, id);
  set_link (self, link, linked, FALSE);
}

/**
 * ldr_links_add:
 * @self: links of a thing that was saved, or is being saved
 * @kind: what another thing is
 * @id: its id
 *
 * Links the two, and offers to undo that.
 */
void
ldr_links_add (LdrLinks *self, LdrLinkKind kind, const char *id)
{
  g_return_if_fail (LDR_IS_LINKS (self));

  set_with (self, kind, id, TRUE);
}

/**
 * ldr_links_remove:
 * @self: links of a thing
 * @kind: what another thing is
 * @id: its id
 *
 * Takes the link between the two away, and offers to undo that. Both things stay.
 */
void
ldr_links_remove (LdrLinks *self, LdrLinkKind kind, const char *id)
{
  g_return_if_fail (LDR_IS_LINKS (self));

  set_with (self, kind, id, FALSE);
}

/**
 * ldr_links_present_chooser:
 * @self: links of a thing
 * @parent: over what the dialog comes
 *
 * Asks what to link it with. Whoever made @self hears of the choice by the dialog's signal `chosen`, and adds it.
 *
 * Returns: (transfer none) (nullable): the dialog, %NULL without a journal
 */
AdwDialog *
ldr_links_present_chooser (LdrLinks *self, GtkWidget *parent)
{
  AdwDialog *dialog;

  g_return_val_if_fail (LDR_IS_LINKS (self), NULL);

  if (self->journal == NULL || self->id == NULL)
    return NULL;
  dialog = ldr_link_chooser_new (self->journal, self->kind, self->id);
  adw_dialog_present (dialog, parent);
  return dialog;
}
