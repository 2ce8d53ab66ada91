/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-today-drafts.h"

#include <glib/gi18n.h>

struct _LdrTodayDrafts
{
  GObject parent_instance;

  LdrJournal *journal;
};

enum
{
  SIGNAL_TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrTodayDrafts, ldr_today_drafts, G_TYPE_OBJECT)

/* One draft on its way out or back. */
typedef struct
{
  LdrTodayDrafts *self;
  LdrReflection *draft;
} Errand;

static Errand *
errand_new (LdrTodayDrafts *self, LdrReflection *draft)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->self = g_object_ref (self);
  errand->draft = ldr_reflection_ref (draft);
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->self);
  ldr_reflection_unref (errand->draft);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
show_toast (LdrTodayDrafts *self, AdwToast *toast)
{
  g_autoptr (AdwToast) owned = toast;

  g_signal_emit (self, signals[SIGNAL_TOAST], 0, toast);
}

static gpointer
import_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_import_reflection (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
delete_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  LdrReflection *draft = data;

  return ldr_store_delete_reflection (store, draft->id, error) ? g_strdup ("") : NULL;
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (done == NULL)
    show_toast (errand->self, adw_toast_new (error->message));
}

static void
undo_cb (AdwToast *toast, LdrTodayDrafts *self)
{
  LdrReflection *draft = g_object_get_data (G_OBJECT (toast), "draft");

  if (self->journal != NULL)
    ldr_journal_run_async (self->journal, import_func, ldr_reflection_ref (draft),
                           (GDestroyNotify) ldr_reflection_unref, g_free, NULL, imported_cb, errand_new (self, draft));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);
  AdwToast *toast;

  if (done == NULL)
    {
      show_toast (errand->self, adw_toast_new (error->message));
      return;
    }
  toast = adw_toast_new (_ ("Reflection discarded"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "draft", ldr_reflection_ref (errand->draft),
                          (GDestroyNotify) ldr_reflection_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), errand->self, G_CONNECT_DEFAULT);
  show_toast (errand->self, toast);
}

static void
ldr_today_drafts_dispose (GObject *object)
{
  g_clear_object (&LDR_TODAY_DRAFTS (object)->journal);

  G_OBJECT_CLASS (ldr_today_drafts_parent_class)->dispose (object);
}

static void
ldr_today_drafts_class_init (LdrTodayDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_today_drafts_dispose;
  signals[SIGNAL_TOAST] = g_signal_new ("toast", LDR_TYPE_TODAY_DRAFTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, ADW_TYPE_TOAST);
}

static void
ldr_today_drafts_init (LdrTodayDrafts *self)
{
}

/**
 * ldr_today_drafts_new:
 *
 * Returns: (transfer full): without a journal
 */
LdrTodayDrafts *
ldr_today_drafts_new (void)
{
  return g_object_new (LDR_TYPE_TODAY_DRAFTS, NULL);
}

/**
 * ldr_today_drafts_set_journal:
 * @self: a discarder
 * @journal: (nullable): whose drafts they are
 *
 * Works on another journal, or on none: a toast that outlives a lock then undoes nothing.
 */
void
ldr_today_drafts_set_journal (LdrTodayDrafts *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_TODAY_DRAFTS (self));

  g_set_object (&self->journal, journal);
}

/**
 * ldr_today_drafts_discard:
 * @self: a discarder
 * @draft: a reflection that is being written
 *
 * Deletes a draft, and offers to bring it back as it was.
 */
void
ldr_today_drafts_discard (LdrTodayDrafts *self, LdrReflection *draft)
{
  g_return_if_fail (LDR_IS_TODAY_DRAFTS (self));

  if (self->journal != NULL)
    ldr_journal_run_async (self->journal, delete_func, ldr_reflection_ref (draft),
                           (GDestroyNotify) ldr_reflection_unref, g_free, NULL, deleted_cb, errand_new (self, draft));
}
