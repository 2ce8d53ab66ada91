/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-title.h"

#include <glib/gi18n.h>

/* The longest title that can be typed, in characters. */
#define LONGEST 400

/* The buffer of a title, which no line end gets into. */
#define LDR_TYPE_TITLE_BUFFER (ldr_title_buffer_get_type ())
G_DECLARE_FINAL_TYPE (LdrTitleBuffer, ldr_title_buffer, LDR, TITLE_BUFFER, GtkTextBuffer)

struct _LdrTitleBuffer
{
  GtkTextBuffer parent_instance;

  gboolean loading;
  int longest; /* In characters; what comes from the journal comes whole. */
};

G_DEFINE_FINAL_TYPE (LdrTitleBuffer, ldr_title_buffer, GTK_TYPE_TEXT_BUFFER)

static gboolean
ends_line (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;
    default:
      return character == 0xFFFC;
    }
}

/* Every run of line ends, tabs and the like becomes one space; at the edges of what comes in, none. */
static char *
make_one_line (const char *text, int length, int room)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *own = g_strndup (text, length >= 0 ? (gsize) length : strlen (text));
  gboolean pending = FALSE;

  for (const char *p = own; *p != '\0' && room > 0; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (ends_line (character))
        {
          pending = line->len > 0;
          continue;
        }
      if (pending && character != ' ' && line->str[line->len - 1] != ' ' && --room > 0)
        g_string_append_c (line, ' ');
      pending = FALSE;
      if (room-- > 0)
        g_string_append_unichar (line, character);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
ldr_title_buffer_insert_text (GtkTextBuffer *buffer, GtkTextIter *iter, const char *text, int length)
{
  int room = LDR_TITLE_BUFFER (buffer)->longest - gtk_text_buffer_get_char_count (buffer);
  g_autofree char *line = make_one_line (text, length, room);

  if (line[0] != '\0')
    GTK_TEXT_BUFFER_CLASS (ldr_title_buffer_parent_class)->insert_text (buffer, iter, line, -1);
}

/* A picture is none of a title's. */
static void
ldr_title_buffer_insert_paintable (GtkTextBuffer *buffer, GtkTextIter *iter, GdkPaintable *paintable)
{
}

static void
ldr_title_buffer_class_init (LdrTitleBufferClass *klass)
{
  GTK_TEXT_BUFFER_CLASS (klass)->insert_text = ldr_title_buffer_insert_text;
  GTK_TEXT_BUFFER_CLASS (klass)->insert_paintable = ldr_title_buffer_insert_paintable;
}

static void
ldr_title_buffer_init (LdrTitleBuffer *self)
{
  self->longest = LONGEST;
}

struct _LdrEntryTitle
{
  GtkTextView parent_instance;

  LdrTitleBuffer *buffer;
  char *preedit; /* What an input method has not decided yet. */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrEntryTitle, ldr_entry_title, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (LdrEntryTitle *self)
{
  return GTK_TEXT_BUFFER (self->buffer);
}

static void
changed_cb (LdrEntryTitle *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (!self->buffer->loading)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
is_composing (LdrEntryTitle *self)
{
  return self->preedit != NULL && self->preedit[0] != '\0';
}

static void
preedit_changed_cb (LdrEntryTitle *self, const char *preedit)
{
  g_set_str (&self->preedit, preedit);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (LdrEntryTitle *self, guint key, guint code, GdkModifierType state)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;

  if (is_composing (self) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      /* Below the last row the text goes on. */
      gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
      if (gtk_text_view_forward_display_line (GTK_TEXT_VIEW (self), &iter))
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GtkSizeRequestMode
ldr_entry_title_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A text view learns its height only from the width it got; a title tells it beforehand, so that what stands below it
 * does not jump. */
static void
ldr_entry_title_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  LdrEntryTitle *self = LDR_ENTRY_TITLE (widget);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  GTK_WIDGET_CLASS (ldr_entry_title_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  text = ldr_entry_title_get_text (self);
  shown = g_strconcat (text, self->preedit, NULL);
  layout = gtk_widget_create_pango_layout (widget, shown);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (for_size >= 0)
    pango_layout_set_width (layout, for_size * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, natural);
  *minimum = *natural;
}

/* While there is nothing in it, a title says what it is. */
static void
ldr_entry_title_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LdrEntryTitle *self = LDR_ENTRY_TITLE (widget);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA colour;
  int width;

  GTK_WIDGET_CLASS (ldr_entry_title_parent_class)->snapshot (widget, snapshot);
  if (is_composing (self) || gtk_text_buffer_get_char_count (get_buffer (self)) > 0)
    return;
  layout = gtk_widget_create_pango_layout (widget, _ ("Title"));
  gtk_widget_get_color (widget, &colour);
  colour.alpha *= 0.5f;
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (gtk_widget_get_width (widget) - width, 0));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
ldr_entry_title_finalize (GObject *object)
{
  LdrEntryTitle *self = LDR_ENTRY_TITLE (object);

  g_clear_object (&self->buffer);
  g_free (self->preedit);

  G_OBJECT_CLASS (ldr_entry_title_parent_class)->finalize (object);
}

static void
ldr_entry_title_class_init (LdrEntryTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ldr_entry_title_finalize;
  widget_class->get_request_mode = ldr_entry_title_get_request_mode;
  widget_class->measure = ldr_entry_title_measure;
  widget_class->snapshot = ldr_entry_title_snapshot;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_ENTRY_TITLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE]
      = g_signal_new ("activate", LDR_TYPE_ENTRY_TITLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_entry_title_init (LdrEntryTitle *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buffer = g_object_new (LDR_TYPE_TITLE_BUFFER, NULL);
  gtk_text_view_set_buffer (view, GTK_TEXT_BUFFER (self->buffer));
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_input_hints (view, GTK_INPUT_HINT_UPPERCASE_SENTENCES | GTK_INPUT_HINT_NO_EMOJI);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Title"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, FALSE, -1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_entry_title_new:
 *
 * Returns: (transfer floating): an empty title
 */
GtkWidget *
ldr_entry_title_new (void)
{
  return g_object_new (LDR_TYPE_ENTRY_TITLE, NULL);
}

/**
 * ldr_entry_title_set_text:
 * @self: a title
 * @text: what it says
 *
 * Shows the title of another entry. That is no change of the user, and its undo does not lead back to the one before.
 */
void
ldr_entry_title_set_text (LdrEntryTitle *self, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start;

  g_return_if_fail (LDR_IS_ENTRY_TITLE (self));

  self->buffer->loading = TRUE;
  self->buffer->longest = G_MAXINT;
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  self->buffer->longest = MAX (LONGEST, gtk_text_buffer_get_char_count (buffer));
  self->buffer->loading = FALSE;
}

/**
 * ldr_entry_title_replace_text:
 * @self: a title
 * @text: what it says from now on
 *
 * Changes the title for the user, who can undo it.
 */
void
ldr_entry_title_replace_text (LdrEntryTitle *self, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  g_return_if_fail (LDR_IS_ENTRY_TITLE (self));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * ldr_entry_title_get_text:
 * @self: a title
 *
 * Returns: (transfer full): what it says
 */
char *
ldr_entry_title_get_text (LdrEntryTitle *self)
{
  char *text;

  g_return_val_if_fail (LDR_IS_ENTRY_TITLE (self), NULL);

  g_object_get (get_buffer (self), "text", &text, NULL);
  return text;
}
