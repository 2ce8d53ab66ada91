/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-prepare-part.h"

#include <glib/gi18n.h>

#include "app/today/ldr-today-describe.h"
#include "content/ldr-style-text.h"
#include "ldr-agenda-list.h"
#include "ldr-sessions-describe.h"
#include "ldr-sessions-parts.h"
#include "ldr-sessions-rows.h"

/**
 * LdrPreparePart:
 *
 * The agenda first, then what could be put on it: each thing can be taken over by one press.
 */
struct _LdrPreparePart
{
  AdwBin parent_instance;

  LdrAgendaList *agenda;
  GtkWidget *carried_group, *carried_list;
  GtkWidget *discuss_group, *discuss_list;
  GtkWidget *goals_group, *goals_list;
  GtkWidget *noticed_group, *noticed_list;
};

G_DEFINE_FINAL_TYPE (LdrPreparePart, ldr_prepare_part, ADW_TYPE_BIN)

/* --- Taking over -----------------------------------------------------------------------------------------------------
 */

static void
take_over_cb (LdrPreparePart *self, GtkButton *button)
{
  ldr_agenda_list_add (self->agenda, g_object_get_data (G_OBJECT (button), "text"));
}

static void
add_take_over (LdrPreparePart *self, GtkWidget *row, const char *text)
{
  /* Translators: what a button does; %s is the title of an entry or a goal */
  g_autofree char *name = g_strdup_printf (_ ("Put “%s” on the agenda"), text);
  GtkWidget *button = ldr_session_icon_button_new ("list-add-symbolic", _ ("Put on the Agenda"), name);

  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_over_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* --- What there is ---------------------------------------------------------------------------------------------------
 */

static void
show_entries (LdrPreparePart *self, const LdrSessionNews *news)
{
  GPtrArray *entries = news->preparation->to_discuss;
  g_autofree char *fingerprint = ldr_session_fingerprint_entries (entries);

  gtk_widget_set_visible (self->discuss_group, entries->len > 0);
  if (!ldr_session_list_is_new (self->discuss_list, fingerprint))
    return;
  ldr_session_list_begin (self->discuss_list);
  for (guint i = 0; i < entries->len; i++)
    {
      const LdrSummary *summary = g_ptr_array_index (entries, i);
      GtkWidget *row = ldr_session_entry_row_new (summary, news->today);

      add_take_over (self, row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
      gtk_list_box_append (GTK_LIST_BOX (self->discuss_list), row);
    }
  ldr_session_list_end (self->discuss_list);
}

static void
show_goals (LdrPreparePart *self, const LdrSessionNews *news)
{
  g_autofree char *fingerprint = ldr_session_fingerprint_goals (news->goals);

  gtk_widget_set_visible (self->goals_group, news->goals->len > 0);
  if (!ldr_session_list_is_new (self->goals_list, fingerprint))
    return;
  ldr_session_list_begin (self->goals_list);
  for (guint i = 0; i < news->goals->len; i++)
    {
      const LdrGoalCourse *course = g_ptr_array_index (news->goals, i);
      GtkWidget *row = ldr_session_goal_row_new (course, news->today);

      add_take_over (self, row, ldr_goal_get_statement (course->goal));
      gtk_list_box_append (GTK_LIST_BOX (self->goals_list), row);
    }
  ldr_session_list_end (self->goals_list);
}

static void
show_noticed (LdrPreparePart *self, const LdrSessionNews *news)
{
  const LdrNoticed *noticed = &news->preparation->noticed;
  g_autofree char *count = ldr_session_describe_noticed (news->preparation);
  g_autofree char *energy = ldr_session_describe_energy (noticed);
  g_autoptr (GString) fingerprint = g_string_new (NULL);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->noticed_group), count);
  for (int i = 0; i < LDR_N_STYLES; i++)
    g_string_append_printf (fingerprint, "%d\t", noticed->pitfalls[i]);
  g_string_append (fingerprint, energy != NULL ? energy : "");
  if (!ldr_session_list_is_new (self->noticed_list, fingerprint->str))
    return;
  ldr_session_list_begin (self->noticed_list);
  for (int i = 0; i < LDR_N_STYLES; i++)
    {
      g_autofree char *times = ldr_session_describe_pitfall (noticed, (LdrStyle) i);
      GtkWidget *row;

      if (times == NULL)
        continue;
      row = ldr_session_plain_row_new (ldr_style_get_pitfall_name ((LdrStyle) i), times);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), ldr_session_symbol_new ((LdrStyle) i));
      add_take_over (self, row, ldr_style_get_pitfall_name ((LdrStyle) i));
      gtk_list_box_append (GTK_LIST_BOX (self->noticed_list), row);
    }
  if (energy != NULL)
    gtk_list_box_append (GTK_LIST_BOX (self->noticed_list), ldr_session_plain_row_new (_ ("Energy"), energy));
  ldr_session_list_end (self->noticed_list);
}

/**
 * ldr_prepare_part_set_news:
 * @self: a part
 * @news: what the journal knows
 *
 * Shows what could be talked about. What stays as it is, is left alone.
 */
void
ldr_prepare_part_set_news (LdrPreparePart *self, LdrSessionNews *news)
{
  g_return_if_fail (LDR_IS_PREPARE_PART (self));

  gtk_widget_set_visible (self->carried_group, news->preparation->actions->len > 0);
  ldr_session_fill_actions (self->carried_list, news->preparation->actions, news);
  show_entries (self, news);
  show_goals (self, news);
  show_noticed (self, news);
}

/**
 * ldr_prepare_part_forget_actions:
 * @self: a part
 *
 * Has the actions shown anew by the next ldr_prepare_part_set_news().
 */
void
ldr_prepare_part_forget_actions (LdrPreparePart *self)
{
  g_return_if_fail (LDR_IS_PREPARE_PART (self));

  ldr_session_list_forget (self->carried_list);
}

/**
 * ldr_prepare_part_commit:
 * @self: a part
 *
 * Adds a point that was begun.
 */
void
ldr_prepare_part_commit (LdrPreparePart *self)
{
  g_return_if_fail (LDR_IS_PREPARE_PART (self));

  ldr_agenda_list_commit (self->agenda);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_prepare_part_class_init (LdrPreparePartClass *klass)
{
}

static GtkWidget *
make_reflect_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Reflect Before the Session"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "before-a-session");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "place.reflect");
  return button;
}

static void
ldr_prepare_part_init (LdrPreparePart *self)
{
  GtkWidget *content;

  adw_bin_set_child (ADW_BIN (self), ldr_session_column_new (&content));
  gtk_box_append (GTK_BOX (content), ldr_session_group_new (_ ("Agenda"), NULL, NULL));
  self->carried_group
      = ldr_session_group_new (_ ("Still open"), _ ("Agreed before, and to come back to."), &self->carried_list);
  self->discuss_group = ldr_session_group_new (_ ("To discuss"), NULL, &self->discuss_list);
  self->goals_group = ldr_session_group_new (_ ("Goals"), NULL, &self->goals_list);
  self->noticed_group = ldr_session_group_new (_ ("Noticed"), NULL, &self->noticed_list);
  gtk_box_append (GTK_BOX (content), self->carried_group);
  gtk_box_append (GTK_BOX (content), self->discuss_group);
  gtk_box_append (GTK_BOX (content), self->goals_group);
  gtk_box_append (GTK_BOX (content), self->noticed_group);
  gtk_box_append (GTK_BOX (content), make_reflect_button ());
}

/**
 * ldr_prepare_part_new:
 * @draft: the session
 * @links_box: what it is linked with
 *
 * Returns: (transfer floating): the part in which it is prepared
 */
GtkWidget *
ldr_prepare_part_new (LdrSessionDraft *draft, GtkWidget *links_box)
{
  LdrPreparePart *self = g_object_new (LDR_TYPE_PREPARE_PART, NULL);
  GtkWidget *group = gtk_widget_get_prev_sibling (self->carried_group);
  GtkWidget *print = ldr_session_icon_button_new ("printer-symbolic", _ ("Print Agenda"), _ ("Print agenda"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "session.print");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), print);
  self->agenda = LDR_AGENDA_LIST (ldr_agenda_list_new (draft, FALSE));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->agenda));
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (group)), links_box, self->noticed_group);
  return GTK_WIDGET (self);
}
