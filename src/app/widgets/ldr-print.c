/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-print.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include "app/shelf/ldr-outside.h"
#include "ldr-print-preview.h"
#include "ldr-toast.h"

/* What is kept free around a page that brings no margins of its own (points). */
#define MARGIN 42.0

/* How GTK's names of files for the portal begin. */
#define FILE_PREFIX "gtkprint"

/**
 * LdrPrint:
 *
 * Prints pages of a journal. What is to be printed is forgotten, and nothing more of it is drawn, as soon as the widget
 * that asked goes away or its window calls off what stands outside it; so a dialog for printing that outlives the
 * journal's being open prints nothing. The preview is one of our own: that of GTK leaves the pages in a plain file.
 */
struct _LdrPrint
{
  GObject parent_instance;

  char *job_name;
  guint n_pages;
  double margin;
  LdrPrintFunc func;
  gpointer data;
  GDestroyNotify free_data;

  /* None of them is held. */
  GtkWidget *parent;
  GtkPrintOperation *operation;
  AdwDialog *preview;
};

static guint sent_signal;

G_DEFINE_FINAL_TYPE (LdrPrint, ldr_print, G_TYPE_OBJECT)

/* --- What is printed --- */

/* The pages as they are, in the middle of a paper of another size and smaller if need be. */
static void
draw_pages (gpointer data, guint page, cairo_t *cairo, double width, double height)
{
  LdrPages *pages = data;
  double own_width, own_height, scale;

  ldr_pages_get_size (pages, &own_width, &own_height);
  scale = MIN (MIN (width / own_width, height / own_height), 1);
  cairo_translate (cairo, (width - own_width * scale) / 2, (height - own_height * scale) / 2);
  cairo_scale (cairo, scale, scale);
  ldr_pages_paint (pages, page, cairo);
}

/**
 * ldr_print_create_context:
 * @cairo: what a page is drawn to
 *
 * Returns: (transfer full): a context for its texts, whose sizes are in points
 */
PangoContext *
ldr_print_create_context (cairo_t *cairo)
{
  PangoContext *context = pango_cairo_create_context (cairo);
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

/**
 * ldr_print_new:
 * @job_name: what others who use the printer get to see: nothing from a journal
 * @n_pages: how many pages there are
 * @func: draws one
 * @data: for @func
 * @free_data: (nullable): gives @data up, when it is printed or no longer to be printed
 *
 * Returns: (transfer full): something to print
 */
LdrPrint *
ldr_print_new (const char *job_name, guint n_pages, LdrPrintFunc func, gpointer data, GDestroyNotify free_data)
{
  LdrPrint *self = g_object_new (LDR_TYPE_PRINT, NULL);

  self->job_name = g_strdup (job_name);
  self->n_pages = MAX (n_pages, 1);
  self->margin = MARGIN;
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  return self;
}

/**
 * ldr_print_new_for_pages:
 * @job_name: what others who use the printer get to see: nothing from a journal
 * @pages: pages of a document that was written to the end
 *
 * Returns: (transfer full): those, to be printed
 */
LdrPrint *
ldr_print_new_for_pages (const char *job_name, LdrPages *pages)
{
  LdrPrint *self = ldr_print_new (job_name, ldr_pages_get_n_pages (pages), draw_pages, ldr_pages_ref (pages),
                                  (GDestroyNotify) ldr_pages_unref);

  self->margin = 0;
  return self;
}

static void
draw (LdrPrint *self, guint page, cairo_t *cairo, double width, double height)
{
  /* A label printer has little room. */
  double margin = MIN (self->margin, MIN (width, height) / 4);

  if (self->func == NULL)
    return;
  cairo_save (cairo);
  cairo_translate (cairo, margin, margin);
  self->func (self->data, page, cairo, width - 2 * margin, height - 2 * margin);
  cairo_restore (cairo);
}

static void
draw_preview (gpointer data, guint page, cairo_t *cairo, double width, double height)
{
  draw (data, page, cairo, width, height);
}

static void
forget_data (LdrPrint *self)
{
  gpointer data = g_steal_pointer (&self->data);

  self->func = NULL;
  if (self->free_data != NULL && data != NULL)
    self->free_data (data);
}

/**
 * ldr_print_forget:
 * @self: what was to be printed
 *
 * Forgets it: its dialog, if that cannot be closed, prints nothing any more.
 */
void
ldr_print_forget (LdrPrint *self)
{
  g_autoptr (LdrPrint) kept = g_object_ref (self);

  forget_data (self);
  if (self->operation != NULL)
    gtk_print_operation_cancel (self->operation);
  if (self->preview == NULL)
    return;
  /* It may take a while to go; its pages do not. */
  adw_dialog_set_child (self->preview, NULL);
  adw_dialog_force_close (self->preview);
}

/* --- The operation --- */

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, LdrPrint *self)
{
  draw (self, (guint) page, gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context),
        gtk_print_context_get_height (context));
}

static void
print_again_cb (LdrPrint *self)
{
  if (self->func != NULL && self->parent != NULL && self->operation == NULL)
    ldr_print_run (self, self->parent);
}

static void
preview_closed_cb (LdrPrint *self)
{
  g_clear_weak_pointer (&self->preview);
  if (self->operation == NULL)
    forget_data (self);
}

/* The operation ends here, having written nothing; it would not do without a surface. */
static gboolean
preview_cb (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *window,
            LdrPrint *self)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cairo = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cairo, 72, 72);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  gtk_print_operation_cancel (operation);
  if (self->func == NULL || self->parent == NULL || self->preview != NULL)
    return TRUE;
  g_set_weak_pointer (&self->preview,
                      ldr_print_preview_new (self->n_pages, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                             gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS), draw_preview,
                                             g_object_ref (self), g_object_unref));
  g_signal_connect_object (self->preview, "print", G_CALLBACK (print_again_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "closed", G_CALLBACK (preview_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (self->preview, self->parent);
  return TRUE;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, LdrPrint *self)
{
  gboolean is_told = self->func != NULL && self->parent != NULL;

  g_clear_weak_pointer (&self->operation);
  if (is_told && result == GTK_PRINT_OPERATION_RESULT_ERROR)
    ldr_toast_say (self->parent, _ ("Not printed. Is the printer there?"));
  else if (is_told && result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      ldr_toast_say (self->parent, _ ("Sent to the printer"));
      g_signal_emit (self, sent_signal, 0);
    }
  if (self->preview == NULL)
    forget_data (self);
}

static void
remove_file (gpointer path)
{
  g_unlink (path);
  g_free (path);
}

/* Where printing goes through the portal, GTK writes the pages to a temporary file, hands that over as an open one, and
 * leaves it there. Nobody needs it any more once the operation is gone. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, LdrPrint *self)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *uri = settings != NULL ? gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;
  g_autofree char *path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

  if (path != NULL && g_str_equal (folder, g_get_tmp_dir ()) && g_str_has_prefix (name, FILE_PREFIX))
    g_object_set_data_full (G_OBJECT (operation), FILE_PREFIX, g_steal_pointer (&path), remove_file);
}

static void
set_parent (LdrPrint *self, GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GCancellable *outside = ldr_outside_get_cancellable (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);

  if (self->parent != NULL)
    g_signal_handlers_disconnect_by_func (self->parent, ldr_print_forget, self);
  g_set_weak_pointer (&self->parent, parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (ldr_print_forget), self, G_CONNECT_SWAPPED);
  if (outside == NULL)
    return;
  g_signal_handlers_disconnect_by_func (outside, ldr_print_forget, self);
  g_signal_connect_object (outside, "cancelled", G_CALLBACK (ldr_print_forget), self, G_CONNECT_SWAPPED);
}

static void
let_go (gpointer self, GClosure *closure)
{
  g_object_unref (self);
}

/**
 * ldr_print_make_operation:
 * @self: what to print
 * @parent: what shows it; the words on how it went appear there
 *
 * Returns: (transfer full): what prints it, and holds it as long as that may take
 */
GtkPrintOperation *
ldr_print_make_operation (LdrPrint *self, GtkWidget *parent)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  set_parent (self, parent);
  g_set_weak_pointer (&self->operation, operation);
  gtk_print_operation_set_n_pages (operation, (int) self->n_pages);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, self->job_name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* One of them holds what they all need. */
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), self);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (self), let_go,
                         G_CONNECT_DEFAULT);
  return operation;
}

/**
 * ldr_print_run:
 * @self: what to print
 * @parent: what shows it
 *
 * Lets the user choose a printer and prints there, and says how it went.
 */
void
ldr_print_run (LdrPrint *self, GtkWidget *parent)
{
  g_autoptr (GtkPrintOperation) operation = ldr_print_make_operation (self, parent);
  GtkRoot *root = gtk_widget_get_root (parent);

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

static void
ldr_print_finalize (GObject *object)
{
  LdrPrint *self = LDR_PRINT (object);

  forget_data (self);
  g_clear_weak_pointer (&self->parent);
  g_clear_weak_pointer (&self->operation);
  g_clear_weak_pointer (&self->preview);
  g_free (self->job_name);

  G_OBJECT_CLASS (ldr_print_parent_class)->finalize (object);
}

static void
ldr_print_class_init (LdrPrintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_print_finalize;
  sent_signal = g_signal_new ("sent", LDR_TYPE_PRINT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_print_init (LdrPrint *self)
{
}
