/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-sessions-rows.h"

#include <glib/gi18n.h>

#include "ldr-sessions-describe.h"

#define KEY_FINGERPRINT "ldr-fingerprint"
#define KEY_FOCUS "ldr-focus"

/* --- Lists -----------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_session_list_new:
 * @label: what it lists, for a screen reader
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
ldr_session_list_new (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return list;
}

static int
find_focus (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, list))
    return -1;
  row = GTK_IS_LIST_BOX_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/**
 * ldr_session_list_begin:
 * @list: a list
 *
 * Takes the rows out, to be made anew before ldr_session_list_end().
 */
void
ldr_session_list_begin (GtkWidget *list)
{
  g_object_set_data (G_OBJECT (list), KEY_FOCUS, GINT_TO_POINTER (find_focus (list)));
  gtk_list_box_remove_all (GTK_LIST_BOX (list));
}

/**
 * ldr_session_list_end:
 * @list: a list whose rows are there again
 *
 * Gives the focus back to the row at the place where it was, or to the last one, and hides a list without rows.
 */
void
ldr_session_list_end (GtkWidget *list)
{
  int place = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (list), KEY_FOCUS));
  GtkListBoxRow *row = NULL;

  gtk_widget_set_visible (list, gtk_widget_get_first_child (list) != NULL);
  for (; place >= 0 && row == NULL; place--)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), place);
  if (row != NULL && gtk_widget_get_mapped (list))
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

/**
 * ldr_session_list_is_new:
 * @list: a list
 * @fingerprint: everything that it is to show
 *
 * Whether @list shows something else now. What stays as it is, is not made anew: there may be a cursor in it.
 *
 * Returns: whether it has to be filled
 */
gboolean
ldr_session_list_is_new (GtkWidget *list, const char *fingerprint)
{
  if (g_strcmp0 (g_object_get_data (G_OBJECT (list), KEY_FINGERPRINT), fingerprint) == 0)
    return FALSE;
  g_object_set_data_full (G_OBJECT (list), KEY_FINGERPRINT, g_strdup (fingerprint), g_free);
  return TRUE;
}

/**
 * ldr_session_list_forget:
 * @list: a list
 *
 * Has it filled anew though nothing changed: what its rows show may be a wish that did not come true.
 */
void
ldr_session_list_forget (GtkWidget *list)
{
  g_object_set_data (G_OBJECT (list), KEY_FINGERPRINT, NULL);
}

/* --- Rows ------------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_session_plain_row_new:
 * @title: its first line
 * @subtitle: (nullable): its second
 *
 * Returns: (transfer floating): a row of plain text
 */
GtkWidget *
ldr_session_plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/**
 * ldr_session_row_lead_to:
 * @row: a row
 * @action: the action that it activates
 * @target: (nullable): with what
 *
 * Makes a row lead elsewhere.
 */
void
ldr_session_row_lead_to (GtkWidget *row, const char *action, GVariant *target)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_widget_add_css_class (arrow, "dimmed");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
}

/**
 * ldr_session_icon_button_new:
 * @icon: the name of its icon
 * @tooltip: what it does, in header capitals
 * @name: what it does and to what, for a screen reader
 *
 * Returns: (transfer floating): a flat button at the side of a row
 */
GtkWidget *
ldr_session_icon_button_new (const char *icon, const char *tooltip, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_step_button (const LdrSessionSummary *summary, const LdrSessionRow *text)
{
  GtkWidget *button
      = gtk_button_new_with_mnemonic (text->can_hold ? C_ ("session", "_Hold") : C_ ("session", "_Prepare"));
  /* Translators: what a button does; %s is when the session is */
  g_autofree char *name
      = g_strdup_printf (text->can_hold ? _ ("Hold the session of %s") : _ ("Prepare the session of %s"), text->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", summary->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), text->can_hold ? "sessions.hold" : "sessions.prepare");
  return button;
}

/**
 * ldr_session_row_new:
 * @summary: a session
 * @now: this moment
 * @first: whether it is the one that comes next, with a button for the step to take
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ldr_session_row_new (const LdrSessionSummary *summary, gint64 now, gboolean first)
{
  g_autoptr (LdrSessionRow) text = ldr_session_row_describe (summary, now);
  GtkWidget *row = ldr_session_plain_row_new (text->title, text->subtitle);

  if (first || text->asks)
    {
      GtkWidget *button = make_step_button (summary, text);

      if (first)
        gtk_widget_add_css_class (button, "suggested-action");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  ldr_session_row_lead_to (row, "sessions.open", g_variant_new_string (summary->id));
  return row;
}

static void
toggled_cb (GtkWidget *check, gpointer data)
{
  gtk_widget_activate_action (check, "sessions.toggle-action", "s", g_object_get_data (G_OBJECT (check), "id"));
}

static GtkWidget *
make_check (const LdrAction *action, const LdrActionRow *text)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), action->state == LDR_ACTION_DONE);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), action->state == LDR_ACTION_DROPPED);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (check, "selection-mode");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text->tick, -1);
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (action->id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), NULL);
  return check;
}

static GtkWidget *
make_overdue (void)
{
  GtkWidget *label = gtk_label_new (_ ("Overdue"));

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "overdue-chip");
  return label;
}

/**
 * ldr_action_row_new:
 * @action: what was agreed
 * @info: whose journal it is
 * @today: today's civil date
 *
 * Returns: (transfer floating): its row, with a box to tick; activating it opens the action
 */
GtkWidget *
ldr_action_row_new (const LdrAction *action, const LdrJournalInfo *info, int today)
{
  g_autoptr (LdrActionRow) text = ldr_action_row_describe (action, info, today);
  GtkWidget *row = ldr_session_plain_row_new (text->title, text->subtitle);
  GtkWidget *edit;
  /* Translators: what a button does; %s is an action */
  g_autofree char *name = g_strdup_printf (_ ("Edit “%s”"), text->title);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_check (action, text));
  if (text->overdue)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_overdue ());
  edit = ldr_session_icon_button_new ("document-edit-symbolic", _ ("Edit Action"), name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (edit), "s", action->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "sessions.edit-action");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  if (action->state != LDR_ACTION_OPEN)
    gtk_widget_add_css_class (row, "closed-action");
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (action->id), g_free);
  return row;
}

/**
 * ldr_action_row_get_id:
 * @row: a row of ldr_action_row_new()
 *
 * Returns: (transfer none): the id of its action
 */
const char *
ldr_action_row_get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}
