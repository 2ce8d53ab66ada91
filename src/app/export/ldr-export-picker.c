/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-picker.h"

#include <glib/gi18n.h>

#include "app/journal/ldr-entry-list.h"
#include "app/journal/ldr-entry-row.h"
#include "app/journal/ldr-entry-rows.h"
#include "app/shelf/ldr-trouble.h"

#define WIDTH 560
#define HEIGHT 640

/**
 * LdrExportPicker:
 *
 * The journal's own list, of which only what is in sight is read, with a check box before each entry. What is chosen
 * stays so while the search shows other entries.
 */
struct _LdrExportPicker
{
  AdwDialog parent_instance;

  GtkWidget *title;
  GtkWidget *search;
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *none;
  LdrEntryList *list;
  LdrPeriod period;
  GHashTable *ids;
  /* The list items that show an entry; they are not owned. */
  GPtrArray *bound;
};

G_DEFINE_FINAL_TYPE (LdrExportPicker, ldr_export_picker, ADW_TYPE_DIALOG)

static guint chosen_signal;

static void
update_count (LdrExportPicker *self)
{
  guint n = g_hash_table_size (self->ids);
  g_autofree char *text = g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n);

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), text);
}

/* --- Rows --- */

static const char *
get_id (GtkListItem *list_item)
{
  LdrEntryItem *item = gtk_list_item_get_item (list_item);
  const LdrSummary *summary = item != NULL ? ldr_entry_item_get_summary (item) : NULL;

  return summary != NULL ? summary->id : NULL;
}

static GtkWidget *
get_check (GtkListItem *list_item)
{
  return gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
}

static void
describe (GtkListItem *list_item, gboolean chosen)
{
  gtk_list_item_set_accessible_description (list_item, chosen ? C_ ("entry", "Chosen") : C_ ("entry", "Not chosen"));
}

static void
toggled_cb (GtkListItem *list_item)
{
  GtkWidget *check = get_check (list_item);
  LdrExportPicker *self = LDR_EXPORT_PICKER (gtk_widget_get_ancestor (check, LDR_TYPE_EXPORT_PICKER));
  const char *id = get_id (list_item);

  if (self == NULL || id == NULL)
    return;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
    g_hash_table_add (self->ids, g_strdup (id));
  else
    g_hash_table_remove (self->ids, id);
  describe (list_item, gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  update_count (self);
}

/* An entry that is not read yet cannot be chosen. */
static void
show_item (LdrExportPicker *self, GtkListItem *list_item)
{
  GtkWidget *check = get_check (list_item);
  const char *id = get_id (list_item);

  g_signal_handlers_block_by_func (check, toggled_cb, list_item);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), id != NULL && g_hash_table_contains (self->ids, id));
  gtk_widget_set_sensitive (check, id != NULL);
  g_signal_handlers_unblock_by_func (check, toggled_cb, list_item);
  describe (list_item, gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static void
named_cb (GtkWidget *row, GParamSpec *pspec, GtkListItem *list_item)
{
  GtkWidget *check = get_check (list_item);
  GtkWidget *picker = gtk_widget_get_ancestor (check, LDR_TYPE_EXPORT_PICKER);
  const char *name = ldr_entry_row_get_accessible_name (LDR_ENTRY_ROW (row));

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
  if (picker != NULL)
    show_item (LDR_EXPORT_PICKER (picker), list_item);
}

static void
setup_cb (LdrExportPicker *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *check = gtk_check_button_new ();
  GtkWidget *row = ldr_entry_row_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (check, 6);
  gtk_widget_set_hexpand (row, TRUE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), list_item, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::accessible-name", G_CALLBACK (named_cb), list_item, G_CONNECT_DEFAULT);
  /* The keyboard is at the row, which says all of it. */
  gtk_widget_set_focusable (check, FALSE);
  g_object_bind_property (row, "accessible-name", list_item, "accessible-label", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (LdrExportPicker *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_widget_get_next_sibling (get_check (list_item));

  g_ptr_array_add (self->bound, list_item);
  ldr_entry_row_set_item (LDR_ENTRY_ROW (row), gtk_list_item_get_item (list_item));
  show_item (self, list_item);
}

static void
unbind_cb (LdrExportPicker *self, GtkListItem *list_item)
{
  g_ptr_array_remove_fast (self->bound, list_item);
  ldr_entry_row_set_item (LDR_ENTRY_ROW (gtk_widget_get_next_sibling (get_check (list_item))), NULL);
}

/* --- What is found --- */

static void
search_cb (LdrExportPicker *self)
{
  g_autoptr (LdrQuery) query = ldr_query_parse (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  if (self->period.kind != LDR_PERIOD_ALL)
    {
      query->after = MAX (query->after, self->period.first_day);
      query->before = query->before > 0 ? MIN (query->before, self->period.last_day + 1) : self->period.last_day + 1;
    }
  ldr_entry_list_set_query (self->list, query);
}

static void
loaded_cb (LdrExportPicker *self)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;

  gtk_stack_set_visible_child (GTK_STACK (self->stack), found ? self->scroller : self->none);
  if (!ldr_entry_list_is_complete (self->list))
    ldr_entry_list_complete (self->list);
}

static void
failed_cb (LdrExportPicker *self, GError *error)
{
  ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_OPEN, error);
}

static void
choose_cb (LdrExportPicker *self)
{
  g_autoptr (LdrExportPicker) alive = g_object_ref (self);
  g_autofree char **ids = (char **) g_hash_table_get_keys_as_array (self->ids, NULL);

  g_signal_emit (self, chosen_signal, 0, ids);
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- An object --- */

/* Nothing of the journal stays behind a closed dialog. */
static void
ldr_export_picker_closed (AdwDialog *dialog)
{
  ldr_entry_list_set_journal (LDR_EXPORT_PICKER (dialog)->list, NULL);
}

static void
ldr_export_picker_dispose (GObject *object)
{
  LdrExportPicker *self = LDR_EXPORT_PICKER (object);

  if (self->list != NULL)
    ldr_entry_list_set_journal (self->list, NULL);
  g_clear_object (&self->list);
  g_clear_pointer (&self->ids, g_hash_table_unref);

  G_OBJECT_CLASS (ldr_export_picker_parent_class)->dispose (object);
}

/* Rows are let go of until the very end. */
static void
ldr_export_picker_finalize (GObject *object)
{
  g_ptr_array_unref (LDR_EXPORT_PICKER (object)->bound);

  G_OBJECT_CLASS (ldr_export_picker_parent_class)->finalize (object);
}

static void
ldr_export_picker_class_init (LdrExportPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_export_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_export_picker_finalize;
  ADW_DIALOG_CLASS (klass)->closed = ldr_export_picker_closed;

  /**
   * LdrExportPicker::chosen:
   * @self: a dialog
   * @ids: (array zero-terminated=1): the ids of the entries
   *
   * Somebody is done choosing.
   */
  chosen_signal = g_signal_new ("chosen", LDR_TYPE_EXPORT_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRV);
}

static GtkWidget *
make_header (LdrExportPicker *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *choose = gtk_button_new_with_mnemonic (_ ("_Choose"));

  self->title = adw_window_title_new (_ ("Choose Entries"), NULL);
  gtk_widget_add_css_class (choose, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), choose);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (adw_dialog_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choose, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  return header;
}

static GtkWidget *
make_search (LdrExportPicker *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->search = g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text", _ ("Search entries"), "margin-start", 12,
                               "margin-end", 12, "margin-bottom", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search entries"),
                                  -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (adw_dialog_close), self, G_CONNECT_SWAPPED);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->search);
  return clamp;
}

/* A list tells no more of its rows than where they are; those that are in sight are known by being bound. */
static void
toggle_where (LdrExportPicker *self, gboolean (*is_it) (GtkListItem *list_item, gconstpointer what), gconstpointer what)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->bound, i);
      GtkCheckButton *check = GTK_CHECK_BUTTON (get_check (list_item));

      if (is_it (list_item, what) && gtk_widget_is_sensitive (GTK_WIDGET (check)))
        gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
    }
}

static gboolean
is_at (GtkListItem *list_item, gconstpointer position)
{
  return gtk_list_item_get_position (list_item) == GPOINTER_TO_UINT (position);
}

static void
activated_cb (LdrExportPicker *self, guint position)
{
  toggle_where (self, is_at, GUINT_TO_POINTER (position));
}

static gboolean
is_in (GtkListItem *list_item, gconstpointer row)
{
  return gtk_widget_get_parent (gtk_list_item_get_child (list_item)) == row;
}

/* The space bar, which chooses rows in other lists, does so here. */
static gboolean
space_cb (GtkWidget *view, GVariant *arguments, gpointer data)
{
  GtkWidget *row = gtk_widget_get_focus_child (view);

  if (row != NULL)
    toggle_where (LDR_EXPORT_PICKER (gtk_widget_get_ancestor (view, LDR_TYPE_EXPORT_PICKER)), is_in, row);
  return row != NULL;
}

static void
add_keys (GtkWidget *view)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0), gtk_callback_action_new (space_cb, NULL, NULL)));
  gtk_widget_add_controller (view, keys);
}

static GtkWidget *
make_view (LdrExportPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (model), factory);
  g_autoptr (GtkListItemFactory) headers = ldr_month_headers_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_header_factory (GTK_LIST_VIEW (view), headers);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  g_signal_connect_object (view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Entries"), -1);
  gtk_widget_add_css_class (view, "navigation-sidebar");
  gtk_widget_add_css_class (view, "entry-list");
  add_keys (view);
  return view;
}

static void
ldr_export_picker_init (LdrExportPicker *self)
{
  GtkWidget *view = adw_toolbar_view_new ();

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bound = g_ptr_array_new ();
  self->list = ldr_entry_list_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), make_view (self));
  self->none = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->none), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->none), _ ("Nothing Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->none), _ ("Try another word, or a longer period."));
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), adw_bin_new ());
  gtk_stack_add_child (GTK_STACK (self->stack), self->scroller);
  gtk_stack_add_child (GTK_STACK (self->stack), self->none);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_header (self));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_search (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), self->stack);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Choose Entries"));
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
  adw_dialog_set_content_height (ADW_DIALOG (self), HEIGHT);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_focus (ADW_DIALOG (self), self->search);
  g_signal_connect_object (self->list, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_export_picker_new:
 * @journal: an open journal
 * @period: of which days entries can be chosen; all of them when it is from the beginning
 * @ids: (array zero-terminated=1): what is chosen to begin with
 *
 * Returns: (transfer floating): a dialog that asks which entries go out
 */
AdwDialog *
ldr_export_picker_new (LdrJournal *journal, const LdrPeriod *period, const char *const *ids)
{
  LdrExportPicker *self = g_object_new (LDR_TYPE_EXPORT_PICKER, NULL);

  self->period = *period;
  for (gsize i = 0; ids[i] != NULL; i++)
    g_hash_table_add (self->ids, g_strdup (ids[i]));
  update_count (self);
  search_cb (self);
  ldr_entry_list_set_journal (self->list, journal);
  return ADW_DIALOG (self);
}
