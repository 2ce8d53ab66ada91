/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-notices.h"

#include <glib/gi18n.h>
#include "app/editor/ldr-notice-mark.h"
#include "content/ldr-style-text.h"
#include "ldr-entry-jobs.h"
#include "ldr-notice-popover.h"
#include "store/ldr-store-notices.h"

/**
 * LdrEntryNotices:
 *
 * Reads from the journal what to notice, has the editor mark it, and does what is asked for at a mark. The words never
 * leave the process, and nothing is written down about what was found.
 */
struct _LdrEntryNotices
{
  GObject parent_instance;

  LdrEditor *editor;
  LdrEntryMeta *meta;
  LdrJournal *journal;
  LdrDraft *draft;
  GtkWidget *popover;
};

enum
{
  SIGNAL_TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrEntryNotices, ldr_entry_notices, G_TYPE_OBJECT)

typedef struct
{
  char *entry;
  char *phrase;
  gboolean dismissed;
} Dismissal;

static void
dismissal_free (gpointer data)
{
  Dismissal *dismissal = data;

  g_free (dismissal->entry);
  g_free (dismissal->phrase);
  g_free (dismissal);
}

static Dismissal *
dismissal_new (const char *entry, const char *phrase, gboolean dismissed)
{
  Dismissal *dismissal = g_new0 (Dismissal, 1);

  dismissal->entry = g_strdup (entry);
  dismissal->phrase = g_strdup (phrase);
  dismissal->dismissed = dismissed;

  return dismissal;
}

static gpointer
set_dismissed_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Dismissal *dismissal = data;

  if (!ldr_store_set_dismissed (store, dismissal->entry, dismissal->phrase, dismissal->dismissed, error))
    return NULL;

  return g_strdup (dismissal->entry);
}

static void
show_toast (LdrEntryNotices *self, AdwToast *toast)
{
  g_autoptr (AdwToast) owned = toast;

  g_signal_emit (self, signals[SIGNAL_TOAST], 0, toast);
}

static const char *
get_leader (LdrEntryNotices *self)
{
  LdrJournalInfo *info = ldr_journal_get_info (self->journal);

  return info->role == LDR_ROLE_COACH ? info->leader : NULL;
}

static gboolean
is_shown (LdrEntryNotices *self, const char *entry)
{
  return self->draft != NULL && g_str_equal (ldr_draft_get_entry (self->draft)->id, entry);
}

typedef struct
{
  LdrEntryNotices *self;
  char *entry;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->self);
  g_free (request->entry);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
words_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  LdrEntryNotices *self = request->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (self->journal != LDR_JOURNAL (source) || !is_shown (self, request->entry))
    return;
  if (words == NULL)
    show_toast (self, adw_toast_new (error->message));
  else
    ldr_editor_set_notice (self->editor, ldr_notice_new (words), get_leader (self));
}

static void
read_words (LdrEntryNotices *self)
{
  Request *request;

  if (self->journal == NULL || self->draft == NULL)
    return;
  request = g_new0 (Request, 1);
  request->self = g_object_ref (self);
  request->entry = g_strdup (ldr_draft_get_entry (self->draft)->id);
  ldr_journal_run_async (self->journal, ldr_notice_words_job, g_strdup (request->entry), g_free,
                         (GDestroyNotify) g_ptr_array_unref, NULL, words_cb, request);
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrEntryNotices) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) entry = ldr_journal_save_entry_finish (LDR_JOURNAL (source), result, &error);

  if (entry == NULL)
    show_toast (self, adw_toast_new (error->message));
}

typedef struct
{
  LdrEntryNotices *self;
  LdrStyle pitfall;
} TakingBack;

/* The entry is not on the screen any more. */
static void
take_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree TakingBack *taking = user_data;
  g_autoptr (LdrEntryNotices) self = taking->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) stored = ldr_journal_get_entry_finish (LDR_JOURNAL (source), result, &error);
  g_autoptr (LdrEntry) entry = NULL;

  if (stored == NULL)
    {
      show_toast (self, adw_toast_new (error->message));
      return;
    }
  entry = ldr_entry_copy (stored);
  entry->pitfalls &= ~LDR_STYLE_BIT (taking->pitfall);
  ldr_journal_save_entry_async (LDR_JOURNAL (source), entry, NULL, taken_back_cb, g_object_ref (self));
}

/* A toast may outlive the lock; it then belongs to a journal that is no longer here. */
static void
undo_note_cb (AdwToast *toast, LdrEntryNotices *self)
{
  const char *entry = g_object_get_data (G_OBJECT (toast), "entry");
  LdrStyle pitfall = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (toast), "pitfall"));
  TakingBack *taking;

  if (is_shown (self, entry))
    {
      ldr_entry_meta_set_pitfall (self->meta, pitfall, FALSE);
      return;
    }
  if (self->journal == NULL || self->journal != g_object_get_data (G_OBJECT (toast), "journal"))
    return;
  taking = g_new0 (TakingBack, 1);
  taking->self = g_object_ref (self);
  taking->pitfall = pitfall;
  ldr_journal_get_entry_async (self->journal, entry, NULL, take_back_cb, taking);
}

/* The journal is only compared with, to know whether the toast is still about the one that is open. */
static AdwToast *
make_undo_toast (LdrEntryNotices *self, const char *text, GCallback undo)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data (G_OBJECT (toast), "journal", self->journal);
  g_object_set_data_full (G_OBJECT (toast), "entry", g_strdup (ldr_draft_get_entry (self->draft)->id), g_free);
  g_signal_connect_object (toast, "button-clicked", undo, self, G_CONNECT_DEFAULT);

  return toast;
}

static void
note_cb (LdrEntryNotices *self, int pitfall)
{
  /* Translators: %s is the name of a pitfall, such as "Lost in the details" */
  g_autofree char *text = g_strdup_printf (_ ("Noted: %s"), ldr_style_get_pitfall_name ((LdrStyle) pitfall));
  AdwToast *toast;

  if (self->draft == NULL)
    return;
  ldr_entry_meta_set_pitfall (self->meta, (LdrStyle) pitfall, TRUE);
  toast = make_undo_toast (self, text, G_CALLBACK (undo_note_cb));
  g_object_set_data (G_OBJECT (toast), "pitfall", GINT_TO_POINTER (pitfall));
  show_toast (self, toast);
}

static void
dismissed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrEntryNotices) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *entry = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (entry == NULL)
    show_toast (self, adw_toast_new (error->message));
  else if (self->journal == LDR_JOURNAL (source) && is_shown (self, entry))
    read_words (self);
}

static void
set_dismissed (LdrEntryNotices *self, const char *entry, const char *phrase, gboolean dismissed)
{
  ldr_journal_run_async (self->journal, set_dismissed_func, dismissal_new (entry, phrase, dismissed), dismissal_free,
                         g_free, NULL, dismissed_cb, g_object_ref (self));
}

static void
undo_dismiss_cb (AdwToast *toast, LdrEntryNotices *self)
{
  if (self->journal != NULL && self->journal == g_object_get_data (G_OBJECT (toast), "journal"))
    set_dismissed (self, g_object_get_data (G_OBJECT (toast), "entry"), g_object_get_data (G_OBJECT (toast), "phrase"),
                   FALSE);
}

static void
dismiss_cb (LdrEntryNotices *self, const char *phrase)
{
  /* Translators: %s are words that a leader asked to notice; from now on they are not, in this entry */
  g_autofree char *text = g_strdup_printf (_ ("“%s” is left alone in this entry"), phrase);
  AdwToast *toast;

  if (self->draft == NULL || self->journal == NULL)
    return;
  /* A new entry must be in the journal before something can be kept about it. */
  ldr_draft_require (self->draft);
  set_dismissed (self, ldr_draft_get_entry (self->draft)->id, phrase, TRUE);
  toast = make_undo_toast (self, text, G_CALLBACK (undo_dismiss_cb));
  g_object_set_data_full (G_OBJECT (toast), "phrase", g_strdup (phrase), g_free);
  show_toast (self, toast);
}

static void
forget_popover (LdrEntryNotices *self)
{
  GtkWidget *popover = self->popover;

  if (popover == NULL)
    return;
  g_clear_weak_pointer (&self->popover);
  gtk_widget_unparent (popover);
}

/* The cursor goes on where it was. */
static void
closed_cb (LdrEntryNotices *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (ldr_editor_get_view (self->editor)));
}

static void
activated_cb (LdrEntryNotices *self, LdrNoticeMark *mark)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self->editor));
  graphene_rect_t bounds;
  GtkWidget *popover;
  gboolean editable;

  if (self->draft == NULL || self->journal == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (mark), parent, &bounds))
    return;
  forget_popover (self);
  editable = ldr_draft_get_entry (self->draft)->deleted == 0;
  popover = ldr_notice_popover_new (ldr_notice_mark_get_words (mark), get_leader (self),
                                    ldr_entry_meta_get_pitfalls (self->meta), editable);
  g_signal_connect_object (popover, "note", G_CALLBACK (note_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "dismiss", G_CALLBACK (dismiss_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->popover, popover);
  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                 (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Low, so that it waits for what is being said about the typing. */
static void
noticed_cb (LdrEntryNotices *self, const char *sentence)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (ldr_editor_get_view (self->editor)), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
ldr_entry_notices_dispose (GObject *object)
{
  LdrEntryNotices *self = LDR_ENTRY_NOTICES (object);

  forget_popover (self);
  ldr_entry_notices_set_journal (self, NULL);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (ldr_entry_notices_parent_class)->dispose (object);
}

static void
ldr_entry_notices_class_init (LdrEntryNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_entry_notices_dispose;

  signals[SIGNAL_TOAST] = g_signal_new ("toast", LDR_TYPE_ENTRY_NOTICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, ADW_TYPE_TOAST);
}

static void
ldr_entry_notices_init (LdrEntryNotices *self)
{
}

/**
 * ldr_entry_notices_new:
 * @editor: (transfer none): where to mark; it outlives this
 * @meta: (transfer none): where pitfalls are noted; it outlives this
 *
 * Returns: (transfer full): new
 */
LdrEntryNotices *
ldr_entry_notices_new (LdrEditor *editor, LdrEntryMeta *meta)
{
  LdrEntryNotices *self = g_object_new (LDR_TYPE_ENTRY_NOTICES, NULL);

  self->editor = editor;
  self->meta = meta;
  g_signal_connect_object (editor, "notice-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "noticed", G_CALLBACK (noticed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * ldr_entry_notices_set_journal:
 * @self: notices
 * @journal: (nullable): whose words to notice, or %NULL to forget them at once
 */
void
ldr_entry_notices_set_journal (LdrEntryNotices *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_ENTRY_NOTICES (self));

  if (self->journal == journal)
    return;
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_func (self->journal, read_words, self);
  g_set_object (&self->journal, journal);
  if (journal == NULL)
    return;
  g_signal_connect_object (journal, "styles-changed", G_CALLBACK (read_words), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (read_words), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_entry_notices_set_draft:
 * @self: notices
 * @draft: (nullable): the entry that is shown, or %NULL to forget the words at once
 *
 * Call it before the text of the entry is shown.
 */
void
ldr_entry_notices_set_draft (LdrEntryNotices *self, LdrDraft *draft)
{
  g_return_if_fail (LDR_IS_ENTRY_NOTICES (self));

  forget_popover (self);
  if (g_set_object (&self->draft, draft))
    ldr_editor_set_notice (self->editor, NULL, NULL);
  ldr_entry_notices_pitfalls_changed (self);
  read_words (self);
}

/**
 * ldr_entry_notices_pitfalls_changed:
 * @self: notices
 *
 * Makes the marks of pitfalls that are noted quieter than the others.
 */
void
ldr_entry_notices_pitfalls_changed (LdrEntryNotices *self)
{
  g_return_if_fail (LDR_IS_ENTRY_NOTICES (self));

  ldr_editor_set_noted (self->editor, ldr_entry_meta_get_pitfalls (self->meta));
}
