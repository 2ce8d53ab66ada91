/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-margin-notes.h"

#include <glib/gi18n.h>

#include "app/styles/ldr-styles-parts.h"
#include "app/widgets/ldr-words.h"
#include "ldr-margin-note.h"
#include "ldr-pack-describe.h"
#include "ldr-packs-jobs.h"
#include "model/ldr-moment.h"

/* What a card tells of. */
#define ID_KEY "ldr-comment-id"

struct _LdrMarginNotes
{
  AdwBin parent_instance;

  LdrJournal *journal; /* Of whoever shows the page. */
  LdrSubject subject;
  char *id;
  GCancellable *cancellable;

  GtkWidget *box;
  GtkWidget *notes;
};

G_DEFINE_FINAL_TYPE (LdrMarginNotes, ldr_margin_notes, ADW_TYPE_BIN)

static void
done_cb (LdrMarginNote *note, LdrJournal *journal)
{
  ldr_packs_set_done (journal, g_object_get_data (G_OBJECT (note), ID_KEY), !ldr_margin_note_get_done (note),
                      GTK_WIDGET (note));
}

/**
 * ldr_margin_notes_make_card:
 * @journal: an open journal
 * @received: what somebody else wrote on what went out of it
 *
 * Returns: (transfer floating): an #LdrMarginNote of it, which puts the comment away by itself
 */
GtkWidget *
ldr_margin_notes_make_card (LdrJournal *journal, const LdrReceivedComment *received)
{
  const LdrComment *comment = received->comment;
  g_autofree char *byline = ldr_pack_describe_author (comment->author, comment->day, ldr_day_today ());
  g_autofree char *quote = ldr_pack_describe_quote (comment->quote);
  GtkWidget *note = ldr_margin_note_new (LDR_MARGIN_NOTE_RECEIVED, quote, byline, comment->text);

  ldr_margin_note_set_done (LDR_MARGIN_NOTE (note), received->done != 0);
  g_object_set_data_full (G_OBJECT (note), ID_KEY, g_strdup (comment->id), g_free);
  g_signal_connect_object (note, "done", G_CALLBACK (done_cb), journal, G_CONNECT_DEFAULT);
  return note;
}

static void
show (LdrMarginNotes *self, GPtrArray *comments)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->notes);

  ldr_parts_clear (self->notes);
  for (guint i = 0; i < comments->len; i++)
    gtk_box_append (GTK_BOX (self->notes), ldr_margin_notes_make_card (self->journal, comments->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), comments->len > 0);
  if (had_focus && comments->len > 0)
    gtk_widget_child_focus (self->notes, GTK_DIR_TAB_FORWARD);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrMarginNotes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) comments = ldr_packs_list_comments_finish (LDR_JOURNAL (source), result, &error);

  /* Without its notes a page still works; what is wrong shows where it is read itself. */
  if (comments != NULL && self->journal == LDR_JOURNAL (source)
      && !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    show (self, comments);
}

static void
reload (LdrMarginNotes *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->journal != NULL && self->id != NULL)
    ldr_packs_list_comments_on_async (self->journal, self->subject, self->id, self->cancellable, listed_cb,
                                      g_object_ref (self));
}

static void
ldr_margin_notes_dispose (GObject *object)
{
  LdrMarginNotes *self = LDR_MARGIN_NOTES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->journal);

  G_OBJECT_CLASS (ldr_margin_notes_parent_class)->dispose (object);
}

static void
ldr_margin_notes_finalize (GObject *object)
{
  LdrMarginNotes *self = LDR_MARGIN_NOTES (object);

  g_object_unref (self->cancellable);
  g_free (self->id);

  G_OBJECT_CLASS (ldr_margin_notes_parent_class)->finalize (object);
}

static void
ldr_margin_notes_class_init (LdrMarginNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_margin_notes_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_margin_notes_finalize;
}

static void
ldr_margin_notes_init (LdrMarginNotes *self)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ ("Comments from Others"), "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  self->cancellable = g_cancellable_new ();
  gtk_widget_add_css_class (title, "heading");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), self->notes);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ldr_margin_notes_new:
 *
 * Returns: (transfer floating): a place for what others wrote, of nothing yet
 */
GtkWidget *
ldr_margin_notes_new (void)
{
  return g_object_new (LDR_TYPE_MARGIN_NOTES, NULL);
}

/**
 * ldr_margin_notes_show:
 * @self: a place for what others wrote
 * @journal: (nullable): an open journal
 * @subject: an entry, a session or a goal
 * @id: (nullable): its id; %NULL for one that nobody can have written about
 *
 * Shows what others wrote about that, and follows it.
 */
void
ldr_margin_notes_show (LdrMarginNotes *self, LdrJournal *journal, LdrSubject subject, const char *id)
{
  g_return_if_fail (LDR_IS_MARGIN_NOTES (self));

  if (journal == self->journal && subject == self->subject && g_strcmp0 (id, self->id) == 0)
    return;
  if (self->journal != NULL && journal != self->journal)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  if (g_set_weak_pointer (&self->journal, journal) && journal != NULL)
    {
      g_signal_connect_object (journal, "packs-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (journal, "reset", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
    }
  self->subject = subject;
  g_set_str (&self->id, id);
  ldr_parts_clear (self->notes);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  reload (self);
}
