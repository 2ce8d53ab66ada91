/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-sidebar.h"

#include <glib/gi18n.h>

#include "store/ldr-store-packs.h"
#include "widgets/ldr-lazy-menu.h"

/* Saves come in bursts while somebody writes: the counts follow a moment later (milliseconds). */
#define REFRESH_DELAY 400

/* The three that list entries. */
#define N_COUNTS 3

typedef struct
{
  const char *id;
  const char *icon;
  const char *title;
} Place;

/* The ids are those of the action `win.show-place`. */
static const Place places[LDR_N_SIDEBAR_PLACES] = {
  [LDR_SIDEBAR_TODAY] = { "today", "leidraad-today-symbolic", N_ ("Today") },
  [LDR_SIDEBAR_JOURNAL] = { "journal", "leidraad-journal-symbolic", N_ ("Journal") },
  [LDR_SIDEBAR_STYLES] = { "styles", "leidraad-radar-symbolic", N_ ("Styles") },
  [LDR_SIDEBAR_GOALS] = { "goals", "leidraad-goals-symbolic", N_ ("Goals") },
  [LDR_SIDEBAR_SESSIONS] = { "sessions", "leidraad-sessions-symbolic", N_ ("Sessions") },
  [LDR_SIDEBAR_PROGRESS] = { "progress", "leidraad-progress-symbolic", N_ ("Progress") },
  [LDR_SIDEBAR_TO_DISCUSS] = { "to-discuss", "leidraad-discuss-symbolic", N_ ("To Discuss") },
  [LDR_SIDEBAR_TRASH] = { "trash", "user-trash-symbolic", N_ ("Trash") },
  [LDR_SIDEBAR_RECEIVED] = { "received", "leidraad-received-symbolic", N_ ("Received") },
};

/* What the sidebar tells of the places: how many entries, whether anything was received, and what waits of that. */
typedef struct
{
  int entries[N_COUNTS];
  gboolean received;
  int n_waiting;
} Counts;

static const LdrSidebarPlace counted[N_COUNTS] = { LDR_SIDEBAR_JOURNAL, LDR_SIDEBAR_TO_DISCUSS, LDR_SIDEBAR_TRASH };

struct _LdrSidebar
{
  AdwBin parent_instance;

  GtkMenuButton *journal_button;
  GtkMenuButton *menu_button;
  GMenuModel *sidebar_menu;
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkListBox *places_list;
  GtkWidget *tags_label;
  GtkListBox *tags_list;

  GtkLabel *counts[LDR_N_SIDEBAR_PLACES];
  LdrJournal *journal;
  GCancellable *cancellable;
  char *tag;
  guint refresh;
};

typedef enum
{
  SIGNAL_PLACE_CHOSEN,
  SIGNAL_TAG_CHOSEN,
  N_SIGNALS,
} LdrSidebarSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrSidebar, ldr_sidebar, ADW_TYPE_BIN)

static GtkWidget *
create_row (const char *icon, const char *title, GtkLabel **count)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *number = gtk_label_new (NULL);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (number, "dimmed");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  *count = GTK_LABEL (number);
  return row;
}

static GtkWidget *
get_row (GtkLabel *label)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_LIST_BOX_ROW);
}

static void
set_number (GtkLabel *label, int count, const char *spoken)
{
  /* An apostrophe in the format groups the digits as the locale does. */
  g_autofree char *text = count > 0 ? g_strdup_printf ("%'d", count) : g_strdup ("");
  GtkWidget *row = get_row (label);

  gtk_label_set_label (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}

static void
set_count (GtkLabel *label, int count)
{
  g_autofree char *spoken = g_strdup_printf (ngettext ("%d entry", "%d entries", (gulong) count), count);

  set_number (label, count, spoken);
}

/* A place for what others sent is only there once something was. */
static void
set_received (LdrSidebar *self, const Counts *counts)
{
  GtkLabel *label = self->counts[LDR_SIDEBAR_RECEIVED];
  GtkWidget *row = get_row (label);
  g_autofree char *spoken = g_strdup_printf (
      ngettext ("%d comment waits", "%d comments wait", (gulong) counts->n_waiting), counts->n_waiting);

  set_number (label, counts->n_waiting, counts->n_waiting > 0 ? spoken : "");
  gtk_widget_set_visible (row, counts->received || gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
}

static gboolean
count_received (LdrStore *store, Counts *counts, GError **error)
{
  g_autoptr (GPtrArray) packs = ldr_store_get_received_packs (store, error);
  g_autoptr (GPtrArray) comments = packs != NULL ? ldr_store_get_received_comments (store, error) : NULL;

  if (comments == NULL)
    return FALSE;
  counts->received = packs->len > 0 || comments->len > 0;
  for (guint i = 0; i < comments->len; i++)
    if (((const LdrReceivedComment *) comments->pdata[i])->done == 0)
      counts->n_waiting++;
  return TRUE;
}

static gpointer
count_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree Counts *counts = g_new0 (Counts, 1);

  for (int i = 0; i < N_COUNTS; i++)
    {
      g_autoptr (LdrQuery) query = ldr_query_new ();

      query->to_discuss = counted[i] == LDR_SIDEBAR_TO_DISCUSS;
      query->in_trash = counted[i] == LDR_SIDEBAR_TRASH;
      counts->entries[i] = ldr_store_count (store, query, error);
      if (counts->entries[i] < 0)
        return NULL;
    }
  if (!count_received (store, counts, error))
    return NULL;
  return g_steal_pointer (&counts);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSidebar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree Counts *counts = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (LDR_JOURNAL (source) != self->journal)
    return;
  /* Without counts the places still work; what is wrong shows where the entries are read. */
  for (int i = 0; counts != NULL && i < N_COUNTS; i++)
    set_count (self->counts[counted[i]], counts->entries[i]);
  if (counts != NULL)
    set_received (self, counts);
}

static void
listed_tags_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSidebar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tags = ldr_journal_list_tags_finish (LDR_JOURNAL (source), result, &error);

  if (LDR_JOURNAL (source) != self->journal || tags == NULL)
    return;

  gtk_list_box_remove_all (self->tags_list);
  for (guint i = 0; i < tags->len; i++)
    {
      LdrTagCount *tag = g_ptr_array_index (tags, i);
      g_autofree char *title = g_strconcat ("#", tag->tag, NULL);
      GtkLabel *count;
      GtkWidget *row = create_row (NULL, title, &count);

      g_object_set_data_full (G_OBJECT (row), "tag", g_strdup (tag->tag), g_free);
      gtk_list_box_append (self->tags_list, row);
      set_count (count, tag->count);
      if (g_strcmp0 (self->tag, tag->tag) == 0)
        gtk_list_box_select_row (self->tags_list, GTK_LIST_BOX_ROW (row));
    }
  gtk_widget_set_visible (self->tags_label, tags->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->tags_list), tags->len > 0);
}

static void
refresh (LdrSidebar *self)
{
  if (self->journal == NULL)
    return;
  ldr_journal_run_async (self->journal, count_func, NULL, NULL, g_free, self->cancellable, counted_cb,
                         g_object_ref (self));
  ldr_journal_list_tags_async (self->journal, self->cancellable, listed_tags_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  LdrSidebar *self = user_data;

  self->refresh = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
journal_changed_cb (LdrSidebar *self)
{
  if (self->refresh == 0)
    self->refresh = g_timeout_add (REFRESH_DELAY, refresh_cb, self);
}

static void
place_activated_cb (LdrSidebar *self, GtkListBoxRow *row)
{
  g_clear_pointer (&self->tag, g_free);
  gtk_list_box_unselect_all (self->tags_list);
  g_signal_emit (self, signals[SIGNAL_PLACE_CHOSEN], 0, gtk_list_box_row_get_index (row));
}

static void
tag_activated_cb (LdrSidebar *self, GtkListBoxRow *row)
{
  g_set_str (&self->tag, g_object_get_data (G_OBJECT (row), "tag"));
  gtk_list_box_unselect_all (self->places_list);
  g_signal_emit (self, signals[SIGNAL_TAG_CHOSEN], 0, self->tag);
}

static void
show_info (LdrSidebar *self)
{
  LdrJournalInfo *info = ldr_journal_get_info (self->journal);
  g_autofree char *label = NULL;

  /* Translators: the button at the top left, for a screen reader; %s is a leader’s name */
  label = g_strdup_printf (_ ("Journal of %s, switch journal"), info->leader);
  adw_avatar_set_text (self->avatar, info->leader);
  gtk_label_set_label (self->name_label, info->leader);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->journal_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
ldr_sidebar_dispose (GObject *object)
{
  LdrSidebar *self = LDR_SIDEBAR (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->journal);
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_SIDEBAR);

  G_OBJECT_CLASS (ldr_sidebar_parent_class)->dispose (object);
}

static void
ldr_sidebar_finalize (GObject *object)
{
  LdrSidebar *self = LDR_SIDEBAR (object);

  g_clear_object (&self->cancellable);
  g_free (self->tag);

  G_OBJECT_CLASS (ldr_sidebar_parent_class)->finalize (object);
}

static void
ldr_sidebar_class_init (LdrSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_sidebar_finalize;

  signals[SIGNAL_PLACE_CHOSEN] = g_signal_new ("place-chosen", LDR_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_TAG_CHOSEN] = g_signal_new ("tag-chosen", LDR_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/ldr-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrSidebar, journal_button);
  gtk_widget_class_bind_template_child (widget_class, LdrSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LdrSidebar, sidebar_menu);
  gtk_widget_class_bind_template_child (widget_class, LdrSidebar, avatar);
  gtk_widget_class_bind_template_child (widget_class, LdrSidebar, name_label);
  gtk_widget_class_bind_template_child (widget_class, LdrSidebar, places_list);
  gtk_widget_class_bind_template_child (widget_class, LdrSidebar, tags_label);
  gtk_widget_class_bind_template_child (widget_class, LdrSidebar, tags_list);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_activated_cb);
}

static void
ldr_sidebar_init (LdrSidebar *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ldr_lazy_menu_attach (self->menu_button, self->sidebar_menu);
  for (int i = 0; i < LDR_N_SIDEBAR_PLACES; i++)
    gtk_list_box_append (self->places_list, create_row (places[i].icon, _ (places[i].title), &self->counts[i]));
  gtk_widget_set_visible (get_row (self->counts[LDR_SIDEBAR_RECEIVED]), FALSE);
  ldr_sidebar_select (self, LDR_SIDEBAR_TODAY);
}

/**
 * ldr_sidebar_set_journal:
 * @self: a sidebar
 * @journal: an open journal
 *
 * Shows a journal's name, places and tags, and follows its changes.
 */
void
ldr_sidebar_set_journal (LdrSidebar *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_SIDEBAR (self));

  if (!g_set_object (&self->journal, journal) || journal == NULL)
    return;
  g_signal_connect_object (journal, "entry-changed", G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "packs-changed", G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::info", G_CALLBACK (show_info), self, G_CONNECT_SWAPPED);
  show_info (self);
  /* The page beside it asks first: the newest entries do not wait until all tags are counted. */
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/**
 * ldr_sidebar_set_journals_menu:
 * @self: a sidebar
 * @menu: the journals to switch to
 *
 * Gives the button with the name its menu.
 */
void
ldr_sidebar_set_journals_menu (LdrSidebar *self, GMenuModel *menu)
{
  g_return_if_fail (LDR_IS_SIDEBAR (self));

  ldr_lazy_menu_attach (self->journal_button, menu);
}

/**
 * ldr_sidebar_select:
 * @self: a sidebar
 * @place: a place
 *
 * Marks a place as the one that is shown, without saying so to anybody.
 */
void
ldr_sidebar_select (LdrSidebar *self, LdrSidebarPlace place)
{
  g_return_if_fail (LDR_IS_SIDEBAR (self));

  g_clear_pointer (&self->tag, g_free);
  gtk_list_box_unselect_all (self->tags_list);
  gtk_widget_set_visible (get_row (self->counts[place]), TRUE);
  gtk_list_box_select_row (self->places_list, gtk_list_box_get_row_at_index (self->places_list, (int) place));
}

/**
 * ldr_sidebar_place_from_id:
 * @id: an id, such as the target of the action `win.show-place`
 * @place: (out): the place
 *
 * Returns: whether there is such a place
 */
gboolean
ldr_sidebar_place_from_id (const char *id, LdrSidebarPlace *place)
{
  for (guint i = 0; i < LDR_N_SIDEBAR_PLACES; i++)
    if (g_str_equal (places[i].id, id))
      {
        *place = (LdrSidebarPlace) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ldr_sidebar_place_get_title:
 * @place: a place
 *
 * Returns: (transfer none): its name
 */
const char *
ldr_sidebar_place_get_title (LdrSidebarPlace place)
{
  return _ (places[place].title);
}
