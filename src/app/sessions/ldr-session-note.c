/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-session-note.h"

#include "app/editor/ldr-editor.h"
#include "app/journal/ldr-entry-spelling.h"
#include "app/styles/ldr-styles-parts.h"

/* A place to write is at least so high (pixels). */
#define MIN_HEIGHT 84

struct _LdrSessionNote
{
  AdwBin parent_instance;

  LdrEditor *editor;
  gboolean quiet;
  gboolean changed;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrSessionNote, ldr_session_note, ADW_TYPE_BIN)

static void
editor_changed_cb (LdrSessionNote *self)
{
  if (self->quiet)
    return;
  self->changed = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Reading a dictionary takes a while, so that it waits until there is something to see. */
static void
ldr_session_note_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ldr_session_note_parent_class)->map (widget);
  ldr_entry_spelling_follow_settings (LDR_SESSION_NOTE (widget)->editor);
}

static gboolean
ldr_session_note_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ldr_editor_get_view (LDR_SESSION_NOTE (widget)->editor)));
}

static void
ldr_session_note_class_init (LdrSessionNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = ldr_session_note_map;
  widget_class->grab_focus = ldr_session_note_grab_focus;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_SESSION_NOTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_session_note_init (LdrSessionNote *self)
{
  self->editor = LDR_EDITOR (ldr_editor_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->editor), -1, MIN_HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self->editor), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->editor), "session-note");
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (editor_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_session_note_new:
 * @title: (nullable): its heading, %NULL where it stands above already
 * @question: what it answers
 *
 * Returns: (transfer floating): an empty note
 */
GtkWidget *
ldr_session_note_new (const char *title, const char *question)
{
  LdrSessionNote *self = g_object_new (LDR_TYPE_SESSION_NOTE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkAccessible *view = GTK_ACCESSIBLE (ldr_editor_get_view (self->editor));

  if (title != NULL)
    {
      GtkWidget *words = ldr_parts_label (question, "dimmed");

      gtk_box_append (GTK_BOX (box), ldr_parts_label (title, "heading"));
      gtk_box_append (GTK_BOX (box), words);
      gtk_widget_set_margin_bottom (words, 3);
    }
  gtk_accessible_update_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : question,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, question, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->editor));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/**
 * ldr_session_note_set_text:
 * @self: a note
 * @text: CommonMark
 *
 * Shows a text, without the signal `changed`.
 */
void
ldr_session_note_set_text (LdrSessionNote *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (LDR_IS_SESSION_NOTE (self));

  self->changed = FALSE;
  shown = ldr_editor_get_text (self->editor);
  if (g_str_equal (shown, text))
    return;
  self->quiet = TRUE;
  ldr_editor_set_text (self->editor, text);
  self->quiet = FALSE;
}

/**
 * ldr_session_note_is_changed:
 * @self: a note
 *
 * Returns: whether the user changed it since its text was set or taken
 */
gboolean
ldr_session_note_is_changed (LdrSessionNote *self)
{
  g_return_val_if_fail (LDR_IS_SESSION_NOTE (self), FALSE);

  return self->changed;
}

/**
 * ldr_session_note_take_text:
 * @self: a note
 *
 * Returns: (transfer full): what is written in it, as CommonMark; from now on it counts as unchanged
 */
char *
ldr_session_note_take_text (LdrSessionNote *self)
{
  g_return_val_if_fail (LDR_IS_SESSION_NOTE (self), NULL);

  self->changed = FALSE;
  return ldr_editor_get_text (self->editor);
}
