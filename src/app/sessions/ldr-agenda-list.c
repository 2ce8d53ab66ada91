/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-agenda-list.h"

#include <glib/gi18n.h>

#include "app/reflection/ldr-order.h"
#include "app/widgets/ldr-line-row.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-sessions-rows.h"
#include "model/ldr-text.h"

#define KEY_ID "ldr-point"
#define KEY_CHECK "ldr-check"

/* A point that was taken away can be brought back for so long (seconds). */
#define LONG_OFFER 20

/**
 * LdrAgendaList:
 *
 * Changes the agenda of a draft, and follows what others change in it.
 */
struct _LdrAgendaList
{
  AdwBin parent_instance;

  LdrSessionDraft *draft;
  gboolean compact;
  gboolean quiet;
  GtkListBox *list;
  AdwEntryRow *add_row;
  AdwToast *toast; /* Offers what was taken away last; weak. */
};

G_DEFINE_FINAL_TYPE (LdrAgendaList, ldr_agenda_list, ADW_TYPE_BIN)

static LdrSession *
get_session (LdrAgendaList *self)
{
  return ldr_session_draft_get_session (self->draft);
}

static int
find_point (LdrAgendaList *self, const char *id)
{
  LdrSession *session = get_session (self);

  for (guint i = 0; i < session->agenda->len; i++)
    if (g_str_equal (ldr_session_get_point (session, i)->id, id))
      return (int) i;
  return -1;
}

/* The point of a row, which others may have taken away meanwhile. */
static LdrAgendaPoint *
get_point (LdrAgendaList *self, gpointer row)
{
  int place = find_point (self, g_object_get_data (row, KEY_ID));

  return place >= 0 ? ldr_session_get_point (get_session (self), (guint) place) : NULL;
}

static void show_points (LdrAgendaList *self);

static void
tell (LdrAgendaList *self)
{
  self->quiet = TRUE;
  ldr_session_draft_touch_agenda (self->draft);
  self->quiet = FALSE;
}

/* --- Changing --------------------------------------------------------------------------------------------------------
 */

static void
toggled_cb (LdrAgendaList *self, GtkCheckButton *check)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);
  LdrAgendaPoint *point = row != NULL ? get_point (self, row) : NULL;

  if (self->quiet || point == NULL)
    return;
  point->done = gtk_check_button_get_active (check);
  tell (self);
}

/* A point always says something: while its row is empty it keeps what it said. */
static void
text_changed_cb (LdrAgendaList *self, GtkWidget *row)
{
  LdrAgendaPoint *point = get_point (self, row);
  g_autofree char *written = ldr_line_row_dup_text (LDR_LINE_ROW (row));
  g_autofree char *text = ldr_text_clean (written, LDR_TEXT_LINE);

  if (self->quiet || point == NULL || text[0] == '\0' || g_str_equal (text, point->text))
    return;
  ldr_agenda_point_set_text (point, text);
  tell (self);
}

static void
moved_cb (gpointer object, int from, int to)
{
  LdrAgendaList *self = object;
  int last = (int) get_session (self)->agenda->len - 1;
  GtkListBoxRow *row;

  if (from > last || to > last)
    return;
  ldr_session_move_point (get_session (self), (guint) from, (guint) to);
  tell (self);
  show_points (self);
  row = gtk_list_box_get_row_at_index (self->list, to);
  if (ADW_IS_ENTRY_ROW (row) && gtk_widget_get_mapped (GTK_WIDGET (row)))
    adw_entry_row_grab_focus_without_selecting (ADW_ENTRY_ROW (row));
}

static void
bring_back_cb (AdwToast *toast, LdrAgendaList *self)
{
  const LdrAgendaPoint *point = g_object_get_data (G_OBJECT (toast), "point");
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toast), "place"));
  LdrSession *session = get_session (self);

  if (find_point (self, point->id) >= 0)
    return;
  ldr_session_add_point (session, point->id, point->text, point->done);
  ldr_session_move_point (session, session->agenda->len - 1, MIN (place, session->agenda->len - 1));
  tell (self);
  show_points (self);
}

static void
kept_point_free (gpointer data)
{
  LdrAgendaPoint *point = data;

  g_free (point->id);
  g_free (point->text);
  g_free (point);
}

static void
offer_back (LdrAgendaList *self, const LdrAgendaPoint *point, guint place)
{
  LdrAgendaPoint *kept = g_new0 (LdrAgendaPoint, 1);
  AdwToast *toast = adw_toast_new (_ ("Point removed"));

  kept->id = g_strdup (point->id);
  kept->text = g_strdup (point->text);
  kept->done = point->done;
  adw_toast_set_timeout (toast, LONG_OFFER);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "point", kept, kept_point_free);
  g_object_set_data (G_OBJECT (toast), "place", GUINT_TO_POINTER (place));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_back_cb), self, G_CONNECT_DEFAULT);
  g_set_weak_pointer (&self->toast, toast);
  ldr_toast_show (GTK_WIDGET (self), toast);
}

static void
remove_cb (LdrAgendaList *self, GtkButton *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  int place = find_point (self, g_object_get_data (G_OBJECT (row), KEY_ID));

  if (place < 0)
    return;
  offer_back (self, ldr_session_get_point (get_session (self), (guint) place), (guint) place);
  ldr_session_remove_point (get_session (self), (guint) place);
  tell (self);
  show_points (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
}

static void
add_cb (LdrAgendaList *self)
{
  ldr_agenda_list_commit (self);
}

/* Enter goes on to the next point, as on paper. */
static void
point_activated_cb (LdrAgendaList *self, GtkWidget *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next != NULL)
    gtk_widget_grab_focus (next);
}

/* --- Showing ---------------------------------------------------------------------------------------------------------
 */

static GtkWidget *
make_check (LdrAgendaList *self, GtkWidget *row, const LdrAgendaPoint *point)
{
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: what a box beside a point of the agenda does; %s is the point */
  g_autofree char *name = g_strdup_printf (_ ("Talked about: %s"), point->text);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), point->done);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, _ ("Talked About"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (row), KEY_CHECK, check);
  return check;
}

static GtkWidget *
make_compact_row (LdrAgendaList *self, const LdrAgendaPoint *point)
{
  GtkWidget *row = ldr_session_plain_row_new (point->text, NULL);
  GtkWidget *check = make_check (self, row, point);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

static GtkWidget *
make_row (LdrAgendaList *self, const LdrAgendaPoint *point)
{
  GtkWidget *row = ldr_line_row_new (C_ ("agenda", "Point"));
  GtkWidget *handle = ldr_order_handle_new ();
  /* Translators: what a button does; %s is a point of the agenda */
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), point->text);
  GtkWidget *discard = ldr_session_icon_button_new ("user-trash-symbolic", _ ("Remove Point"), name);

  ldr_line_row_set_text (LDR_LINE_ROW (row), point->text);
  ldr_line_row_add_prefix (LDR_LINE_ROW (row), handle);
  ldr_line_row_add_prefix (LDR_LINE_ROW (row), make_check (self, row, point));
  ldr_line_row_add_suffix (LDR_LINE_ROW (row), discard);
  ldr_order_enable (GTK_LIST_BOX_ROW (row), handle, moved_cb, self);
  g_signal_connect_object (discard, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entered", G_CALLBACK (point_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
show_points (LdrAgendaList *self)
{
  LdrSession *session = get_session (self);

  self->quiet = TRUE;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < session->agenda->len; i++)
    {
      const LdrAgendaPoint *point = ldr_session_get_point (session, i);
      GtkWidget *row = self->compact ? make_compact_row (self, point) : make_row (self, point);

      g_object_set_data_full (G_OBJECT (row), KEY_ID, g_strdup (point->id), g_free);
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), session->agenda->len > 0);
  self->quiet = FALSE;
}

/* Somebody else changed the agenda. */
static void
agenda_changed_cb (LdrAgendaList *self)
{
  if (!self->quiet)
    show_points (self);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_agenda_list_dispose (GObject *object)
{
  LdrAgendaList *self = LDR_AGENDA_LIST (object);

  /* What it offers could not be brought back any more. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (ldr_agenda_list_parent_class)->dispose (object);
}

static void
ldr_agenda_list_class_init (LdrAgendaListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_agenda_list_dispose;
}

static void
ldr_agenda_list_init (LdrAgendaList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *add_list = ldr_session_list_new (_ ("Add a point"));

  self->list = GTK_LIST_BOX (ldr_session_list_new (_ ("Agenda")));
  self->add_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _ ("Add a point"));
  adw_entry_row_set_show_apply_button (self->add_row, TRUE);
  g_signal_connect_object (self->add_row, "apply", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (add_list), GTK_WIDGET (self->add_row));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), add_list);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * ldr_agenda_list_new:
 * @draft: the session whose agenda it is
 * @compact: whether the points are only ticked, as beside the notes
 *
 * Returns: (transfer floating): a list of its points
 */
GtkWidget *
ldr_agenda_list_new (LdrSessionDraft *draft, gboolean compact)
{
  LdrAgendaList *self = g_object_new (LDR_TYPE_AGENDA_LIST, NULL);

  self->draft = g_object_ref (draft);
  self->compact = compact;
  g_signal_connect_object (draft, "agenda-changed", G_CALLBACK (agenda_changed_cb), self, G_CONNECT_SWAPPED);
  show_points (self);
  return GTK_WIDGET (self);
}

/**
 * ldr_agenda_list_add:
 * @self: a list
 * @text: what to talk about
 *
 * Adds a point at the end, unless there is nothing in it.
 */
void
ldr_agenda_list_add (LdrAgendaList *self, const char *text)
{
  g_autofree char *clean = NULL;

  g_return_if_fail (LDR_IS_AGENDA_LIST (self));

  clean = ldr_text_clean (text, LDR_TEXT_LINE);
  if (clean[0] == '\0')
    return;
  ldr_session_add_point (get_session (self), NULL, clean, FALSE);
  tell (self);
  show_points (self);
}

/**
 * ldr_agenda_list_commit:
 * @self: a list
 *
 * Adds what stands in the field for a new point, as Enter would: it is not lost when the page is left.
 */
void
ldr_agenda_list_commit (LdrAgendaList *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LDR_IS_AGENDA_LIST (self));

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row)));
  if (text[0] == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  ldr_agenda_list_add (self, text);
}
