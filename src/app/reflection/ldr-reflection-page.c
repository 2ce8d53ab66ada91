/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reflection-page.h"

#include <glib/gi18n.h>

#include "app/editor/ldr-editor.h"
#include "app/journal/ldr-copy-elsewhere.h"
#include "app/journal/ldr-entry-spelling.h"
#include "app/shelf/ldr-outside.h"
#include "ldr-reflection-describe.h"
#include "ldr-reflection-draft.h"
#include "ldr-style-choice.h"

/* More dots than this say less than the words beside them. */
#define MAX_DOTS 10

/**
 * LdrReflectionPage:
 *
 * One question at a time, a large place to write, and nothing else. After the last question the writer says which
 * styles and pitfalls were at work; only then it becomes an entry, in one go. Until then it is a draft that saves
 * itself.
 */
struct _LdrReflectionPage
{
  AdwNavigationPage parent_instance;

  LdrJournalInfo *info;
  LdrReflection *reflection; /* Never shared: the journal is given copies. */
  LdrReflectionDraft *draft;
  guint step; /* As many as there are questions: the last step, after them. */
  gboolean quiet;

  GtkRevealer *problem_revealer;
  GtkLabel *problem_label;
  GtkLabel *progress_label;
  GtkLabel *save_label;
  GtkLabel *question_label;
  GtkLabel *hint_label;
  GtkStack *stack;
  LdrEditor *editor;
  GtkWidget *closing_box;
  GtkLabel *styles_label;
  GtkWidget *styles_box;
  GtkLabel *pitfalls_label;
  GtkWidget *pitfalls_box;
  GtkWidget *back_button;
  GtkWidget *dots_box;
  GtkWidget *skip_button;
  GtkButton *next_button;
};

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrReflectionPage, ldr_reflection_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
is_closing (LdrReflectionPage *self)
{
  return self->step >= self->reflection->steps->len;
}

/* Takes what is on the screen into the reflection. */
static void
take_answer (LdrReflectionPage *self)
{
  g_autofree char *text = NULL;

  if (is_closing (self))
    return;
  text = ldr_editor_get_text (self->editor);
  ldr_reflection_set_answer (self->reflection, self->step, text);
}

static LdrReflection *
collect (gpointer user_data)
{
  LdrReflectionPage *self = user_data;

  take_answer (self);
  return ldr_reflection_copy (self->reflection);
}

/* --- Showing ---------------------------------------------------------------------------------------------------------
 */

static void
show_dots (LdrReflectionPage *self)
{
  guint i = 0;

  for (GtkWidget *dot = gtk_widget_get_first_child (self->dots_box); dot != NULL;
       dot = gtk_widget_get_next_sibling (dot), i++)
    {
      gboolean answered = ldr_reflection_is_answered (self->reflection, i);
      const char *const classes[]
          = { "step-dot", answered ? "answered" : "open", i == self->step ? "current" : NULL, NULL };

      gtk_widget_set_css_classes (dot, (const char **) classes);
    }
}

static void
show_buttons (LdrReflectionPage *self, const LdrStepDescription *step)
{
  gboolean single = self->reflection->steps->len == 1;

  gtk_widget_set_visible (self->back_button, step->can_go_back);
  gtk_widget_set_visible (self->skip_button, !step->closing && !single);
  gtk_widget_set_sensitive (self->skip_button, step->can_skip);
  gtk_button_set_label (self->next_button, step->closing ? _ ("_Finish") : _ ("_Next"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), step->can_go_on);
}

/* While somebody types only the buttons and the dots may change. */
static void
update (LdrReflectionPage *self)
{
  g_autoptr (LdrStepDescription) step = ldr_step_describe (self->reflection, self->step, self->info);

  show_buttons (self, step);
  show_dots (self);
}

static void
show_step (LdrReflectionPage *self)
{
  g_autoptr (LdrStepDescription) step = ldr_step_describe (self->reflection, self->step, self->info);

  gtk_label_set_label (self->progress_label, step->progress);
  gtk_label_set_label (self->question_label, step->question);
  gtk_label_set_label (self->hint_label, step->hint != NULL ? step->hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), step->hint != NULL);
  gtk_stack_set_visible_child_name (self->stack, step->closing ? "closing" : "question");
  gtk_widget_set_visible (self->closing_box, step->closing && step->can_go_on);
  if (!step->closing)
    {
      self->quiet = TRUE;
      ldr_editor_set_text (self->editor, ldr_reflection_get_step (self->reflection, self->step)->answer);
      self->quiet = FALSE;
      gtk_accessible_update_property (GTK_ACCESSIBLE (ldr_editor_get_view (self->editor)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, step->question,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, step->progress, -1);
    }
  show_buttons (self, step);
  show_dots (self);
}

static void
show_save_state (LdrReflectionPage *self)
{
  g_autoptr (LdrSaveDescription) save
      = ldr_save_describe (ldr_reflection_draft_get_state (self->draft), ldr_reflection_draft_get_error (self->draft));

  gtk_label_set_label (self->save_label, save->label);
  if (save->problem != NULL)
    gtk_label_set_label (self->problem_label, save->problem);
  gtk_revealer_set_reveal_child (self->problem_revealer, save->problem != NULL);
}

static void
focus_step (LdrReflectionPage *self)
{
  if (!is_closing (self))
    gtk_widget_grab_focus (GTK_WIDGET (ldr_editor_get_view (self->editor)));
  else if (gtk_widget_get_sensitive (GTK_WIDGET (self->next_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
  else
    gtk_widget_grab_focus (self->back_button);
}

/* --- Moving ----------------------------------------------------------------------------------------------------------
 */

static void
go_to (LdrReflectionPage *self, guint step)
{
  take_answer (self);
  self->step = step;
  self->reflection->at = MIN (step, self->reflection->steps->len - 1);
  if (ldr_reflection_count_answers (self->reflection) > 0)
    {
      ldr_reflection_draft_touch (self->draft);
      ldr_reflection_draft_save_now (self->draft);
    }
  show_step (self);
  focus_step (self);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrReflectionPage) self = user_data;
  g_autoptr (LdrReflection) reflection
      = ldr_reflection_draft_finish_finish (LDR_REFLECTION_DRAFT (source), result, NULL);

  /* What went wrong is told above the text, and tried again. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (reflection != NULL)
    g_signal_emit (self, signals[SIGNAL_FINISHED], 0, reflection);
  else
    update (self);
}

static void
finish (LdrReflectionPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), FALSE);
  gtk_widget_set_sensitive (self->back_button, FALSE);
  ldr_reflection_draft_finish_async (self->draft, finished_cb, g_object_ref (self));
}

static void
next_cb (LdrReflectionPage *self)
{
  if (!is_closing (self))
    go_to (self, self->step + 1);
  else if (gtk_widget_get_sensitive (GTK_WIDGET (self->next_button)))
    finish (self);
}

static void
back_cb (LdrReflectionPage *self)
{
  if (self->step > 0)
    go_to (self, self->step - 1);
}

/* Goes on as the button that is awake would. */
static gboolean
next_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrReflectionPage *self = LDR_REFLECTION_PAGE (widget);

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->next_button)) || gtk_widget_is_sensitive (self->skip_button))
    next_cb (self);
  return GDK_EVENT_STOP;
}

static void
text_changed_cb (LdrReflectionPage *self)
{
  if (self->quiet)
    return;
  take_answer (self);
  ldr_reflection_draft_touch (self->draft);
  update (self);
}

static void
styles_chosen_cb (LdrReflectionPage *self)
{
  self->reflection->styles = ldr_style_choice_get (self->styles_box);
  self->reflection->pitfalls = ldr_style_choice_get (self->pitfalls_box);
  ldr_reflection_draft_touch (self->draft);
}

static void
retry_cb (LdrReflectionPage *self)
{
  ldr_reflection_draft_save_now (self->draft);
}

static void
copy_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrReflectionPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ldr_copy_elsewhere_finish (result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Copy saved"));
  else if (!ldr_outside_was_called_off (error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
save_copy_cb (LdrReflectionPage *self)
{
  g_autoptr (LdrReflection) reflection = collect (self);
  g_autoptr (LdrEntry) entry = ldr_reflection_to_entry (reflection);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  ldr_copy_elsewhere_async (entry, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, copy_saved_cb, g_object_ref (self));
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_reflection_page_shown (AdwNavigationPage *page)
{
  LdrReflectionPage *self = LDR_REFLECTION_PAGE (page);

  ldr_entry_spelling_follow_settings (self->editor);
  focus_step (self);
}

static void
ldr_reflection_page_dispose (GObject *object)
{
  LdrReflectionPage *self = LDR_REFLECTION_PAGE (object);

  if (self->draft != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->draft, self);
      ldr_reflection_draft_abandon (self->draft);
    }
  g_clear_object (&self->draft);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_REFLECTION_PAGE);
  g_clear_pointer (&self->reflection, ldr_reflection_unref);
  g_clear_pointer (&self->info, ldr_journal_info_unref);

  G_OBJECT_CLASS (ldr_reflection_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, save_label);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, question_label);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, editor);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, closing_box);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, styles_label);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, styles_box);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, pitfalls_label);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, pitfalls_box);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, dots_box);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, skip_button);
  gtk_widget_class_bind_template_child (widget_class, LdrReflectionPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
ldr_reflection_page_class_init (LdrReflectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_reflection_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = ldr_reflection_page_shown;

  signals[SIGNAL_FINISHED] = g_signal_new ("finished", LDR_TYPE_REFLECTION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, LDR_TYPE_REFLECTION);

  g_type_ensure (LDR_TYPE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/reflection/ldr-reflection-page.ui");
  bind_template (widget_class);
}

/* Before the text view, which has a use of its own for Enter. */
static void
add_keys (LdrReflectionPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < 2; i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (i == 0 ? GDK_KEY_Return : GDK_KEY_KP_Enter, GDK_CONTROL_MASK),
                          gtk_callback_action_new (next_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
ldr_reflection_page_init (LdrReflectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
}

static void
make_closing (LdrReflectionPage *self)
{
  g_autofree char *styles = ldr_styles_used_describe (self->info);
  g_autofree char *pitfalls = ldr_pitfalls_noticed_describe (self->info);

  gtk_label_set_label (self->styles_label, styles);
  gtk_label_set_label (self->pitfalls_label, pitfalls);
  ldr_style_choice_fill (self->styles_box, FALSE, self->reflection->styles, G_CALLBACK (styles_chosen_cb), self);
  ldr_style_choice_fill (self->pitfalls_box, TRUE, self->reflection->pitfalls, G_CALLBACK (styles_chosen_cb), self);
}

/**
 * ldr_reflection_page_new:
 * @journal: an open journal
 * @reflection: a new reflection, or a draft that goes on where it was left
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
ldr_reflection_page_new (LdrJournal *journal, LdrReflection *reflection)
{
  LdrReflectionPage *self = g_object_new (LDR_TYPE_REFLECTION_PAGE, NULL);
  guint n = reflection->steps->len;

  self->info = ldr_journal_info_ref (ldr_journal_get_info (journal));
  self->reflection = ldr_reflection_copy (reflection);
  self->step = reflection->at;
  self->draft = ldr_reflection_draft_new (journal, reflection, collect, self);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (show_save_state), self, G_CONNECT_SWAPPED);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 reflection->title[0] != '\0' ? reflection->title : _ ("Reflection"));
  for (guint i = 0; i < n && n > 1 && n <= MAX_DOTS; i++)
    gtk_box_append (GTK_BOX (self->dots_box), adw_bin_new ());
  make_closing (self);
  show_step (self);
  show_save_state (self);
  return GTK_WIDGET (self);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ldr_reflection_draft_flush_finish (LDR_REFLECTION_DRAFT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ldr_reflection_page_flush_async:
 * @self: a page
 * @cancellable: (nullable): for giving up waiting
 * @callback: called once the answers are safe, or could not be saved
 * @user_data: for @callback
 *
 * Saves at once what is not saved yet: before leaving, locking, closing and quitting.
 */
void
ldr_reflection_page_flush_async (LdrReflectionPage *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ldr_reflection_page_flush_async);
  ldr_reflection_draft_flush_async (self->draft, cancellable, flushed_cb, task);
}

/**
 * ldr_reflection_page_flush_finish:
 * @self: a page
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes ldr_reflection_page_flush_async().
 *
 * Returns: %TRUE if every answer is safe; %FALSE with @error set if some are only on the screen
 */
gboolean
ldr_reflection_page_flush_finish (LdrReflectionPage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ldr_reflection_page_abandon:
 * @self: a page
 *
 * Gives up what was not saved.
 */
void
ldr_reflection_page_abandon (LdrReflectionPage *self)
{
  g_return_if_fail (LDR_IS_REFLECTION_PAGE (self));

  ldr_reflection_draft_abandon (self->draft);
}
