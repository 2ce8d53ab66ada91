/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-recovery-dialog.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

struct _LdrRecoveryDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  GtkRevealer *letters_revealer;
  GtkLabel *letters_label;
  GtkButton *print_button;
  GtkToggleButton *show_button;

  char *leader;
  char *sheet;
};

static guint taken_signal;

G_DEFINE_FINAL_TYPE (LdrRecoveryDialog, ldr_recovery_dialog, ADW_TYPE_DIALOG)

/* Draws one paragraph and returns the height below it. */
static double
draw_paragraph (cairo_t *cr, PangoContext *context, double width, double y, const char *font, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  int height;

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_size (layout, NULL, &height);
  return y + (double) height / PANGO_SCALE;
}

/**
 * ldr_recovery_draw:
 * @cr: where to draw; units are points, the origin is the top left of the printable area
 * @context: a context for layouts on @cr
 * @width: width of the printable area in points
 * @leader: whose journal it opens
 * @sheet: the key in groups of letters
 *
 * Draws a recovery sheet on one page.
 */
void
ldr_recovery_draw (cairo_t *cr, PangoContext *context, double width, const char *leader, const char *sheet)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the date on the printed recovery sheet, as strftime writes it */
  g_autofree char *date = g_date_time_format (now, _ ("%A %-e %B %Y"));
  g_autofree char *whose = g_strdup_printf (_ ("The journal of %s, %s"), leader, date);
  double y = 0;

  cairo_set_source_rgb (cr, 0, 0, 0);
  y = draw_paragraph (cr, context, width, y, "Sans Bold 20", _ ("Leidraad recovery sheet")) + 8;
  y = draw_paragraph (cr, context, width, y, "Sans 12", whose) + 28;
  y = draw_paragraph (cr, context, width, y, "Monospace Bold 16", sheet) + 28;
  y = draw_paragraph (
          cr, context, width, y, "Sans 11",
          _ ("These letters open the journal when the passphrase is forgotten: choose “Use the Recovery Sheet "
             "Instead” where Leidraad asks for the passphrase, and type them. Capitals and spaces do not matter."))
      + 10;
  draw_paragraph (
      cr, context, width, y, "Sans 11",
      _ ("Whoever has this sheet and the file can read the journal. Keep it where you keep your passport."));
}

/* What a page is printed from. */
typedef struct
{
  char *leader;
  char *sheet;
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->leader);
  secret_password_wipe (page->sheet);
  g_free (page->sheet);
  g_free (page);
}

static void
draw_page (gpointer data, guint number, cairo_t *cairo, double width, double height)
{
  const Page *page = data;
  PangoContext *context = ldr_print_create_context (cairo);

  ldr_recovery_draw (cairo, context, width, page->leader, page->sheet);
  g_object_unref (context);
}

/**
 * ldr_recovery_print_new:
 * @leader: whose journal it opens
 * @sheet: the key in groups of letters
 *
 * Returns: (transfer full): a recovery sheet on one page, to be printed
 */
LdrPrint *
ldr_recovery_print_new (const char *leader, const char *sheet)
{
  Page *page = g_new0 (Page, 1);

  page->leader = g_strdup (leader);
  page->sheet = g_strdup (sheet);
  return ldr_print_new (_ ("Leidraad recovery sheet"), 1, draw_page, page, page_free);
}

static void
sent_cb (LdrRecoveryDialog *self)
{
  g_signal_emit (self, taken_signal, 0);
}

static void
print_cb (LdrRecoveryDialog *self)
{
  g_autoptr (LdrPrint) print = ldr_recovery_print_new (self->leader, self->sheet);

  g_signal_connect_object (print, "sent", G_CALLBACK (sent_cb), self, G_CONNECT_SWAPPED);
  ldr_print_run (print, GTK_WIDGET (self->toasts));
}

static void
show_cb (LdrRecoveryDialog *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->show_button);

  gtk_label_set_label (self->letters_label, shown ? self->sheet : "");
  gtk_revealer_set_reveal_child (self->letters_revealer, shown);
  gtk_button_set_label (GTK_BUTTON (self->show_button), shown ? _ ("_Hide the Letters") : _ ("_Show to Copy by Hand"));
  if (shown)
    g_signal_emit (self, taken_signal, 0);
}

static void
ldr_recovery_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_RECOVERY_DIALOG);

  G_OBJECT_CLASS (ldr_recovery_dialog_parent_class)->dispose (object);
}

static void
ldr_recovery_dialog_finalize (GObject *object)
{
  LdrRecoveryDialog *self = LDR_RECOVERY_DIALOG (object);

  g_free (self->leader);
  secret_password_wipe (self->sheet);
  g_free (self->sheet);

  G_OBJECT_CLASS (ldr_recovery_dialog_parent_class)->finalize (object);
}

static void
ldr_recovery_dialog_class_init (LdrRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_recovery_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_recovery_dialog_finalize;
  taken_signal
      = g_signal_new ("taken", LDR_TYPE_RECOVERY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/shelf/ldr-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrRecoveryDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, LdrRecoveryDialog, letters_revealer);
  gtk_widget_class_bind_template_child (widget_class, LdrRecoveryDialog, letters_label);
  gtk_widget_class_bind_template_child (widget_class, LdrRecoveryDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, LdrRecoveryDialog, show_button);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
ldr_recovery_dialog_init (LdrRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_recovery_dialog_new:
 * @leader: whose journal it is
 * @sheet: the key in groups of letters
 *
 * Offers the recovery sheet for printing, or shows it for copying by hand. It never becomes a file of ours.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
ldr_recovery_dialog_new (const char *leader, const char *sheet)
{
  LdrRecoveryDialog *self = g_object_new (LDR_TYPE_RECOVERY_DIALOG, NULL);

  self->leader = g_strdup (leader);
  self->sheet = g_strdup (sheet);
  return ADW_DIALOG (self);
}
