/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-link-chooser.h"

#include <glib/gi18n.h>

#include "ldr-link-describe.h"
#include "ldr-link-jobs.h"
#include "ldr-link-row.h"
#include "model/ldr-moment.h"

struct _LdrLinkChooser
{
  AdwDialog parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *groups_box;
  AdwStatusPage *none_page;

  LdrJournal *journal;
  LdrLinkKind kind;
  char *id;
  GCancellable *cancellable;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (LdrLinkChooser, ldr_link_chooser, ADW_TYPE_DIALOG)

static const char *
get_words (LdrLinkChooser *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static void
chosen_cb (LdrLinkChooser *self, GtkListBoxRow *row)
{
  g_autoptr (LdrLinkChooser) alive = g_object_ref (self);
  g_autoptr (LdrLinked) linked = ldr_linked_ref (ldr_link_row_get_linked (row));

  g_signal_emit (self, chosen_signal, 0, linked);
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- Showing ---------------------------------------------------------------------------------------------------------
 */

/* A heading and its list, for the things from @first on that are of one kind. Returns: where the next kind begins. */
static guint
add_group (LdrLinkChooser *self, GPtrArray *found, guint first)
{
  LdrLinkKind kind = ((const LdrLinked *) g_ptr_array_index (found, first))->kind;
  const char *title = ldr_link_kind_describe_many (kind);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = ldr_link_rows_new (title);
  guint i;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (i = first; i < found->len && ((const LdrLinked *) g_ptr_array_index (found, i))->kind == kind; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), ldr_link_row_new (g_ptr_array_index (found, i), ldr_moment_now ()));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (self->groups_box, group);
  return i;
}

static void
show_nothing (LdrLinkChooser *self, const char *title, const char *text)
{
  adw_status_page_set_title (self->none_page, title);
  adw_status_page_set_description (self->none_page, text);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
show_found (LdrLinkChooser *self, GPtrArray *found)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups_box))) != NULL)
    gtk_box_remove (self->groups_box, child);
  for (guint i = 0; i < found->len;)
    i = add_group (self, found, i);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (found->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "found");
  else if (get_words (self)[0] != '\0')
    show_nothing (self, _ ("Nothing found"), _ ("Try another word, or the beginning of one."));
  else
    show_nothing (self, _ ("Nothing to link yet"),
                  _ ("Entries, goals and sessions of this journal appear here once there are any."));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrLinkChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ldr_link_list_finish (LDR_JOURNAL (source), result, &error);

  if (self->journal == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found != NULL)
    show_found (self, found);
  else
    show_nothing (self, _ ("The journal could not be read"), error->message);
}

/* --- Searching -------------------------------------------------------------------------------------------------------
 */

static void
search_changed_cb (LdrLinkChooser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  if (self->journal == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ldr_link_find_async (self->journal, self->kind, self->id, get_words (self), self->cancellable, found_cb,
                       g_object_ref (self));
}

/* Escape empties the search first, and closes the dialog when there is nothing to empty. */
static void
stop_search_cb (LdrLinkChooser *self)
{
  if (get_words (self)[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
go_to_found (LdrLinkChooser *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self->groups_box), GTK_DIR_TAB_FORWARD);
}

static void
search_activate_cb (LdrLinkChooser *self)
{
  go_to_found (self);
}

static gboolean
down_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return go_to_found (data);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_link_chooser_dispose (GObject *object)
{
  LdrLinkChooser *self = LDR_LINK_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_LINK_CHOOSER);

  G_OBJECT_CLASS (ldr_link_chooser_parent_class)->dispose (object);
}

static void
ldr_link_chooser_finalize (GObject *object)
{
  g_free (LDR_LINK_CHOOSER (object)->id);

  G_OBJECT_CLASS (ldr_link_chooser_parent_class)->finalize (object);
}

static void
ldr_link_chooser_class_init (LdrLinkChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_link_chooser_dispose;
  object_class->finalize = ldr_link_chooser_finalize;
  chosen_signal = g_signal_new ("chosen", LDR_TYPE_LINK_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                LDR_TYPE_LINKED);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/widgets/ldr-link-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrLinkChooser, search);
  gtk_widget_class_bind_template_child (widget_class, LdrLinkChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrLinkChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, LdrLinkChooser, groups_box);
  gtk_widget_class_bind_template_child (widget_class, LdrLinkChooser, none_page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
}

static void
ldr_link_chooser_init (LdrLinkChooser *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0), gtk_callback_action_new (down_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

/**
 * ldr_link_chooser_new:
 * @journal: an open journal
 * @kind: what something is
 * @id: its id
 *
 * Returns: (transfer floating): a dialog that asks what to link it with, and does not offer what it is linked with
 */
AdwDialog *
ldr_link_chooser_new (LdrJournal *journal, LdrLinkKind kind, const char *id)
{
  LdrLinkChooser *self = g_object_new (LDR_TYPE_LINK_CHOOSER, NULL);

  self->journal = g_object_ref (journal);
  self->kind = kind;
  self->id = g_strdup (id);
  search_changed_cb (self);
  return ADW_DIALOG (self);
}
