/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-path-editor.h"

#include <glib/gi18n.h>
#include "content/ldr-path-file.h"
#include "ldr-question-list.h"
#include "model/ldr-id.h"
#include "model/ldr-text.h"

struct _LdrPathEditor
{
  AdwNavigationPage parent_instance;

  char *id; /* Of the path; %NULL for questions without one. */
  gboolean changed;

  GtkWidget *facts_group;
  AdwEntryRow *title_row;
  AdwEntryRow *summary_row;
  AdwPreferencesGroup *questions_group;
  LdrQuestionList *list;
};

static guint toast_signal;

G_DEFINE_FINAL_TYPE (LdrPathEditor, ldr_path_editor, ADW_TYPE_NAVIGATION_PAGE)

static void
changed_cb (LdrPathEditor *self)
{
  self->changed = TRUE;
}

static void
removed_cb (LdrPathEditor *self, AdwToast *toast)
{
  g_signal_emit (self, toast_signal, 0, toast);
}

static void
add_cb (LdrPathEditor *self)
{
  ldr_question_list_add (self->list);
}

static void
ldr_path_editor_shown (AdwNavigationPage *page)
{
  LdrPathEditor *self = LDR_PATH_EDITOR (page);

  /* Whoever was quicker than the transition goes on writing: nothing may be selected under the hands. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || gtk_widget_get_focus_child (self->facts_group) != NULL
      || gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    return;
  if (self->id != NULL)
    adw_entry_row_grab_focus_without_selecting (self->title_row);
  else
    ldr_question_list_add (self->list);
}

static void
ldr_path_editor_dispose (GObject *object)
{
  LdrPathEditor *self = LDR_PATH_EDITOR (object);

  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_PATH_EDITOR);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (ldr_path_editor_parent_class)->dispose (object);
}

static void
ldr_path_editor_class_init (LdrPathEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_path_editor_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = ldr_path_editor_shown;
  toast_signal = g_signal_new ("toast", LDR_TYPE_PATH_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               ADW_TYPE_TOAST);

  g_type_ensure (LDR_TYPE_QUESTION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/reflection/ldr-path-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrPathEditor, facts_group);
  gtk_widget_class_bind_template_child (widget_class, LdrPathEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPathEditor, summary_row);
  gtk_widget_class_bind_template_child (widget_class, LdrPathEditor, questions_group);
  gtk_widget_class_bind_template_child (widget_class, LdrPathEditor, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ldr_path_editor_init (LdrPathEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_path_editor_new:
 * @path: (nullable): a path of the user's own, or %NULL for a new one
 *
 * Returns: (transfer floating): a page to write it on
 */
GtkWidget *
ldr_path_editor_new (LdrPath *path)
{
  LdrPathEditor *self
      = g_object_new (LDR_TYPE_PATH_EDITOR, "title", path != NULL ? _ ("Edit Path") : _ ("New Path"), NULL);

  /* Translators: {name} stays as it is: it stands for the leader’s name */
  adw_preferences_group_set_description (self->questions_group,
                                         _ ("Asked in this order. {name} becomes the leader’s name."));
  self->id = path != NULL ? g_strdup (path->id) : ldr_id_new ();
  if (path != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->title_row), ldr_path_get_title (path));
      gtk_editable_set_text (GTK_EDITABLE (self->summary_row), ldr_path_get_summary (path));
      ldr_question_list_set_prompts (self->list, path->steps);
    }
  self->changed = FALSE;
  return GTK_WIDGET (self);
}

/**
 * ldr_path_editor_new_questions:
 * @prompts: (element-type LdrPrompt): the user's own questions
 *
 * Returns: (transfer floating): a page to write them on
 */
GtkWidget *
ldr_path_editor_new_questions (GPtrArray *prompts)
{
  LdrPathEditor *self = g_object_new (LDR_TYPE_PATH_EDITOR, "title", _ ("Your Own Questions"), NULL);

  adw_preferences_group_set_description (self->questions_group,
                                         /* Translators: {name} stays as it is: it stands for the leader’s name */
                                         _ ("Any of these may become the question of the day. {name} becomes the "
                                            "leader’s name."));
  gtk_widget_set_visible (self->facts_group, FALSE);
  ldr_question_list_set_prompts (self->list, prompts);
  self->changed = FALSE;
  return GTK_WIDGET (self);
}

/**
 * ldr_path_editor_is_changed:
 * @self: a page
 *
 * Returns: whether anything was changed on it
 */
gboolean
ldr_path_editor_is_changed (LdrPathEditor *self)
{
  g_return_val_if_fail (LDR_IS_PATH_EDITOR (self), FALSE);

  return self->changed;
}

/**
 * ldr_path_editor_is_for_path:
 * @self: a page
 *
 * Returns: whether it is for a path, and not for questions without one
 */
gboolean
ldr_path_editor_is_for_path (LdrPathEditor *self)
{
  g_return_val_if_fail (LDR_IS_PATH_EDITOR (self), FALSE);

  return self->id != NULL;
}

/**
 * ldr_path_editor_get_prompts:
 * @self: a page
 *
 * Returns: (transfer full) (element-type LdrPrompt): the questions on it
 */
GPtrArray *
ldr_path_editor_get_prompts (LdrPathEditor *self)
{
  g_return_val_if_fail (LDR_IS_PATH_EDITOR (self), NULL);

  return ldr_question_list_get_prompts (self->list);
}

static char *
get_line (AdwEntryRow *row)
{
  return ldr_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), LDR_TEXT_LINE);
}

/**
 * ldr_path_editor_dup_path:
 * @self: a page for a path
 *
 * What is on the page as a path. One without a title is called after what it is, so that nothing that was written is
 * lost for the want of it.
 *
 * Returns: (transfer full) (nullable): the path; %NULL while it has no question, or too many
 */
LdrPath *
ldr_path_editor_dup_path (LdrPathEditor *self)
{
  g_autoptr (GPtrArray) prompts = NULL;
  g_autofree char *title = NULL, *summary = NULL;
  LdrPath *path;

  g_return_val_if_fail (LDR_IS_PATH_EDITOR (self) && self->id != NULL, NULL);

  prompts = ldr_question_list_get_prompts (self->list);
  if (prompts->len == 0 || prompts->len > LDR_PATH_MAX_STEPS)
    return NULL;
  title = get_line (self->title_row);
  summary = get_line (self->summary_row);
  path = ldr_path_new_own (self->id, title[0] != '\0' ? title : _ ("Path without a title"), summary);
  for (guint i = 0; i < prompts->len; i++)
    g_ptr_array_add (path->steps, ldr_prompt_ref (g_ptr_array_index (prompts, i)));
  return path;
}
