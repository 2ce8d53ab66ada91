/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-margin-note.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-words.h"

/* Of the passage that it is about, more lines would be another copy of it. */
#define QUOTE_LINES 3

struct _LdrMarginNote
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkWidget *text;
  GtkWidget *done_button;
  gboolean done;
};

enum
{
  SIGNAL_DONE,
  SIGNAL_EDIT,
  SIGNAL_DELETE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrMarginNote, ldr_margin_note, ADW_TYPE_BIN)

static void
done_cb (LdrMarginNote *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
edit_cb (LdrMarginNote *self)
{
  g_signal_emit (self, signals[SIGNAL_EDIT], 0);
}

static void
delete_cb (LdrMarginNote *self)
{
  g_signal_emit (self, signals[SIGNAL_DELETE], 0);
}

static void
ldr_margin_note_class_init (LdrMarginNoteClass *klass)
{
  static const char *const names[N_SIGNALS] = { "done", "edit", "delete" };

  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], LDR_TYPE_MARGIN_NOTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ARTICLE);
}

static void
ldr_margin_note_init (LdrMarginNote *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/* The passage as it was when somebody wrote about it: the one beside it may have changed since. */
static GtkWidget *
make_quote (const char *quote)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = ldr_words_new (quote, "dimmed");

  gtk_label_set_lines (GTK_LABEL (label), QUOTE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, quote);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
add_button (
    LdrMarginNote *self, GtkWidget *box, const char *icon, const char *label, const char *spoken, GCallback callback)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, spoken);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_foot (LdrMarginNote *self, LdrMarginNoteKind kind, const char *byline)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = ldr_words_new (byline, "caption");

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (kind == LDR_MARGIN_NOTE_RECEIVED)
    {
      self->done_button
          = add_button (self, box, NULL, C_ ("comment", "Done"), _ ("Put this comment away"), G_CALLBACK (done_cb));
      return box;
    }
  add_button (self, box, "document-edit-symbolic", NULL, _ ("Change this comment"), G_CALLBACK (edit_cb));
  add_button (self, box, "user-trash-symbolic", NULL, _ ("Delete this comment"), G_CALLBACK (delete_cb));
  return box;
}

/**
 * ldr_margin_note_new:
 * @kind: whose it is
 * @quote: the passage that it is about, as it was then; "" where that stands beside it
 * @byline: who wrote it, and when
 * @text: what it says, plain
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
ldr_margin_note_new (LdrMarginNoteKind kind, const char *quote, const char *byline, const char *text)
{
  LdrMarginNote *self = g_object_new (LDR_TYPE_MARGIN_NOTE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = ldr_words_new (text, NULL);

  g_object_set (box, "margin-top", 12, "margin-bottom", 6, "margin-start", 12, "margin-end", 6, NULL);
  if (*quote != '\0')
    gtk_box_append (GTK_BOX (box), make_quote (quote));
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_end (label, 6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_foot (self, kind, byline));
  self->box = box;
  self->text = label;
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, byline, -1);
  return GTK_WIDGET (self);
}

/**
 * ldr_margin_note_set_about:
 * @self: a card
 * @title: what the comment is about
 * @action: (nullable): the name of an action that leads there, with an id
 * @target: (nullable): that id
 *
 * Says above a comment what it is about, for a card that does not stand beside that.
 */
void
ldr_margin_note_set_about (LdrMarginNote *self, const char *title, const char *action, const char *target)
{
  GtkWidget *label = ldr_words_new (title, action != NULL ? "heading" : "dimmed"), *button, *content;

  g_return_if_fail (LDR_IS_MARGIN_NOTE (self));

  if (action == NULL)
    {
      gtk_box_prepend (GTK_BOX (self->box), label);
      return;
    }
  button = gtk_button_new ();
  content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "margin-note-about");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_string (target));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_prepend (GTK_BOX (self->box), button);
}

/**
 * ldr_margin_note_set_done:
 * @self: a card of what somebody else wrote
 * @done: whether its reader is done with it
 *
 * Shows that, and lets it be taken out again.
 */
void
ldr_margin_note_set_done (LdrMarginNote *self, gboolean done)
{
  g_return_if_fail (LDR_IS_MARGIN_NOTE (self));
  g_return_if_fail (self->done_button != NULL);

  self->done = done;
  gtk_button_set_label (GTK_BUTTON (self->done_button), done ? C_ ("comment", "Not Done") : C_ ("comment", "Done"));
  gtk_widget_set_tooltip_text (self->done_button,
                               done ? _ ("Take this comment out again") : _ ("Put this comment away"));
  if (done)
    gtk_widget_add_css_class (self->text, "dimmed");
  else
    gtk_widget_remove_css_class (self->text, "dimmed");
}

/**
 * ldr_margin_note_get_done:
 * @self: a card
 *
 * Returns: whether its reader is done with it
 */
gboolean
ldr_margin_note_get_done (LdrMarginNote *self)
{
  g_return_val_if_fail (LDR_IS_MARGIN_NOTE (self), FALSE);

  return self->done;
}
