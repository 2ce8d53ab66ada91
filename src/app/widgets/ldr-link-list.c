/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-link-list.h"

#include <glib/gi18n.h>

#include "ldr-link-describe.h"
#include "ldr-link-row.h"
#include "ldr-links.h"
#include "ldr-toast.h"
#include "model/ldr-moment.h"

struct _LdrLinkList
{
  AdwBin parent_instance;

  LdrLinks *links;
  gboolean editable;

  AdwPreferencesGroup *group;
  GtkWidget *button;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LdrLinkList, ldr_link_list, ADW_TYPE_BIN)

static void
removed_cb (LdrLinkList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const LdrLinked *linked = ldr_link_row_get_linked (GTK_LIST_BOX_ROW (row));

  ldr_links_remove (self->links, linked->kind, linked->id);
}

static void
add_remove_button (LdrLinkList *self, GtkWidget *row, const LdrLinkDescription *description)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is what something is linked with, such as a goal */
  g_autofree char *name = g_strdup_printf (_ ("Remove the link with “%s”"), description->title);

  gtk_widget_set_tooltip_text (button, _ ("Remove the Link"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (LdrLinkList *self, LdrLinked *linked, gint64 now)
{
  g_autoptr (LdrLinkDescription) description = ldr_link_describe (linked, now);
  GtkWidget *row = ldr_link_row_new (linked, now);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  if (self->editable)
    add_remove_button (self, row, description);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", linked->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), description->action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_widget_add_css_class (arrow, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  return row;
}

/* Where the focus was in the list: the row that takes the place of its row, else the button that links. */
static void
refocus (LdrLinkList *self, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, place);

  if (row == NULL && place > 0)
    row = gtk_list_box_get_row_at_index (self->list, place - 1);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->button);
}

static int
find_focus (LdrLinkList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

static void
show_links (LdrLinkList *self)
{
  GPtrArray *linked = ldr_links_get_all (self->links);
  gint64 now = ldr_moment_now ();
  int focus = find_focus (self);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < linked->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (linked, i), now));
  gtk_widget_set_visible (GTK_WIDGET (self->list), linked->len > 0);
  adw_preferences_group_set_description (
      self->group, linked->len > 0 ? NULL : _ ("An entry, a goal or a session that belongs with this."));
  gtk_widget_set_visible (GTK_WIDGET (self), self->editable || linked->len > 0);
  gtk_widget_set_visible (self->button, self->editable);
  if (focus >= 0)
    refocus (self, focus);
}

static void
chosen_cb (LdrLinkList *self, const LdrLinked *linked)
{
  ldr_links_add (self->links, linked->kind, linked->id);
}

static void
ldr_link_list_dispose (GObject *object)
{
  g_clear_object (&LDR_LINK_LIST (object)->links);

  G_OBJECT_CLASS (ldr_link_list_parent_class)->dispose (object);
}

static void
ldr_link_list_class_init (LdrLinkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_link_list_dispose;
}

static void
ldr_link_list_init (LdrLinkList *self)
{
  self->editable = TRUE;
  self->links = ldr_links_new ();
  g_signal_connect_object (self->links, "changed", G_CALLBACK (show_links), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->links, "toast", G_CALLBACK (ldr_toast_pass_on), self, G_CONNECT_SWAPPED);

  self->button = gtk_button_new_with_mnemonic (_ ("_Link With…"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (ldr_link_list_choose), self, G_CONNECT_SWAPPED);

  self->list = GTK_LIST_BOX (ldr_link_rows_new (_ ("Linked with")));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Linked with"));
  adw_preferences_group_set_header_suffix (self->group, self->button);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  show_links (self);
}

/**
 * ldr_link_list_new:
 * @journal: an open journal
 * @kind: what something is
 * @id: its id
 *
 * Returns: (transfer floating): what it is linked with, to be added to and removed from
 */
GtkWidget *
ldr_link_list_new (LdrJournal *journal, LdrLinkKind kind, const char *id)
{
  LdrLinkList *self = g_object_new (LDR_TYPE_LINK_LIST, NULL);

  ldr_links_set (self->links, journal, kind, id);
  return GTK_WIDGET (self);
}

/**
 * ldr_link_list_set_editable:
 * @self: a list
 * @editable: whether links may be added and removed
 *
 * A list that may only be read is not there while it is empty.
 */
void
ldr_link_list_set_editable (LdrLinkList *self, gboolean editable)
{
  g_return_if_fail (LDR_IS_LINK_LIST (self));

  if (self->editable == editable)
    return;
  self->editable = editable;
  show_links (self);
}

/**
 * ldr_link_list_choose:
 * @self: a list
 *
 * Asks what to link the thing with, as its button does.
 */
void
ldr_link_list_choose (LdrLinkList *self)
{
  AdwDialog *dialog;

  g_return_if_fail (LDR_IS_LINK_LIST (self));

  dialog = ldr_links_present_chooser (self->links, GTK_WIDGET (self));
  if (dialog != NULL)
    g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}
