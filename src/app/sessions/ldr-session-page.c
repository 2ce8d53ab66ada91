/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-session-page-private.h"

#include <glib/gi18n.h>

#include "app/journal/ldr-describe.h"
#include "app/widgets/ldr-link-list.h"
#include "ldr-sessions-describe.h"
#include "model/ldr-moment.h"

/**
 * LdrSessionPage:
 *
 * One session in three parts: prepare, hold, agree. All of them change one draft, which saves itself; what else they
 * show is read from the journal, and again when it changes.
 */
G_DEFINE_FINAL_TYPE (LdrSessionPage, ldr_session_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *const part_names[] = { NULL, "prepare", "hold", "agree" };

/* --- Showing ---------------------------------------------------------------------------------------------------------
 */

static void
show_save_state (LdrSessionPage *self)
{
  g_autoptr (LdrSaveDescription) save
      = ldr_save_describe (ldr_session_draft_get_state (self->draft), ldr_session_draft_get_error (self->draft));

  gtk_label_set_label (self->dot_label, save->label[0] != '\0' ? "·" : "");
  gtk_label_set_label (self->save_label, save->label);
  if (save->problem != NULL)
    {
      const char *own = ldr_session_describe_problem (ldr_session_draft_get_error (self->draft));

      gtk_label_set_label (self->problem_label, own != NULL ? own : save->problem);
      gtk_widget_set_visible (self->retry_button, !save->conflict);
      gtk_widget_set_visible (self->keep_mine_button, save->conflict);
      gtk_widget_set_visible (self->take_theirs_button, save->conflict);
    }
  gtk_revealer_set_reveal_child (self->problem_revealer, save->problem != NULL);
}

/* What the session says of itself changed: when it is, or how far it is. */
void
ldr_session_page_update (LdrSessionPage *self)
{
  LdrSession *session = ldr_session_draft_get_session (self->draft);
  g_autofree char *title = ldr_session_describe_title (session);
  g_autofree char *short_title = ldr_session_describe_short_title (session);
  g_autofree char *facts = ldr_session_describe_facts (session);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->short_title_label, short_title);
  gtk_label_set_label (self->facts_label, facts);
  ldr_hold_part_show_time (self->hold);
  ldr_session_page_update_actions (self);
}

static void
collect_cb (LdrSession *session, gpointer user_data)
{
  LdrSessionPage *self = user_data;

  ldr_hold_part_collect (self->hold, session);
  ldr_agree_part_collect (self->agree, session);
}

/* Takes what is on the screen into the session. */
void
ldr_session_page_collect (LdrSessionPage *self)
{
  collect_cb (ldr_session_draft_get_session (self->draft), self);
}

static LdrSessionView
find_view (const LdrSession *session, int today)
{
  if (ldr_session_is_under_way (session))
    return LDR_SESSION_VIEW_HOLD;
  if (session->state == LDR_SESSION_HELD)
    return session->day >= today - 1 ? LDR_SESSION_VIEW_AGREE : LDR_SESSION_VIEW_HOLD;
  return LDR_SESSION_VIEW_PREPARE;
}

static void
show_part (LdrSessionPage *self, LdrSessionView view)
{
  if (view == LDR_SESSION_VIEW_NEXT)
    view = find_view (ldr_session_draft_get_session (self->draft), self->news->today);
  adw_view_stack_set_visible_child_name (self->parts, part_names[view]);
}

/* Whatever the part that is on the screen shows. */
static void
show_news (LdrSessionPage *self)
{
  ldr_prepare_part_set_news (self->prepare, self->news);
  ldr_hold_part_set_news (self->hold, self->news);
  ldr_agree_part_set_news (self->agree, self->news);
}

static void
make_parts (LdrSessionPage *self)
{
  self->draft = ldr_session_draft_new (self->journal, self->news->session, collect_cb, self);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (show_save_state), self, G_CONNECT_SWAPPED);
  self->prepare = LDR_PREPARE_PART (ldr_prepare_part_new (self->draft, self->links_box));
  adw_view_stack_add_titled (self->parts, GTK_WIDGET (self->prepare), "prepare", C_ ("part of a session", "Prepare"));
  self->hold = LDR_HOLD_PART (ldr_hold_part_new (self->journal, self->draft));
  adw_view_stack_add_titled (self->parts, GTK_WIDGET (self->hold), "hold", C_ ("part of a session", "Hold"));
  self->agree = LDR_AGREE_PART (ldr_agree_part_new (self->journal, self->draft));
  adw_view_stack_add_titled (self->parts, GTK_WIDGET (self->agree), "agree", C_ ("part of a session", "Agree"));
  gtk_widget_set_visible (self->switcher_bar, TRUE);
  show_save_state (self);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static void
take_news (LdrSessionPage *self, LdrSessionNews *news)
{
  gboolean is_first = self->draft == NULL;

  g_clear_pointer (&self->news, ldr_session_news_unref);
  self->news = ldr_session_news_ref (news);
  if (is_first)
    make_parts (self);
  else if (ldr_session_draft_adopt (self->draft, news->session, self->take_theirs))
    {
      ldr_hold_part_show_session (self->hold);
      ldr_agree_part_show_session (self->agree);
    }
  self->take_theirs = FALSE;
  show_news (self);
  ldr_session_page_update (self);
  gtk_stack_set_visible_child_name (self->stack, "session");
  if (is_first)
    show_part (self, self->wanted);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrSessionNews) news = ldr_session_load_finish (LDR_JOURNAL (source), result, &error);

  if (self->journal == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (news != NULL)
    {
      take_news (self, news);
      return;
    }
  /* What is on the screen already stays there: it may hold words that are nowhere else. */
  if (self->draft != NULL)
    return;
  adw_status_page_set_description (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
reload (LdrSessionPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stale = FALSE;
  if (self->journal == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ldr_session_load_async (self->journal, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
changed_cb (LdrSessionPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    self->stale = TRUE;
}

static void
ldr_session_page_map (GtkWidget *widget)
{
  LdrSessionPage *self = LDR_SESSION_PAGE (widget);

  GTK_WIDGET_CLASS (ldr_session_page_parent_class)->map (widget);
  if (self->stale)
    reload (self);
}

/* --- Saving ----------------------------------------------------------------------------------------------------------
 */

static void
retry_cb (LdrSessionPage *self)
{
  ldr_session_draft_retry (self->draft);
}

static void
keep_mine_cb (LdrSessionPage *self)
{
  ldr_session_draft_keep_mine (self->draft);
}

static void
take_theirs_cb (LdrSessionPage *self)
{
  self->take_theirs = TRUE;
  reload (self);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_session_page_dispose (GObject *object)
{
  LdrSessionPage *self = LDR_SESSION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->draft != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->draft, self);
      ldr_session_draft_abandon (self->draft);
    }
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_SESSION_PAGE);
  g_clear_object (&self->links_box);
  g_clear_object (&self->draft);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->news, ldr_session_news_unref);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (ldr_session_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, short_title_label);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, facts_label);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, dot_label);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, save_label);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, keep_mine_button);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, take_theirs_button);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionPage, parts);
}

static void
ldr_session_page_class_init (LdrSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_session_page_dispose;
  widget_class->map = ldr_session_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/sessions/ldr-session-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_theirs_cb);
  ldr_session_page_install_actions (widget_class);
}

static void
ldr_session_page_init (LdrSessionPage *self)
{
  self->links_box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_session_page_new:
 * @journal: an open journal
 * @id: a session
 * @view: which part to show
 *
 * Returns: (transfer floating): its page
 */
AdwNavigationPage *
ldr_session_page_new (LdrJournal *journal, const char *id, LdrSessionView view)
{
  LdrSessionPage *self = g_object_new (LDR_TYPE_SESSION_PAGE, NULL);
  static const char *const signals[]
      = { "sessions-changed", "goals-changed", "entry-changed", "reset", "notify::info" };

  self->journal = g_object_ref (journal);
  self->id = g_strdup (id);
  gtk_box_append (GTK_BOX (self->links_box), ldr_link_list_new (journal, LDR_LINK_SESSION, id));
  self->wanted = view;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Session"));
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (journal, signals[i], G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ldr_session_page_get_id:
 * @self: a page
 *
 * Returns: the id of its session
 */
const char *
ldr_session_page_get_id (LdrSessionPage *self)
{
  g_return_val_if_fail (LDR_IS_SESSION_PAGE (self), NULL);

  return self->id;
}

/**
 * ldr_session_page_show:
 * @self: a page
 * @view: a part of it
 *
 * Shows a part, now or once the session is there.
 */
void
ldr_session_page_show (LdrSessionPage *self, LdrSessionView view)
{
  g_return_if_fail (LDR_IS_SESSION_PAGE (self));

  self->wanted = view;
  if (self->draft != NULL)
    show_part (self, view);
}

/**
 * ldr_session_page_set_times:
 * @self: a page
 * @times: how far the session is
 *
 * Says how far it is, and saves that at once.
 *
 * Returns: whether the session is there; if it is not read yet, nothing is done
 */
gboolean
ldr_session_page_set_times (LdrSessionPage *self, const LdrSessionTimes *times)
{
  LdrSession *session;

  g_return_val_if_fail (LDR_IS_SESSION_PAGE (self), FALSE);

  if (self->draft == NULL)
    return FALSE;
  session = ldr_session_draft_get_session (self->draft);
  ldr_session_times_apply (times, session);
  ldr_session_draft_save_now (self->draft);
  ldr_session_page_update (self);
  return TRUE;
}

/**
 * ldr_session_page_refresh_actions:
 * @self: a page
 *
 * Shows anew what the journal says of actions: a box that was ticked without success is open again.
 */
void
ldr_session_page_refresh_actions (LdrSessionPage *self)
{
  g_return_if_fail (LDR_IS_SESSION_PAGE (self));

  if (self->draft == NULL)
    return;
  ldr_prepare_part_forget_actions (self->prepare);
  ldr_agree_part_forget_actions (self->agree);
  show_news (self);
}

static void
check_ins_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ldr_hold_part_flush_check_ins_finish (LDR_HOLD_PART (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  LdrSessionPage *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (ldr_session_draft_flush_finish (LDR_SESSION_DRAFT (source), result, &error))
    ldr_hold_part_flush_check_ins_async (self->hold, g_task_get_cancellable (task), check_ins_flushed_cb,
                                         g_object_ref (task));
  else
    g_task_return_error (task, error);
}

/**
 * ldr_session_page_flush_async:
 * @self: a page
 * @cancellable: (nullable): for giving up waiting
 * @callback: called once every word is safe, or could not be saved
 * @user_data: for @callback
 *
 * Saves at once what is not saved yet: before leaving, locking, closing and quitting.
 */
void
ldr_session_page_flush_async (LdrSessionPage *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ldr_session_page_flush_async);
  if (self->draft == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  ldr_prepare_part_commit (self->prepare);
  ldr_hold_part_commit (self->hold);
  ldr_agree_part_commit (self->agree);
  ldr_session_draft_flush_async (self->draft, cancellable, flushed_cb, g_object_ref (task));
}

/**
 * ldr_session_page_flush_finish:
 * @self: a page
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: %TRUE if every word is safe; %FALSE with @error set if some are only on the screen
 */
gboolean
ldr_session_page_flush_finish (LdrSessionPage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ldr_session_page_abandon:
 * @self: a page
 *
 * Gives up what was not saved.
 */
void
ldr_session_page_abandon (LdrSessionPage *self)
{
  g_return_if_fail (LDR_IS_SESSION_PAGE (self));

  if (self->draft == NULL)
    return;
  ldr_session_draft_abandon (self->draft);
  ldr_hold_part_abandon (self->hold);
}
