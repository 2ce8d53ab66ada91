/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-notice-popover.h"

#include <glib/gi18n.h>
#include "app/editor/ldr-notice-mark.h"
#include "app/widgets/ldr-style-chip.h"
#include "content/ldr-style-text.h"

/* How many characters wide the texts are at most, and how high the popover. */
#define WIDEST 32
#define HIGHEST 400

struct _LdrNoticePopover
{
  GtkPopover parent_instance;

  GtkWidget *box;
};

enum
{
  SIGNAL_NOTE,
  SIGNAL_DISMISS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrNoticePopover, ldr_notice_popover, GTK_TYPE_POPOVER)

static void
note_cb (GtkWidget *button, LdrNoticePopover *self)
{
  int pitfall = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "pitfall"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_NOTE], 0, pitfall);
}

static void
dismiss_cb (GtkWidget *button, LdrNoticePopover *self)
{
  g_autofree char *phrase = g_strdup (g_object_get_data (G_OBJECT (button), "phrase"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_DISMISS], 0, phrase);
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* The words of an accessible name say which of several buttons it is. */
static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *about)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
add_word (LdrNoticePopover *self, const LdrNoticeWord *word, gboolean noted, gboolean editable)
{
  GtkWidget *chip = ldr_style_chip_new (word->pitfall, TRUE);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button;
  /* Translators: words that a leader asked to notice */
  g_autofree char *phrase = g_strdup_printf (_ ("“%s”"), word->phrase);

  gtk_widget_set_margin_top (add_label (self->box, phrase, NULL), 6);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), chip);
  add_label (self->box, ldr_style_get_pitfall_name (word->pitfall), "dimmed");
  if (noted)
    add_label (self->box, _ ("Noted in this entry"), "caption");
  if (!editable)
    return;
  if (!noted)
    {
      button = add_button (buttons, _ ("_Note the Pitfall"), ldr_style_get_pitfall_name (word->pitfall));
      g_object_set_data (G_OBJECT (button), "pitfall", GINT_TO_POINTER (word->pitfall));
      g_signal_connect (button, "clicked", G_CALLBACK (note_cb), self);
    }
  button = add_button (buttons, _ ("Not _This Time"), phrase);
  g_object_set_data_full (G_OBJECT (button), "phrase", g_strdup (word->phrase), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (dismiss_cb), self);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (self->box), buttons);
}

static void
ldr_notice_popover_class_init (LdrNoticePopoverClass *klass)
{
  signals[SIGNAL_NOTE] = g_signal_new ("note", LDR_TYPE_NOTICE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_DISMISS] = g_signal_new ("dismiss", LDR_TYPE_NOTICE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ldr_notice_popover_init (LdrNoticePopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_margin_top (self->box, 6);
  gtk_widget_set_margin_bottom (self->box, 6);
  gtk_widget_set_margin_start (self->box, 6);
  gtk_widget_set_margin_end (self->box, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HIGHEST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
}

/**
 * ldr_notice_popover_new:
 * @words: (element-type LdrNoticeWord): words that were found
 * @leader: (nullable): the leader that a coach writes about, %NULL if the leader writes
 * @noted: the pitfalls that the entry has
 * @editable: whether the entry can be changed
 *
 * Returns: (transfer floating): what there is to say about the words, and to do
 */
GtkWidget *
ldr_notice_popover_new (GPtrArray *words, const char *leader, LdrStyleSet noted, gboolean editable)
{
  LdrNoticePopover *self = g_object_new (LDR_TYPE_NOTICE_POPOVER, NULL);
  g_autofree char *title = ldr_notice_describe_title (leader);

  add_label (self->box, title, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < words->len; i++)
    {
      const LdrNoticeWord *word = g_ptr_array_index (words, i);

      add_word (self, word, (noted & LDR_STYLE_BIT (word->pitfall)) != 0, editable);
    }

  return GTK_WIDGET (self);
}
