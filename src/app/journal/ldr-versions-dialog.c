/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-versions-dialog.h"

#include <glib/gi18n.h>
#include "app/editor/ldr-notice-mark.h"
#include "ldr-describe.h"
#include "ldr-entry-jobs.h"
#include "ldr-version-words.h"
#include "model/ldr-diff.h"
#include "model/ldr-moment.h"

/**
 * LdrVersionsDialog:
 *
 * The earlier versions of an entry by time, each with what changed from it to the present text: what was added since is
 * underlined, what was removed since is struck through, and each has its colour. Words that the leader asked to notice
 * have the editor's mark, as a hint that nothing can be done with.
 */
struct _LdrVersionsDialog
{
  AdwDialog parent_instance;

  LdrEntry *now;
  GPtrArray *revisions;
  LdrNotice *reader;
  char *leader;

  GtkStack *stack;
  AdwStatusPage *empty_page;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  GtkListBox *list;
  GtkTextView *view;
  GtkWidget *restore_button;
  GtkLabel *notices_label;
  GtkLabel *legend;
};

enum
{
  SIGNAL_RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrVersionsDialog, ldr_versions_dialog, ADW_TYPE_DIALOG)

static LdrRevision *
get_selected (LdrVersionsDialog *self)
{
  /* The list tells that nothing is selected while it goes, too. */
  GtkListBoxRow *row = self->list != NULL ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row != NULL ? g_ptr_array_index (self->revisions, gtk_list_box_row_get_index (row)) : NULL;
}

/* From the last to the first, as each moves what comes behind it. */
static void
add_hints (LdrVersionsDialog *self, GPtrArray *notices, LdrStyleSet noted)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  for (guint i = notices->len; i > 0; i--)
    {
      const LdrVersionNotice *notice = g_ptr_array_index (notices, i - 1);
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter, notice->offset);
      gtk_text_view_add_child_at_anchor (self->view, ldr_notice_hint_new (notice->words, self->leader, noted),
                                         gtk_text_buffer_create_child_anchor (buffer, &iter));
    }
}

static gboolean
is_same_word (gconstpointer a, gconstpointer b)
{
  const LdrNoticeWord *one = a, *other = b;

  return one->pitfall == other->pitfall && g_str_equal (one->phrase, other->phrase);
}

/* All that was found, in words below the text. */
static void
tell_notices (LdrVersionsDialog *self, GPtrArray *notices, LdrStyleSet noted)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *label = NULL;

  for (guint i = 0; i < notices->len; i++)
    {
      const LdrVersionNotice *notice = g_ptr_array_index (notices, i);

      for (guint j = 0; j < notice->words->len; j++)
        if (!g_ptr_array_find_with_equal_func (words, g_ptr_array_index (notice->words, j), is_same_word, NULL))
          g_ptr_array_add (words, g_ptr_array_index (notice->words, j));
    }
  if (words->len > 0)
    label = ldr_notice_describe_words (words, self->leader, noted);
  gtk_label_set_label (self->notices_label, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notices_label), label != NULL);
}

static void
show_notices (LdrVersionsDialog *self, const LdrEntry *version, GPtrArray *parts)
{
  g_autoptr (GPtrArray) notices = ldr_version_find_notices (version, parts, self->reader);

  add_hints (self, notices, version->pitfalls);
  tell_notices (self, notices, version->pitfalls);
}

static void
show_differences (LdrVersionsDialog *self, LdrRevision *revision)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *before = ldr_version_to_text (revision->entry);
  g_autofree char *after = ldr_version_to_text (self->now);
  g_autoptr (GPtrArray) parts = ldr_diff_words (before, after);
  static const char *const tags[] = {
    [LDR_DIFF_SAME] = NULL,
    [LDR_DIFF_REMOVED] = "removed",
    [LDR_DIFF_ADDED] = "added",
  };
  GtkTextIter end;

  gtk_text_buffer_set_text (buffer, "", 0);
  for (guint i = 0; i < parts->len; i++)
    {
      LdrDiffPart *part = g_ptr_array_index (parts, i);

      gtk_text_buffer_get_end_iter (buffer, &end);
      if (tags[part->kind] == NULL)
        gtk_text_buffer_insert (buffer, &end, part->text, -1);
      else
        gtk_text_buffer_insert_with_tags_by_name (buffer, &end, part->text, -1, tags[part->kind], NULL);
    }
  show_notices (self, revision->entry, parts);
  gtk_label_set_label (self->legend, g_str_equal (before, after)
                                         ? _ ("The words are the same as now.")
                                         : _ ("Underlined: written since. Struck through: removed since."));
}

static void
row_selected_cb (LdrVersionsDialog *self)
{
  LdrRevision *revision = get_selected (self);
  g_autofree char *title = NULL;

  if (revision == NULL)
    return;
  title = ldr_version_describe (revision->saved, ldr_moment_now ());
  adw_navigation_page_set_title (self->content_page, title);
  show_differences (self, revision);
}

static void
row_activated_cb (LdrVersionsDialog *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
restore_cb (LdrVersionsDialog *self)
{
  LdrRevision *revision = get_selected (self);

  if (revision == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_RESTORE], 0, revision->entry);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_row (LdrVersionsDialog *self, LdrRevision *revision)
{
  g_autofree char *title = ldr_version_describe (revision->saved, ldr_moment_now ());
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_append (self->list, label);
}

static void
show_problem (LdrVersionsDialog *self, const GError *error)
{
  adw_status_page_set_title (self->empty_page, _ ("The earlier versions could not be read"));
  adw_status_page_set_description (self->empty_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
revisions_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrVersionsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = ldr_journal_list_revisions_finish (LDR_JOURNAL (source), result, &error);

  /* A dialog that was closed meanwhile, because the journal was locked, must not show anything any more. */
  if (self->now == NULL || self->stack == NULL)
    return;
  if (revisions == NULL)
    {
      show_problem (self, error);
      return;
    }
  if (revisions->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  self->revisions = g_steal_pointer (&revisions);
  for (guint i = 0; i < self->revisions->len; i++)
    add_row (self, g_ptr_array_index (self->revisions, i));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->stack, "versions");
}

static void
words_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrVersionsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (self->now == NULL || self->stack == NULL)
    return;
  if (words == NULL)
    {
      show_problem (self, error);
      return;
    }
  self->reader = ldr_notice_new (words);
  ldr_journal_list_revisions_async (LDR_JOURNAL (source), self->now->id, NULL, revisions_cb, g_object_ref (self));
}

static void
ldr_versions_dialog_closed (AdwDialog *dialog)
{
  LdrVersionsDialog *self = LDR_VERSIONS_DIALOG (dialog);

  g_clear_pointer (&self->now, ldr_entry_unref);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), "", 0);
  gtk_label_set_label (self->notices_label, "");
}

static void
ldr_versions_dialog_dispose (GObject *object)
{
  LdrVersionsDialog *self = LDR_VERSIONS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_VERSIONS_DIALOG);
  g_clear_pointer (&self->now, ldr_entry_unref);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->reader, ldr_notice_free);
  g_clear_pointer (&self->leader, g_free);

  G_OBJECT_CLASS (ldr_versions_dialog_parent_class)->dispose (object);
}

static void
ldr_versions_dialog_class_init (LdrVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_versions_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ldr_versions_dialog_closed;
  signals[SIGNAL_RESTORE] = g_signal_new ("restore", LDR_TYPE_VERSIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, LDR_TYPE_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/journal/ldr-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrVersionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrVersionsDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, LdrVersionsDialog, split_view);
  gtk_widget_class_bind_template_child (widget_class, LdrVersionsDialog, content_page);
  gtk_widget_class_bind_template_child (widget_class, LdrVersionsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LdrVersionsDialog, view);
  gtk_widget_class_bind_template_child (widget_class, LdrVersionsDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, LdrVersionsDialog, notices_label);
  gtk_widget_class_bind_template_child (widget_class, LdrVersionsDialog, legend);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

/* The colours follow light and dark by themselves only where they come from the style sheet, so they are read anew. */
static void
set_colours (LdrVersionsDialog *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (self->view));

  g_object_set (gtk_text_tag_table_lookup (tags, "added"), "foreground", dark ? "#8ff0a4" : "#1b6e3c", NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, "removed"), "foreground", dark ? "#ff938c" : "#a51d2d", NULL);
}

static void
ldr_versions_dialog_init (LdrVersionsDialog *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_create_tag (buffer, "added", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, "removed", "strikethrough", TRUE, NULL);
  set_colours (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (set_colours), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ldr_versions_dialog_new:
 * @journal: the journal
 * @now: (transfer none): the entry as it reads now
 * @can_restore: whether a version may be restored
 *
 * Makes a dialog that reads the earlier versions of an entry and shows them.
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
ldr_versions_dialog_new (LdrJournal *journal, LdrEntry *now, gboolean can_restore)
{
  LdrVersionsDialog *self = g_object_new (LDR_TYPE_VERSIONS_DIALOG, NULL);
  const LdrJournalInfo *info = ldr_journal_get_info (journal);

  self->now = ldr_entry_ref (now);
  self->leader = info->role == LDR_ROLE_COACH ? g_strdup (info->leader) : NULL;
  gtk_widget_set_visible (self->restore_button, can_restore);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  ldr_journal_run_async (journal, ldr_notice_words_job, g_strdup (now->id), g_free, (GDestroyNotify) g_ptr_array_unref,
                         NULL, words_cb, g_object_ref_sink (self));

  return ADW_DIALOG (self);
}
