/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-received-page.h"

#include <glib/gi18n.h>

#include "app/styles/ldr-styles-parts.h"
#include "app/widgets/ldr-words.h"
#include "ldr-margin-note.h"
#include "ldr-margin-notes.h"
#include "ldr-pack-describe.h"
#include "ldr-pack-page.h"
#include "ldr-packs-jobs.h"
#include "model/ldr-moment.h"

#define ROOT "received"

struct _LdrReceivedPage
{
  AdwBin parent_instance;

  LdrJournal *journal;
  GCancellable *cancellable;
  LdrReceived *received;
  int day;        /* On which it was read. */
  gboolean stale; /* Something changed while the page was out of sight. */

  AdwToastOverlay *toasts;
  AdwNavigationView *view;
  GtkWidget *sidebar_button;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkWidget *groups;
};

typedef enum
{
  PROP_SHOW_SIDEBAR_BUTTON = 1,
} LdrReceivedPageProperty;

static void place_page_init (LdrPlacePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrReceivedPage,
                               ldr_received_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LDR_TYPE_PLACE_PAGE, place_page_init))

/* --- Session packs ---------------------------------------------------------------------------------------------------
 */

static GtkWidget *
make_delete_button (const LdrPack *pack)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: what a button does; %s is the title of a session pack */
  g_autofree char *name = g_strdup_printf (_ ("Delete %s"), pack->title);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_string (pack->id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "received.delete");
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_pack_row (const LdrReceivedPack *received, int today)
{
  const LdrPack *pack = received->pack;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *author = ldr_pack_describe_author (pack->from, pack->day, today);
  g_autofree char *contents = ldr_pack_describe_contents (received->n_passages, received->n_comments);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", author, contents);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pack->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_delete_button (pack));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_string (pack->id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "received.open");
  return row;
}

static void
add_packs (LdrReceivedPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Session Packs"));
  for (guint i = 0; i < self->received->packs->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_pack_row (self->received->packs->pdata[i], self->day));
  gtk_box_append (GTK_BOX (self->groups), group);
}

/* --- Comments --------------------------------------------------------------------------------------------------------
 */

/* A comment on the document leads nowhere, and has only a title. */
static void
say_about (LdrMarginNote *note, const LdrReceivedComment *received)
{
  static const char *const actions[LDR_N_SUBJECTS] = {
    [LDR_SUBJECT_ENTRY] = "place.open-entry",
    [LDR_SUBJECT_SESSION] = "place.open-session",
    [LDR_SUBJECT_GOAL] = "place.open-goal",
  };
  g_autofree char *title = ldr_pack_describe_about (received, ldr_day_today ());

  if (received->is_lost)
    ldr_margin_note_set_about (note, _ ("What this is about is no longer here"), NULL, NULL);
  else if (*received->page_id != '\0')
    ldr_margin_note_set_about (note, title, actions[received->page], received->page_id);
  else
    ldr_margin_note_set_about (note, title, NULL, NULL);
}

static void
add_comments (LdrReceivedPage *self, gboolean done, const char *title)
{
  GtkWidget *group = ldr_parts_section (title, NULL);
  guint n = 0;

  for (guint i = 0; i < self->received->comments->len; i++)
    {
      const LdrReceivedComment *received = self->received->comments->pdata[i];
      GtkWidget *card;

      if ((received->done != 0) != done)
        continue;
      card = ldr_margin_notes_make_card (self->journal, received);
      say_about (LDR_MARGIN_NOTE (card), received);
      gtk_box_append (GTK_BOX (group), card);
      n++;
    }
  gtk_widget_set_visible (group, n > 0);
  gtk_box_append (GTK_BOX (self->groups), group);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static LdrPackPage *
get_pack_page (LdrReceivedPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  return LDR_IS_PACK_PAGE (page) ? LDR_PACK_PAGE (page) : NULL;
}

static gboolean
has_pack (LdrReceivedPage *self, const char *id)
{
  for (guint i = 0; i < self->received->packs->len; i++)
    if (g_str_equal (((const LdrReceivedPack *) self->received->packs->pdata[i])->pack->id, id))
      return TRUE;
  return FALSE;
}

static void
show_received (LdrReceivedPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->groups);
  gboolean has_packs = self->received->packs->len > 0, has_comments = self->received->comments->len > 0;
  LdrPackPage *page = get_pack_page (self);

  ldr_parts_clear (self->groups);
  if (has_packs)
    add_packs (self);
  if (has_comments)
    {
      add_comments (self, FALSE, _ ("Comments from Others"));
      add_comments (self, TRUE, _ ("Comments You Are Done With"));
    }
  gtk_stack_set_visible_child_name (self->stack, has_packs || has_comments ? "received" : "empty");
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  if (page != NULL && !has_pack (self, ldr_pack_page_get_id (page)))
    adw_navigation_view_pop_to_tag (self->view, ROOT);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrReceivedPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrReceived) received = ldr_packs_list_finish (LDR_JOURNAL (source), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (received == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_clear_pointer (&self->received, ldr_received_unref);
  self->received = g_steal_pointer (&received);
  show_received (self);
}

static void
reload (LdrReceivedPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->stale = FALSE;
  self->day = ldr_day_today ();
  ldr_packs_list_async (self->journal, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
changed_cb (LdrReceivedPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
}

static void
ldr_received_page_map (GtkWidget *widget)
{
  LdrReceivedPage *self = LDR_RECEIVED_PAGE (widget);

  GTK_WIDGET_CLASS (ldr_received_page_parent_class)->map (widget);
  if (self->stale || self->day != ldr_day_today ())
    reload (self);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ldr_received_page_open_pack (LDR_RECEIVED_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrReceivedPage *self = LDR_RECEIVED_PAGE (widget);

  ldr_packs_delete_pack (self->journal, g_variant_get_string (parameter, NULL), GTK_WIDGET (self->toasts));
}

static void
page_delete_cb (LdrReceivedPage *self, LdrPackPage *page)
{
  g_autofree char *id = g_strdup (ldr_pack_page_get_id (page));

  adw_navigation_view_pop_to_tag (self->view, ROOT);
  ldr_packs_delete_pack (self->journal, id, GTK_WIDGET (self->toasts));
}

static gboolean
ldr_received_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (LDR_RECEIVED_PAGE (widget)->stack), GTK_DIR_TAB_FORWARD)
         || GTK_WIDGET_CLASS (ldr_received_page_parent_class)->grab_focus (widget);
}

static void
ldr_received_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrReceivedPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, gtk_widget_get_visible (LDR_RECEIVED_PAGE (object)->sidebar_button));
      break;
    }
}

static void
ldr_received_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((LdrReceivedPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      gtk_widget_set_visible (LDR_RECEIVED_PAGE (object)->sidebar_button, g_value_get_boolean (value));
      break;
    }
}

static void
ldr_received_page_dispose (GObject *object)
{
  LdrReceivedPage *self = LDR_RECEIVED_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  /* The bin unparents its child by itself, and would do so twice after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_RECEIVED_PAGE);
  g_clear_pointer (&self->received, ldr_received_unref);

  G_OBJECT_CLASS (ldr_received_page_parent_class)->dispose (object);
}

static void
ldr_received_page_finalize (GObject *object)
{
  LdrReceivedPage *self = LDR_RECEIVED_PAGE (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_received_page_parent_class)->finalize (object);
}

static void
ldr_received_page_class_init (LdrReceivedPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_received_page_dispose;
  object_class->finalize = ldr_received_page_finalize;
  object_class->get_property = ldr_received_page_get_property;
  object_class->set_property = ldr_received_page_set_property;
  widget_class->map = ldr_received_page_map;
  widget_class->grab_focus = ldr_received_page_grab_focus;
  g_object_class_override_property (object_class, PROP_SHOW_SIDEBAR_BUTTON, "show-sidebar-button");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/packs/ldr-received-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrReceivedPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, LdrReceivedPage, view);
  gtk_widget_class_bind_template_child (widget_class, LdrReceivedPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, LdrReceivedPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrReceivedPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, LdrReceivedPage, groups);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_install_action (widget_class, "received.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "received.delete", "s", delete_action);
}

static void
go_home (LdrPlacePage *page)
{
  adw_navigation_view_pop_to_tag (LDR_RECEIVED_PAGE (page)->view, ROOT);
}

/* What is written on it is saved as soon as its dialog closes. */
static void
place_page_init (LdrPlacePageInterface *iface)
{
  iface->go_home = go_home;
}

static void
ldr_received_page_init (LdrReceivedPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_received_page_new:
 * @journal: an open journal
 *
 * Returns: (transfer floating): the place Received of that journal
 */
GtkWidget *
ldr_received_page_new (LdrJournal *journal)
{
  static const char *const news[] = { "packs-changed", "entry-changed", "sessions-changed", "goals-changed", "reset" };
  LdrReceivedPage *self = g_object_new (LDR_TYPE_RECEIVED_PAGE, NULL);

  self->journal = g_object_ref (journal);
  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    g_signal_connect_object (journal, news[i], G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

/**
 * ldr_received_page_open_pack:
 * @self: a page
 * @id: a session pack that was received
 *
 * Shows a session pack.
 */
void
ldr_received_page_open_pack (LdrReceivedPage *self, const char *id)
{
  LdrPackPage *shown;
  AdwNavigationPage *page;

  g_return_if_fail (LDR_IS_RECEIVED_PAGE (self));
  g_return_if_fail (id != NULL);

  shown = get_pack_page (self);
  if (shown != NULL && g_str_equal (ldr_pack_page_get_id (shown), id))
    return;
  adw_navigation_view_pop_to_tag (self->view, ROOT);
  page = ldr_pack_page_new (self->journal, id);
  g_signal_connect_object (page, "delete", G_CALLBACK (page_delete_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, page);
}
