/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-pane-private.h"

#include "app/packs/ldr-pack-read.h"
#include "ldr-format-actions.h"

/* The part of the pane that an entry is written in. It is made for the first entry that is shown: the list of entries
 * is on the screen before, and need not wait for it. */

static void
title_changed_cb (LdrEntryPane *self)
{
  ldr_entry_pane_touch (self);
}

static void
title_activate_cb (LdrEntryPane *self)
{
  ldr_entry_pane_focus_text (self);
}

static void
meta_changed_cb (LdrEntryPane *self)
{
  ldr_entry_notices_pitfalls_changed (self->notices);
  ldr_entry_pane_touch (self);
}

static void
linking_cb (LdrEntryPane *self)
{
  if (self->draft != NULL)
    ldr_draft_require (self->draft);
}

static void
toast_cb (LdrEntryPane *self, AdwToast *toast)
{
  ldr_entry_pane_offer (self, toast);
}

static void
text_changed_cb (LdrEntryPane *self)
{
  ldr_entry_pane_touch (self);
}

static void
formats_changed_cb (LdrEntryPane *self)
{
  if (self->formats != NULL)
    ldr_format_actions_update (self->formats);
}

static void
words_changed_cb (LdrEntryPane *self)
{
  ldr_entry_pane_show_words (self);
}

static void
link_activated_cb (LdrEntryPane *self, const char *uri)
{
  ldr_entry_pane_open_link (self, uri);
}

static void
edit_link_cb (LdrEntryPane *self)
{
  ldr_entry_pane_edit_link (self);
}

static void
describe_picture_cb (LdrEntryPane *self, const char *description)
{
  ldr_entry_pane_describe_picture (self, description);
}

static void
save_picture_cb (LdrEntryPane *self, const char *id, const char *description)
{
  ldr_entry_pane_save_picture (self, id, description);
}

static void
take_theirs_cb (LdrEntryPane *self)
{
  ldr_entry_pane_take_theirs (self);
}

static void
save_copy_cb (LdrEntryPane *self)
{
  ldr_entry_pane_save_copy (self);
}

/* Pictures go where they are dropped; beside the text, to the cursor. */
static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  LdrEntryPane *self = data;
  graphene_point_t point;
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files != NULL && ldr_pack_read_is_pack (files->data))
    {
      g_autofree char *uri = g_file_get_uri (files->data);

      return gtk_widget_activate_action (GTK_WIDGET (self), "win.read-pack-file", "s", uri);
    }
  if (!ldr_entry_pane_is_editable (self))
    return FALSE;
  if (gtk_widget_compute_point (GTK_WIDGET (self->scroller), GTK_WIDGET (self->editor), &GRAPHENE_POINT_INIT (x, y),
                                &point))
    ldr_editor_place_cursor_at (self->editor, point.x, point.y);
  for (GSList *file = files; file != NULL; file = file->next)
    ldr_entry_pictures_insert_file (self->pictures, file->data);

  return files != NULL;
}

static void
problem_cb (LdrEntryPane *self, const char *message)
{
  ldr_entry_pane_say (self, message);
}

static GtkBuilder *
build (LdrEntryPane *self)
{
  g_autoptr (GtkBuilderScope) scope = gtk_builder_cscope_new ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;

  gtk_builder_cscope_add_callback (scope, title_changed_cb);
  gtk_builder_cscope_add_callback (scope, title_activate_cb);
  gtk_builder_cscope_add_callback (scope, meta_changed_cb);
  gtk_builder_cscope_add_callback (scope, linking_cb);
  gtk_builder_cscope_add_callback (scope, toast_cb);
  gtk_builder_cscope_add_callback (scope, text_changed_cb);
  gtk_builder_cscope_add_callback (scope, formats_changed_cb);
  gtk_builder_cscope_add_callback (scope, words_changed_cb);
  gtk_builder_cscope_add_callback (scope, link_activated_cb);
  gtk_builder_cscope_add_callback (scope, edit_link_cb);
  gtk_builder_cscope_add_callback (scope, describe_picture_cb);
  gtk_builder_cscope_add_callback (scope, save_picture_cb);
  gtk_builder_cscope_add_callback (scope, take_theirs_cb);
  gtk_builder_cscope_add_callback (scope, save_copy_cb);
  gtk_builder_set_scope (builder, scope);
  gtk_builder_set_current_object (builder, G_OBJECT (self));
  if (!gtk_builder_add_from_resource (builder, "/io/github/leidraad/Leidraad/journal/ldr-entry-page.ui", &error))
    g_error ("The page of an entry could not be made: %s", error->message);

  return g_steal_pointer (&builder);
}

static void
add_format_actions (LdrEntryPane *self)
{
  g_autoptr (GPropertyAction) word_count = g_property_action_new ("word-count", self->words_label, "visible");

  self->formats = ldr_format_actions_new (self->editor);
  g_action_map_add_action (G_ACTION_MAP (self->formats), G_ACTION (word_count));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "format", self->formats);
}

static void
add_pictures (LdrEntryPane *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->pictures = ldr_entry_pictures_new (self->editor);
  ldr_entry_pictures_set_journal (self->pictures, self->journal);
  g_signal_connect_object (self->pictures, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);

  /* The text view below would take the names of dropped files for text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), GTK_EVENT_CONTROLLER (drop));
}

/* Makes the part that an entry is written in, once. */
void
ldr_entry_pane_make_page (LdrEntryPane *self)
{
  g_autoptr (GtkBuilder) builder = NULL;
  gboolean quiet = self->quiet;

  if (self->scroller != NULL)
    return;

  g_type_ensure (LDR_TYPE_SAVE_BANNER);
  g_type_ensure (LDR_TYPE_ENTRY_TITLE);
  g_type_ensure (LDR_TYPE_ENTRY_META);
  g_type_ensure (LDR_TYPE_EDITOR);
  g_type_ensure (LDR_TYPE_MARGIN_NOTES);
  self->quiet = TRUE;
  builder = build (self);
  self->quiet = quiet;
  self->scroller = GTK_SCROLLED_WINDOW (gtk_builder_get_object (builder, "scroller"));
  self->title = LDR_ENTRY_TITLE (gtk_builder_get_object (builder, "title"));
  self->meta = LDR_ENTRY_META (gtk_builder_get_object (builder, "meta"));
  self->editor = LDR_EDITOR (gtk_builder_get_object (builder, "editor"));
  self->comments = LDR_MARGIN_NOTES (gtk_builder_get_object (builder, "comments"));
  self->words_label = GTK_LABEL (gtk_builder_get_object (builder, "words_label"));
  self->save_banner = LDR_SAVE_BANNER (gtk_builder_get_object (builder, "save_banner"));
  self->trash_banner = ADW_BANNER (gtk_builder_get_object (builder, "trash_banner"));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->scroller), "entry");
  adw_toolbar_view_add_top_bar (self->toolbar_view, GTK_WIDGET (self->save_banner));
  adw_toolbar_view_add_top_bar (self->toolbar_view, GTK_WIDGET (self->trash_banner));
  ldr_entry_meta_set_journal (self->meta, self->journal);
  add_format_actions (self);
  add_pictures (self);
  self->notices = ldr_entry_notices_new (self->editor, self->meta);
  ldr_entry_notices_set_journal (self->notices, self->journal);
  g_signal_connect_object (self->notices, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
}

/* Makes the buttons of formats for the top, or for the bottom. */
GtkWidget *
ldr_entry_pane_make_formats (LdrEntryPane *self, gboolean bottom)
{
  GtkWidget *bar = g_object_new (LDR_TYPE_FORMAT_BAR, NULL);

  if (bottom)
    {
      gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (bar, "toolbar");
      adw_toolbar_view_add_bottom_bar (self->toolbar_view, bar);
    }
  else
    adw_header_bar_pack_start (self->header_bar, bar);

  return bar;
}
