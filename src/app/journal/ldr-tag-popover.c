/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-tag-popover.h"

#include <glib/gi18n.h>

/* More than these would be a list to read instead of a hint. */
#define SUGGESTIONS 6

/**
 * LdrTagPopover:
 *
 * An entry for a tag with the journal's own tags below it as one types.
 */
struct _LdrTagPopover
{
  GtkPopover parent_instance;

  LdrJournal *journal;
  GPtrArray *tags;
  GtkWidget *entry;
  GtkWidget *suggestions;
};

enum
{
  SIGNAL_TAG_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrTagPopover, ldr_tag_popover, GTK_TYPE_POPOVER)

/**
 * ldr_tag_matches:
 * @tag: a tag
 * @typed: what was typed so far, with or without "#"
 *
 * Returns: %TRUE if a word of @tag begins with @typed, whatever the case and the accents
 */
gboolean
ldr_tag_matches (const char *tag, const char *typed)
{
  if (typed[0] == '#')
    typed++;

  return typed[0] == '\0' || g_str_match_string (typed, tag, TRUE);
}

static void
choose (LdrTagPopover *self, const char *text)
{
  g_autofree char *tag = g_strstrip (g_strdup (text[0] == '#' ? text + 1 : text));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (tag[0] != '\0')
    g_signal_emit (self, signals[SIGNAL_TAG_CHOSEN], 0, tag);
}

static void
activate_cb (LdrTagPopover *self)
{
  choose (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
row_activated_cb (LdrTagPopover *self, GtkListBoxRow *row)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);

  choose (self, gtk_label_get_label (GTK_LABEL (label)));
}

static void
show_suggestions (LdrTagPopover *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint shown = 0;

  gtk_list_box_remove_all (GTK_LIST_BOX (self->suggestions));
  for (guint i = 0; self->tags != NULL && i < self->tags->len && shown < SUGGESTIONS; i++)
    {
      LdrTagCount *count = g_ptr_array_index (self->tags, i);
      g_autofree char *text = NULL;
      GtkWidget *label;

      if (!ldr_tag_matches (count->tag, typed))
        continue;
      text = g_strconcat ("#", count->tag, NULL);
      label = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (GTK_LIST_BOX (self->suggestions), label);
      shown++;
    }
  gtk_widget_set_visible (self->suggestions, shown > 0);
}

static void
tags_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrTagPopover) self = user_data;
  g_autoptr (GPtrArray) tags = ldr_journal_list_tags_finish (LDR_JOURNAL (source), result, NULL);

  /* Without suggestions a tag can still be typed, so a failure needs no word here. */
  if (tags == NULL || self->journal != LDR_JOURNAL (source))
    return;
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  self->tags = g_steal_pointer (&tags);
  show_suggestions (self);
}

static void
shown_cb (LdrTagPopover *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);
  show_suggestions (self);
  if (self->journal != NULL)
    ldr_journal_list_tags_async (self->journal, NULL, tags_cb, g_object_ref (self));
}

static void
ldr_tag_popover_dispose (GObject *object)
{
  LdrTagPopover *self = LDR_TAG_POPOVER (object);

  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_tag_popover_parent_class)->dispose (object);
}

static void
ldr_tag_popover_class_init (LdrTagPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_tag_popover_dispose;
  signals[SIGNAL_TAG_CHOSEN] = g_signal_new ("tag-chosen", LDR_TYPE_TAG_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ldr_tag_popover_init (LdrTagPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Tag"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tag"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (show_suggestions), self);
  self->suggestions = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->suggestions), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->suggestions, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->suggestions), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tags in this journal"), -1);
  g_signal_connect_swapped (self->suggestions, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->suggestions);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

/**
 * ldr_tag_popover_new:
 *
 * Makes a popover that knows no tags yet.
 *
 * Returns: (transfer floating): a new popover
 */
GtkWidget *
ldr_tag_popover_new (void)
{
  return g_object_new (LDR_TYPE_TAG_POPOVER, NULL);
}

/**
 * ldr_tag_popover_set_journal:
 * @self: a popover
 * @journal: (nullable): whose tags to suggest, or %NULL to forget them at once
 *
 * Suggests the tags of another journal.
 */
void
ldr_tag_popover_set_journal (LdrTagPopover *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_TAG_POPOVER (self));

  if (!g_set_object (&self->journal, journal))
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  gtk_list_box_remove_all (GTK_LIST_BOX (self->suggestions));
}
