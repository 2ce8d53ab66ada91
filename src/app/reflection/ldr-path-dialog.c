/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-path-dialog.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-toast.h"
#include "content/ldr-style-text.h"
#include "ldr-order.h"
#include "ldr-path-editor.h"
#include "ldr-path-files.h"
#include "ldr-path-groups.h"
#include "ldr-path-jobs.h"

#define KEY "ldr-path"

/**
 * LdrPathDialog:
 *
 * Paths in groups, to choose from. Those of the user's own are made, changed, put in order, deleted, and exchanged as
 * files here; an editor over them is saved when it is left, whichever way.
 */
struct _LdrPathDialog
{
  AdwDialog parent_instance;

  LdrJournal *journal;
  LdrOwnThings *own;
  GSimpleActionGroup *actions;

  AdwToastOverlay *toasts;
  AdwNavigationView *view;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkBox *groups_box;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (LdrPathDialog, ldr_path_dialog, ADW_TYPE_DIALOG)

static void
say (GtkWidget *widget, const char *text)
{
  ldr_toast_say (GTK_WIDGET (LDR_PATH_DIALOG (widget)->toasts), text);
}

/* What every call that writes ends with: the list follows by the journal's own news. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrPathDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_own_finish (LDR_JOURNAL (source), result, &error) && self->toasts != NULL)
    say (GTK_WIDGET (self), error->message);
}

static LdrPath *
find_own (LdrPathDialog *self, const char *id)
{
  for (guint i = 0; self->own != NULL && i < self->own->paths->len; i++)
    {
      LdrPath *path = g_ptr_array_index (self->own->paths, i);

      if (g_str_equal (path->id, id))
        return path;
    }
  return NULL;
}

/* --- The list --------------------------------------------------------------------------------------------------------
 */

static void
moved_cb (gpointer object, int from, int to)
{
  LdrPathDialog *self = object;

  ldr_order_move (self->own->paths, from, to);
  ldr_own_order_paths_async (self->journal, self->own->paths, written_cb, g_object_ref (self));
}

static void
activated_cb (LdrPathDialog *self, GtkListBoxRow *row)
{
  g_autoptr (LdrPath) path = ldr_path_ref (g_object_get_data (G_OBJECT (row), KEY));
  g_autoptr (LdrPathDialog) alive = g_object_ref (self);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (alive, chosen_signal, 0, path);
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu_button (const LdrPath *path)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: %s is the title of a path */
  g_autofree char *name = g_strdup_printf (_ ("Menu of “%s”"), ldr_path_get_title (path));

  append_item (menu, _ ("_Edit"), "paths.edit", path->id);
  append_item (menu, _ ("_Export…"), "paths.export", path->id);
  append_item (menu, _ ("_Delete"), "paths.delete", path->id);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_style_icon (GtkWidget *row, LdrStyle style)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (ldr_style_get_icon_name (style));
  g_autofree char *style_class = g_strconcat ("style-", ldr_style_to_id (style), NULL);

  gtk_widget_add_css_class (icon, style_class);
  gtk_widget_add_css_class (icon, "style-color");
  gtk_widget_set_tooltip_text (icon, ldr_style_get_name (style));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, ldr_style_get_name (style), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

static GtkWidget *
make_row (LdrPathDialog *self, LdrPath *path, gboolean can_move)
{
  GtkWidget *row = adw_action_row_new ();
  int minutes = ldr_path_get_minutes (path);
  /* Translators: how long a path takes */
  g_autofree char *time = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);
  GtkWidget *label = gtk_label_new (time);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ldr_path_get_title (path));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ldr_path_get_summary (path));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "caption");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), KEY, ldr_path_ref (path), (GDestroyNotify) ldr_path_unref);
  if (path->side != LDR_PROMPT_SIDE_NONE)
    add_style_icon (row, path->style);
  if (path->own)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu_button (path));
  if (can_move)
    {
      GtkWidget *handle = ldr_order_handle_new ();

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
      ldr_order_enable (GTK_LIST_BOX_ROW (row), handle, moved_cb, self);
    }
  return row;
}

/* Returns: (nullable): the group with what of @paths belongs to it and is looked for */
static GtkWidget *
make_group (LdrPathDialog *self, LdrPathGroupKind kind, GPtrArray *paths, const char *words)
{
  GtkWidget *group = NULL;
  GtkWidget *list = NULL;
  gboolean can_move = kind == LDR_PATH_GROUP_OWN && words[0] == '\0' && paths->len > 1;

  for (guint i = 0; i < paths->len; i++)
    {
      LdrPath *path = g_ptr_array_index (paths, i);

      if (ldr_path_get_group (path) != kind || !ldr_path_matches (path, words))
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          list = gtk_list_box_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), ldr_path_group_get_title (kind));
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (list, "boxed-list");
          gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          ldr_path_group_get_title (kind), -1);
          g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
        }
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, path, can_move));
    }
  return group;
}

static void
show_paths (LdrPathDialog *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups_box))) != NULL)
    gtk_box_remove (self->groups_box, child);
  for (guint kind = 0; kind < LDR_N_PATH_GROUPS; kind++)
    {
      GPtrArray *paths = kind == LDR_PATH_GROUP_OWN ? self->own->paths : ldr_path_get_all ();
      GtkWidget *group = make_group (self, (LdrPathGroupKind) kind, paths, words);

      if (group != NULL)
        gtk_box_append (self->groups_box, group);
      any |= group != NULL;
    }
  gtk_stack_set_visible_child_name (self->stack, any ? "paths" : "none");
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "export-all")),
      self->own->paths->len > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrPathDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrOwnThings) own = ldr_own_read_finish (LDR_JOURNAL (source), result, &error);

  if (self->toasts == NULL)
    return;
  if (own == NULL)
    {
      say (GTK_WIDGET (self), error->message);
      return;
    }
  g_clear_pointer (&self->own, ldr_own_things_free);
  self->own = g_steal_pointer (&own);
  show_paths (self);
}

static void
read_own (LdrPathDialog *self)
{
  ldr_own_read_async (self->journal, read_cb, g_object_ref (self));
}

static void
search_changed_cb (LdrPathDialog *self)
{
  show_paths (self);
}

/* Escape empties the search first, and closes the dialog when there is nothing to empty. */
static void
stop_search_cb (LdrPathDialog *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
search_activate_cb (LdrPathDialog *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->groups_box), GTK_DIR_TAB_FORWARD);
}

/* --- Paths of one's own ----------------------------------------------------------------------------------------------
 */

static void
push_editor (LdrPathDialog *self, GtkWidget *editor)
{
  g_signal_connect_object (editor, "toast", G_CALLBACK (ldr_toast_pass_on), self->toasts, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (editor));
}

static void
save_editor (LdrPathDialog *self, LdrPathEditor *editor)
{
  g_autoptr (LdrPath) path = NULL;
  g_autoptr (GPtrArray) prompts = NULL;

  if (!ldr_path_editor_is_changed (editor))
    return;
  if (!ldr_path_editor_is_for_path (editor))
    {
      prompts = ldr_path_editor_get_prompts (editor);
      ldr_own_save_prompts_async (self->journal, prompts, written_cb, g_object_ref (self));
      return;
    }
  path = ldr_path_editor_dup_path (editor);
  if (path != NULL)
    ldr_own_save_path_async (self->journal, path, written_cb, g_object_ref (self));
  else
    say (GTK_WIDGET (self), _ ("A path needs between 1 and 40 questions. It was not changed."));
}

static void
popped_cb (LdrPathDialog *self, AdwNavigationPage *page)
{
  if (LDR_IS_PATH_EDITOR (page))
    save_editor (self, LDR_PATH_EDITOR (page));
}

/* Closed with an editor still open, perhaps because the journal locks: what is on it is kept too. */
static void
ldr_path_dialog_closed (AdwDialog *dialog)
{
  LdrPathDialog *self = LDR_PATH_DIALOG (dialog);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  if (LDR_IS_PATH_EDITOR (page))
    save_editor (self, LDR_PATH_EDITOR (page));
}

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  push_editor (data, ldr_path_editor_new (NULL));
}

static void
questions_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrPathDialog *self = data;

  push_editor (self, ldr_path_editor_new_questions (self->own->prompts));
}

static void
edit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrPath *path = find_own (data, g_variant_get_string (parameter, NULL));

  if (path != NULL)
    push_editor (data, ldr_path_editor_new (path));
}

static void
undo_cb (AdwToast *toast, LdrPathDialog *self)
{
  ldr_own_restore_path_async (self->journal, g_object_get_data (G_OBJECT (toast), "path"),
                              g_object_get_data (G_OBJECT (toast), "order"), written_cb, g_object_ref (self));
}

static void
delete_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrPathDialog *self = data;
  LdrPath *path = find_own (self, g_variant_get_string (parameter, NULL));
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (path == NULL)
    return;
  /* Translators: %s is the title of a path */
  text = g_strdup_printf (_ ("“%s” deleted"), ldr_path_get_title (path));
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "path", ldr_path_ref (path), (GDestroyNotify) ldr_path_unref);
  g_object_set_data_full (G_OBJECT (toast), "order", g_ptr_array_ref (self->own->paths),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_DEFAULT);
  ldr_own_delete_path_async (self->journal, path->id, written_cb, g_object_ref (self));
  ldr_toast_show (GTK_WIDGET (self->toasts), toast);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  LdrPath *path = find_own (data, g_variant_get_string (parameter, NULL));

  if (path == NULL)
    return;
  g_ptr_array_add (paths, path);
  ldr_path_files_export (GTK_WIDGET (data), paths, say);
}

static void
export_all_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrPathDialog *self = data;

  if (self->own->paths->len > 0)
    ldr_path_files_export (GTK_WIDGET (self), self->own->paths, say);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LdrPathDialog *self = data;

  ldr_path_files_import (GTK_WIDGET (self), self->journal, say);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_path_dialog_dispose (GObject *object)
{
  LdrPathDialog *self = LDR_PATH_DIALOG (object);

  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_PATH_DIALOG);
  g_clear_object (&self->actions);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->own, ldr_own_things_free);

  G_OBJECT_CLASS (ldr_path_dialog_parent_class)->dispose (object);
}

static void
ldr_path_dialog_class_init (LdrPathDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_path_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ldr_path_dialog_closed;
  chosen_signal = g_signal_new ("chosen", LDR_TYPE_PATH_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/reflection/ldr-path-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrPathDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, LdrPathDialog, view);
  gtk_widget_class_bind_template_child (widget_class, LdrPathDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LdrPathDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrPathDialog, groups_box);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
}

static void
ldr_path_dialog_init (LdrPathDialog *self)
{
  static const GActionEntry entries[] = {
    { .name = "new", .activate = new_action },
    { .name = "questions", .activate = questions_action },
    { .name = "import", .activate = import_action },
    { .name = "export-all", .activate = export_all_action },
    { .name = "edit", .activate = edit_action, .parameter_type = "s" },
    { .name = "export", .activate = export_action, .parameter_type = "s" },
    { .name = "delete", .activate = delete_action, .parameter_type = "s" },
  };

  self->own = g_new0 (LdrOwnThings, 1);
  self->own->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_path_unref);
  self->own->prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_prompt_unref);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "paths", G_ACTION_GROUP (self->actions));
}

/**
 * ldr_path_dialog_new:
 * @journal: an open journal
 *
 * Returns: (transfer floating): a dialog to choose a path in
 */
AdwDialog *
ldr_path_dialog_new (LdrJournal *journal)
{
  LdrPathDialog *self = g_object_new (LDR_TYPE_PATH_DIALOG, NULL);

  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "styles-changed", G_CALLBACK (read_own), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (read_own), self, G_CONNECT_SWAPPED);
  show_paths (self);
  read_own (self);
  return ADW_DIALOG (self);
}
