/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-versions-dialog.h"

#include <glib/gi18n.h>
#include "ldr-describe.h"
#include "model/ldr-diff.h"
#include "model/ldr-moment.h"
#include "report/ldr-rich-text.h"

/**
 * LdrVersionsDialog:
 *
 * The earlier versions of an entry by time, each with what changed from it to the present text: what was added since is
 * underlined, what was removed since is struck through, and each has its colour.
 */
struct _LdrVersionsDialog
{
  AdwDialog parent_instance;

  LdrEntry *now;
  GPtrArray *revisions;
  gboolean can_restore;

  GtkStack *stack;
  AdwStatusPage *empty_page;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  GtkListBox *list;
  GtkTextView *view;
  GtkWidget *restore_button;
  GtkLabel *legend;
};

enum
{
  SIGNAL_RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrVersionsDialog, ldr_versions_dialog, ADW_TYPE_DIALOG)

/* As the words read on the screen: no marks of formats, but those of lists. */
static void
append_block (GString *text, const LdrBlock *block)
{
  if (block->kind == LDR_BLOCK_BULLET || block->kind == LDR_BLOCK_NUMBER)
    for (int level = 0; level < block->level; level++)
      g_string_append (text, "    ");
  if (block->kind == LDR_BLOCK_BULLET)
    g_string_append (text, "• ");
  else if (block->kind == LDR_BLOCK_NUMBER)
    g_string_append_printf (text, "%d. ", block->number);
  else if (block->kind == LDR_BLOCK_RULE)
    g_string_append (text, "———");
  for (guint i = 0; i < block->runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (block->runs, i);

      if (run->picture == NULL)
        g_string_append (text, run->text);
      else if (run->description[0] != '\0')
        /* Translators: stands for a picture in the words of an entry; %s is what is to be seen on it */
        g_string_append_printf (text, _ ("[picture: %s]"), run->description);
      else
        g_string_append (text, _ ("[picture]"));
    }
}

static void
append_words (GString *text, const char *commonmark)
{
  g_autoptr (LdrRichText) rich = ldr_rich_text_read (commonmark);
  GPtrArray *blocks = ldr_rich_text_get_blocks (rich);
  gboolean in_list = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const LdrBlock *block = g_ptr_array_index (blocks, i);
      gboolean item = block->kind == LDR_BLOCK_BULLET || block->kind == LDR_BLOCK_NUMBER;

      if (i > 0)
        g_string_append (text, in_list && item ? "\n" : "\n\n");
      append_block (text, block);
      in_list = item;
    }
}

/**
 * ldr_version_to_text:
 * @entry: an entry
 *
 * Returns: (transfer full): what is compared of a version: title, words and tags
 */
char *
ldr_version_to_text (const LdrEntry *entry)
{
  GString *text = g_string_new (NULL);

  if (entry->title[0] != '\0')
    g_string_append_printf (text, "%s\n\n", entry->title);
  append_words (text, entry->text);
  if (entry->tags[0] != NULL)
    g_string_append (text, "\n");
  for (char **tag = entry->tags; *tag != NULL; tag++)
    g_string_append_printf (text, "%s#%s", tag == entry->tags ? "\n" : " ", *tag);

  return g_string_free_and_steal (text);
}

static LdrRevision *
get_selected (LdrVersionsDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_ptr_array_index (self->revisions, gtk_list_box_row_get_index (row)) : NULL;
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
      adw_status_page_set_title (self->empty_page, _ ("The earlier versions could not be read"));
      adw_status_page_set_description (self->empty_page, error->message);
    }
  if (revisions == NULL || revisions->len == 0)
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
ldr_versions_dialog_closed (AdwDialog *dialog)
{
  LdrVersionsDialog *self = LDR_VERSIONS_DIALOG (dialog);

  g_clear_pointer (&self->now, ldr_entry_unref);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), "", 0);
}

static void
ldr_versions_dialog_dispose (GObject *object)
{
  LdrVersionsDialog *self = LDR_VERSIONS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_VERSIONS_DIALOG);
  g_clear_pointer (&self->now, ldr_entry_unref);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);

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

  self->now = ldr_entry_ref (now);
  gtk_widget_set_visible (self->restore_button, can_restore);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  ldr_journal_list_revisions_async (journal, now->id, NULL, revisions_cb, g_object_ref_sink (self));

  return ADW_DIALOG (self);
}
