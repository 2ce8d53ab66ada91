/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/export/ldr-page-sheet.h"
#include "app/export/ldr-pages-view.h"
#include "report/document/ldr-document-runs.h"

#define N_PAGES 40

/* A document with a page for each number. */
static LdrPages *
make_pages (guint n_pages)
{
  LdrPages *pages = ldr_pages_new (NULL);
  g_autoptr (LdrDocumentMeta) meta = ldr_document_meta_new ("Coaching sessions", "en-GB");
  g_autoptr (LdrDocumentWriter) writer = ldr_pages_write (pages);
  g_autoptr (GError) error = NULL;

  ldr_document_writer_begin (writer, meta, NULL, &error);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *text = g_strdup_printf ("Sheet number %u. Zoë was there.", i + 1);
      g_autoptr (GPtrArray) runs = ldr_document_runs_new (text, (LdrRunFlags) 0);

      if (i > 0)
        ldr_document_writer_push (writer, ldr_document_page_break_new (), &error);
      ldr_document_writer_push (writer, ldr_document_paragraph_new (runs), &error);
    }
  ldr_document_writer_end (writer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ldr_pages_get_n_pages (pages), ==, n_pages);
  return pages;
}

static void
gather (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather (child, type, found);
}

static GtkWidget *
find_sheet (GtkWidget *view, guint index)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  gather (view, LDR_TYPE_PAGE_SHEET, found);
  return index < found->len ? g_ptr_array_index (found, index) : NULL;
}

static guint
count_sheets (GtkWidget *view, gboolean drawn)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  guint n = 0;

  gather (view, LDR_TYPE_PAGE_SHEET, found);
  for (guint i = 0; i < found->len; i++)
    n += !drawn || gtk_widget_get_child_visible (g_ptr_array_index (found, i)) ? 1 : 0;
  return n;
}

static GtkWidget *
find_place (GtkWidget *view)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  gather (view, GTK_TYPE_LABEL, found);
  return g_ptr_array_index (found, 0);
}

/* Until a frame was drawn and what follows from it was told. */
static void
settle (GtkWidget *view)
{
  gint64 end = g_get_monotonic_time () + 300 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
wait_for_place (GtkWidget *view, const char *expected)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  GtkWidget *label = find_place (view);

  while (!g_str_equal (gtk_label_get_label (GTK_LABEL (label)), expected))
    {
      if (g_get_monotonic_time () > end)
        g_error ("The place is %s and not %s", gtk_label_get_label (GTK_LABEL (label)), expected);
      g_main_context_iteration (NULL, FALSE);
    }
}

static GtkWidget *
open_view (LdrPages *pages, int width, int height)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = ldr_pages_view_new ();

  ldr_pages_view_set_pages (LDR_PAGES_VIEW (view), pages);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  settle (view);
  return view;
}

static void
press (GtkWidget *view, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !done; k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger) || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key
              || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != modifiers)
            continue;
          done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, view,
                                               gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_true (done);
}

static void
close_view (GtkWidget *view)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (view)));
}

static char *
read_contents (GtkWidget *sheet, guint start, guint end)
{
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (sheet);
  g_autoptr (GBytes) bytes = GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_contents (text, start, end);

  return g_strdup (g_bytes_get_data (bytes, NULL));
}

static char *
read_at (GtkWidget *sheet, guint offset, GtkAccessibleTextGranularity granularity)
{
  GtkAccessibleText *text = GTK_ACCESSIBLE_TEXT (sheet);
  guint start, end;
  g_autoptr (GBytes) bytes
      = GTK_ACCESSIBLE_TEXT_GET_IFACE (text)->get_contents_at (text, offset, granularity, &start, &end);
  g_autofree char *same = read_contents (sheet, start, end);

  g_assert_cmpuint (start, <=, offset);
  g_assert_cmpstr (g_bytes_get_data (bytes, NULL), ==, same);
  return g_strdup (same);
}

/* Whoever does not see a page hears which it is and what it says, by word, sentence and line. */
static void
test_accessible (void)
{
  static const struct
  {
    const char *at;
    GtkAccessibleTextGranularity granularity;
    const char *expected;
  } cases[] = {
    { "number", GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER, "n" },
    { "umber", GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD, "number " },
    { "umber", GTK_ACCESSIBLE_TEXT_GRANULARITY_SENTENCE, "Sheet number 1. " },
    { "was", GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD, "was " },
    { "ë was", GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER, "ë" },
    { "was", GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE, "Sheet number 1. Zoë was there.\n" },
    { "Coaching", GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE, "Coaching sessions\n" },
  };
  g_autoptr (LdrPages) pages = make_pages (2);
  GtkWidget *view = open_view (pages, 700, 600);
  GtkWidget *sheet = find_sheet (view, 0);
  g_autofree char *whole = read_contents (sheet, 0, G_MAXUINT);

  gtk_test_accessible_assert_role (sheet, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_test_accessible_assert_property (sheet, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 2");
  gtk_test_accessible_assert_relation (sheet, GTK_ACCESSIBLE_RELATION_SET_SIZE, 2);
  gtk_test_accessible_assert_property (find_sheet (view, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 2 of 2");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *at = strstr (whole, cases[i].at);
      g_autofree char *found = NULL;

      g_assert_nonnull (at);
      found = read_at (sheet, (guint) g_utf8_pointer_to_offset (whole, at), cases[i].granularity);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
  close_view (view);
}

/* Of a long document only a few sheets exist, and only those in sight are drawn. */
static void
test_in_sight (void)
{
  g_autoptr (LdrPages) pages = make_pages (N_PAGES);
  GtkWidget *view = open_view (pages, 700, 600);

  g_assert_cmpuint (count_sheets (view, TRUE), ==, 1);
  g_assert_cmpuint (count_sheets (view, FALSE), ==, 2);
  ldr_pages_view_show_page (LDR_PAGES_VIEW (view), 20);
  wait_for_place (view, "21 of 40");
  g_assert_cmpuint (count_sheets (view, TRUE), >=, 1);
  g_assert_cmpuint (count_sheets (view, FALSE), <=, 4);
  gtk_test_accessible_assert_property (find_sheet (view, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 21 of 40");
  close_view (view);
}

static void
test_keys (void)
{
  static const struct
  {
    guint key;
    const char *place;
  } steps[] = {
    { GDK_KEY_Page_Down, "2 of 40" }, { GDK_KEY_Page_Down, "3 of 40" },  { GDK_KEY_Page_Up, "2 of 40" },
    { GDK_KEY_End, "40 of 40" },      { GDK_KEY_Page_Down, "40 of 40" }, { GDK_KEY_Page_Up, "39 of 40" },
    { GDK_KEY_Home, "1 of 40" },      { GDK_KEY_Page_Up, "1 of 40" },
  };
  g_autoptr (LdrPages) pages = make_pages (N_PAGES);
  GtkWidget *view = open_view (pages, 700, 600);

  wait_for_place (view, "1 of 40");
  gtk_test_accessible_assert_property (find_place (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 40");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (view, steps[i].key, 0);
      settle (view);
      wait_for_place (view, steps[i].place);
    }
  press (view, GDK_KEY_space, 0);
  press (view, GDK_KEY_space, 0);
  press (view, GDK_KEY_space, 0);
  settle (view);
  g_assert_cmpuint (ldr_pages_view_get_page (LDR_PAGES_VIEW (view)), >=, 1);
  close_view (view);
}

/* Pages fit the width, become larger and smaller within bounds, and stay where they were read. */
static void
test_zoom (void)
{
  g_autoptr (LdrPages) pages = make_pages (N_PAGES);
  GtkWidget *view = open_view (pages, 360, 640);
  double fit = ldr_pages_view_get_zoom (LDR_PAGES_VIEW (view));

  g_assert_cmpint (gtk_widget_get_width (find_sheet (view, 0)), <=, 342);
  g_assert_cmpint (gtk_widget_get_width (find_sheet (view, 0)), >, 335);
  ldr_pages_view_show_page (LDR_PAGES_VIEW (view), 12);
  wait_for_place (view, "13 of 40");
  press (view, GDK_KEY_plus, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (ldr_pages_view_get_zoom (LDR_PAGES_VIEW (view)), fit * 1.25, 0.001);
  settle (view);
  wait_for_place (view, "13 of 40");
  g_assert_cmpint (gtk_widget_get_width (find_sheet (view, 0)), >, 400);
  for (int i = 0; i < 20; i++)
    press (view, GDK_KEY_plus, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (ldr_pages_view_get_zoom (LDR_PAGES_VIEW (view)), 4, 0.001);
  for (int i = 0; i < 30; i++)
    press (view, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (ldr_pages_view_get_zoom (LDR_PAGES_VIEW (view)), 0.25, 0.001);
  press (view, GDK_KEY_0, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (ldr_pages_view_get_zoom (LDR_PAGES_VIEW (view)), fit, 0.001);
  settle (view);
  wait_for_place (view, "13 of 40");
  close_view (view);
}

/* Other pages come at the place of those before, as far as there are as many; none leaves nothing behind. */
static void
test_others (void)
{
  g_autoptr (LdrPages) many = make_pages (N_PAGES);
  g_autoptr (LdrPages) few = make_pages (3);
  GtkWidget *view = open_view (many, 700, 600);

  ldr_pages_view_show_page (LDR_PAGES_VIEW (view), 1);
  wait_for_place (view, "2 of 40");
  ldr_pages_view_set_pages (LDR_PAGES_VIEW (view), few);
  settle (view);
  wait_for_place (view, "2 of 3");
  ldr_pages_view_set_pages (LDR_PAGES_VIEW (view), many);
  settle (view);
  ldr_pages_view_show_page (LDR_PAGES_VIEW (view), 30);
  wait_for_place (view, "31 of 40");
  ldr_pages_view_set_pages (LDR_PAGES_VIEW (view), few);
  settle (view);
  wait_for_place (view, "3 of 3");
  ldr_pages_view_set_pages (LDR_PAGES_VIEW (view), NULL);
  settle (view);
  g_assert_cmpuint (count_sheets (view, FALSE), ==, 0);
  g_assert_false (gtk_widget_get_mapped (find_place (view)));
  close_view (view);
}

/* Paper is white, whatever the scheme. */
static void
test_dark (void)
{
  g_autoptr (LdrPages) pages = make_pages (1);
  GtkWidget *view;
  GtkWidget *sheet;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint32 pixel = 0;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  view = open_view (pages, 700, 600);
  sheet = find_sheet (view, 0);
  paintable = gtk_widget_paintable_new (sheet);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (sheet), gtk_widget_get_height (sheet));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (view)), node,
                                         &GRAPHENE_RECT_INIT (20, 20, 1, 1));
  gdk_texture_download (texture, (guchar *) &pixel, 4);
  g_assert_cmphex (pixel, ==, 0xffffffff);
  close_view (view);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
gone_cb (gpointer data, GObject *object)
{
  *(gboolean *) data = TRUE;
}

/* A view that ends leaves neither sheets nor anything to be told. */
static void
test_dispose (void)
{
  g_autoptr (LdrPages) pages = make_pages (3);
  GtkWidget *view = open_view (pages, 700, 600);
  gboolean view_gone = FALSE, sheet_gone = FALSE;

  g_object_weak_ref (G_OBJECT (view), gone_cb, &view_gone);
  g_object_weak_ref (G_OBJECT (find_sheet (view, 0)), gone_cb, &sheet_gone);
  ldr_pages_view_set_pages (LDR_PAGES_VIEW (view), pages);
  g_assert_true (sheet_gone);
  close_view (view);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (view_gone);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  g_test_add_func ("/pages-view/accessible", test_accessible);
  g_test_add_func ("/pages-view/in-sight", test_in_sight);
  g_test_add_func ("/pages-view/keys", test_keys);
  g_test_add_func ("/pages-view/zoom", test_zoom);
  g_test_add_func ("/pages-view/others", test_others);
  g_test_add_func ("/pages-view/dark", test_dark);
  g_test_add_func ("/pages-view/dispose", test_dispose);
  return g_test_run ();
}
