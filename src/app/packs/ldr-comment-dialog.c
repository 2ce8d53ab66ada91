/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-comment-dialog.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-words.h"
#include "model/ldr-comment.h"
#include "model/ldr-text.h"

#define WIDTH 480
#define HEIGHT 380
#define QUOTE_LINES 3

struct _LdrCommentDialog
{
  AdwDialog parent_instance;

  char *before;
  GtkTextBuffer *buffer;
};

static guint written_signal;

G_DEFINE_FINAL_TYPE (LdrCommentDialog, ldr_comment_dialog, ADW_TYPE_DIALOG)

static char *
get_text (LdrCommentDialog *self)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  return g_strstrip (ldr_text_clean (text, LDR_TEXT_BODY));
}

static void
ldr_comment_dialog_closed (AdwDialog *dialog)
{
  LdrCommentDialog *self = LDR_COMMENT_DIALOG (dialog);
  g_autofree char *text = get_text (self);

  if (g_str_equal (text, self->before))
    return;
  g_set_str (&self->before, text);
  g_signal_emit (self, written_signal, 0, text);
}

static void
ldr_comment_dialog_finalize (GObject *object)
{
  LdrCommentDialog *self = LDR_COMMENT_DIALOG (object);

  g_free (self->before);
  g_object_unref (self->buffer);

  G_OBJECT_CLASS (ldr_comment_dialog_parent_class)->finalize (object);
}

static void
ldr_comment_dialog_class_init (LdrCommentDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_comment_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = ldr_comment_dialog_closed;
  written_signal = g_signal_new ("written", LDR_TYPE_COMMENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* A comment is no book: what goes beyond the limit is not taken. */
static void
insert_cb (GtkTextBuffer *buffer, GtkTextIter *place, char *text, int length, LdrCommentDialog *self)
{
  g_autofree char *now = get_text (self);
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;

  if (strlen (now) + n_bytes > LDR_COMMENT_MAX_BYTES)
    g_signal_stop_emission_by_name (buffer, "insert-text");
}

static void
ldr_comment_dialog_init (LdrCommentDialog *self)
{
  self->buffer = gtk_text_buffer_new (NULL);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (insert_cb), self, G_CONNECT_DEFAULT);
}

/* By the key that sends elsewhere too; the text would take it for a new line. */
static void
add_shortcut (GtkWidget *view)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (view, controller);
}

static GtkWidget *
make_view (LdrCommentDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *view = gtk_text_view_new_with_buffer (self->buffer);

  g_object_set (view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "top-margin", 12, "bottom-margin", 12,
                "left-margin", 12, "right-margin", 12, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Your comment"), -1);
  add_shortcut (view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  adw_dialog_set_focus (ADW_DIALOG (self), view);
  return scroller;
}

static GtkWidget *
make_header (void)
{
  GtkWidget *header = adw_header_bar_new (), *done = gtk_button_new_with_mnemonic (_ ("_Done"));

  gtk_widget_add_css_class (done, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (done), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), done);
  return header;
}

/**
 * ldr_comment_dialog_new:
 * @quote: the passage, plain
 * @text: what the comment says so far
 *
 * Returns: (transfer floating): a dialog to write it in
 */
AdwDialog *
ldr_comment_dialog_new (const char *quote, const char *text)
{
  LdrCommentDialog *self = g_object_new (LDR_TYPE_COMMENT_DIALOG, "title", _ ("Comment"), "content-width", WIDTH,
                                         "content-height", HEIGHT, NULL);
  GtkWidget *view = adw_toolbar_view_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = ldr_words_new (quote, "dimmed");

  self->before = g_strdup (text);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_label_set_lines (GTK_LABEL (label), QUOTE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (label, *quote != '\0');
  g_object_set (box, "margin-top", 6, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_view (self));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_header ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), box);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  return ADW_DIALOG (self);
}
