/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-editor-private.h"

#include <glib/gi18n.h>

#include "ldr-picture-paintable.h"
#include "ldr-rich-line.h"

/* Pictures in the text: where they come from, what is said of them, and what can be done with the one at the cursor. */

static LdrPicturePaintable *
get_picture (const GtkTextIter *iter)
{
  GdkPaintable *paintable = gtk_text_iter_get_paintable (iter);

  return paintable != NULL && LDR_IS_PICTURE_PAINTABLE (paintable) ? LDR_PICTURE_PAINTABLE (paintable) : NULL;
}

/* Finds the picture that is selected, or stands right after or before the cursor. */
static LdrPicturePaintable *
find_picture (LdrEditor *self, GtkTextIter *start, GtkTextIter *end)
{
  LdrPicturePaintable *picture;

  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), start, end)
      && gtk_text_iter_get_offset (end) - gtk_text_iter_get_offset (start) != 1)
    return NULL;
  picture = get_picture (start);
  if (picture == NULL && gtk_text_iter_equal (start, end) && !gtk_text_iter_starts_line (start))
    {
      gtk_text_iter_backward_char (start);
      picture = get_picture (start);
    }
  *end = *start;
  gtk_text_iter_forward_char (end);

  return picture;
}

/**
 * ldr_editor_get_picture_at_cursor:
 * @description: (out) (optional) (transfer full): what is said of it
 *
 * Returns: (transfer full) (nullable): the id of the picture at the cursor
 */
char *
ldr_editor_get_picture_at_cursor (LdrEditor *self, char **description)
{
  GtkTextIter start, end;
  LdrPicturePaintable *picture = find_picture (self, &start, &end);
  const char *said;

  if (picture == NULL)
    return NULL;
  said = ldr_picture_paintable_get_description (picture);
  if (description != NULL)
    *description = g_strdup (said != NULL ? said : "");

  return g_strdup (ldr_picture_paintable_get_id (picture));
}

/**
 * ldr_editor_describe_picture:
 * @description: what is to be seen on the picture at the cursor
 *
 * Changes what is said of that picture, as a step of undo.
 */
void
ldr_editor_describe_picture (LdrEditor *self, const char *description)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;
  g_autoptr (GPtrArray) blocks = NULL;
  LdrBlock *block;
  LdrRun *run;

  if (!self->editable || find_picture (self, &start, &end) == NULL)
    return;
  blocks = ldr_rich_buffer_copy_blocks (self->buffer, &start, &end);
  block = g_ptr_array_index (blocks, 0);
  if (ldr_block_is_verbatim (block) || block->runs->len != 1)
    return;
  run = g_ptr_array_index (block->runs, 0);
  block->kind = LDR_BLOCK_PARAGRAPH;
  block->level = 0;
  g_set_str (&run->description, description);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_select_range (buffer, &start, &end);
  ldr_rich_buffer_insert_blocks (self->buffer, blocks);
  gtk_text_buffer_end_user_action (buffer);
}

static void
picture_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrEditor *self = LDR_EDITOR (widget);
  g_autofree char *description = NULL;
  g_autofree char *id = ldr_editor_get_picture_at_cursor (self, &description);
  GtkTextIter start, end;

  if (id == NULL)
    return;
  if (g_str_equal (name, "editor.save-picture"))
    g_signal_emit_by_name (self, "save-picture", id, description);
  else if (self->editable && g_str_equal (name, "editor.describe-picture"))
    g_signal_emit_by_name (self, "describe-picture", description);
  else if (self->editable && find_picture (self, &start, &end) != NULL)
    gtk_text_buffer_delete_interactive (GTK_TEXT_BUFFER (self->buffer), &start, &end, TRUE);
}

/**
 * ldr_editor_install_picture_actions:
 *
 * Adds what can be done with the picture at the cursor to the class.
 */
void
ldr_editor_install_picture_actions (GtkWidgetClass *widget_class)
{
  static const char *const actions[] = { "editor.describe-picture", "editor.save-picture", "editor.remove-picture" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, picture_action_cb);
}

/**
 * ldr_editor_insert_picture:
 * @id: the picture's id
 * @description: (nullable): what is to be seen on it
 * @texture: (nullable): the picture
 *
 * Puts a picture at the cursor. In an item of a list that holds nothing yet it ends the list, as Enter does there;
 * elsewhere it becomes part of the line.
 */
void
ldr_editor_insert_picture (LdrEditor *self, const char *id, const char *description, GdkTexture *texture)
{
  g_autoptr (GPtrArray) blocks = ldr_blocks_new ();
  LdrBlock *block = ldr_block_new (LDR_BLOCK_PARAGRAPH, 0);
  GtkTextIter iter;
  int line = ldr_editor_get_cursor_line (self, &iter);

  if (texture != NULL)
    ldr_rich_buffer_set_texture (self->buffer, id, texture);
  ldr_block_append_picture (block, id, description);
  g_ptr_array_add (blocks, block);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self->buffer));
  if (ldr_block_is_list (ldr_rich_buffer_get_block (self->buffer, line)) && gtk_text_iter_starts_line (&iter)
      && gtk_text_iter_ends_line (&iter))
    ldr_rich_buffer_set_kind (self->buffer, line, LDR_BLOCK_PARAGRAPH, 0);
  ldr_rich_buffer_insert_blocks (self->buffer, blocks);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self->buffer));
}

/**
 * ldr_editor_set_picture_request:
 * @func: (nullable) (scope notified): who gives the pictures of the text
 * @user_data: its data
 * @destroy: (nullable): frees them
 */
void
ldr_editor_set_picture_request (LdrEditor *self, LdrPictureRequestFunc func, gpointer user_data, GDestroyNotify destroy)
{
  if (self->request_destroy != NULL)
    self->request_destroy (self->request_data);
  self->request = func;
  self->request_data = user_data;
  self->request_destroy = destroy;
}

void
ldr_editor_set_picture (LdrEditor *self, const char *id, GdkTexture *texture)
{
  ldr_rich_buffer_set_texture (self->buffer, id, texture);
}

static void
picture_needed_cb (LdrEditor *self, const char *id)
{
  if (self->request != NULL)
    self->request (self, id, self->request_data);
}

/* Whoever cannot see the picture that the cursor came to hears what is on it. */
static void
announce_cb (LdrEditor *self)
{
  GtkTextIter iter;
  LdrPicturePaintable *picture;
  g_autofree char *text = NULL;
  const char *description;

  ldr_editor_get_cursor_line (self, &iter);
  picture = get_picture (&iter);
  if (picture == self->announced)
    return;
  self->announced = picture;
  if (picture == NULL || !gtk_widget_has_focus (self->view))
    return;
  description = ldr_picture_paintable_get_description (picture);
  /* Translators: %s is what is to be seen on a picture */
  text = description != NULL && description[0] != '\0' ? g_strdup_printf (_ ("Picture: %s"), description)
                                                       : g_strdup (_ ("Picture without a description"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The stand-in of the picture at @iter, the @n-th of the text from 0; they are kept and used again. */
static void
place_stand_in (LdrEditor *self, guint n, const GtkTextIter *iter, LdrPicturePaintable *picture)
{
  const char *description = ldr_picture_paintable_get_description (picture);
  GtkWidget *stand_in;
  GdkRectangle place;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), iter, &place);
  if (n == self->stand_ins->len)
    {
      stand_in = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "can-target", FALSE,
                               "can-focus", FALSE, NULL);
      gtk_text_view_add_overlay (GTK_TEXT_VIEW (self->view), stand_in, place.x, place.y);
      g_ptr_array_add (self->stand_ins, stand_in);
    }
  stand_in = g_ptr_array_index (self->stand_ins, n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (stand_in), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description != NULL && description[0] != '\0' ? description : _ ("Picture"), -1);
  gtk_widget_set_size_request (stand_in, gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (picture)),
                               gdk_paintable_get_intrinsic_height (GDK_PAINTABLE (picture)));
  gtk_text_view_move_overlay (GTK_TEXT_VIEW (self->view), stand_in, place.x, place.y);
  gtk_widget_set_visible (stand_in, TRUE);
}

/* A picture that GTK draws as part of the text is nothing to a screen reader. A widget that shows nothing lies over
 * each, so that it is in the tree with its description, where it is on the screen. */
static gboolean
place_cb (gpointer data)
{
  LdrEditor *self = data;
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  int n_lines = gtk_text_buffer_get_line_count (buffer);
  guint n = 0;

  self->place_id = 0;
  for (int line = 0; line < n_lines; line++)
    {
      const LdrBlock *block = ldr_rich_buffer_get_block (self->buffer, line);
      int offset = 0;

      for (guint i = 0; i < block->runs->len; i++)
        {
          const LdrRun *run = g_ptr_array_index (block->runs, i);
          LdrPicturePaintable *picture;
          GtkTextIter iter;

          if (run->picture != NULL)
            {
              gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, line, offset);
              picture = get_picture (&iter);
              if (picture != NULL)
                place_stand_in (self, n++, &iter, picture);
            }
          offset += (int) g_utf8_strlen (run->text, -1);
        }
    }
  for (; n < self->stand_ins->len; n++)
    gtk_widget_set_visible (g_ptr_array_index (self->stand_ins, n), FALSE);

  return G_SOURCE_REMOVE;
}

/* When the text has come to rest: what moves while somebody types need not be followed letter by letter. */
static void
queue_place (LdrEditor *self)
{
  g_clear_handle_id (&self->place_id, g_source_remove);
  self->place_id = g_timeout_add_full (G_PRIORITY_LOW, 300, place_cb, self, NULL);
}

/**
 * ldr_editor_add_pictures:
 *
 * Looks after the pictures of the text.
 */
void
ldr_editor_add_pictures (LdrEditor *self)
{
  self->stand_ins = g_ptr_array_new ();
  g_signal_connect_object (self->buffer, "picture-needed", G_CALLBACK (picture_needed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "formats-changed", G_CALLBACK (announce_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (queue_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "resized", G_CALLBACK (queue_place), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_editor_remove_pictures:
 *
 * Lets go of the view.
 */
void
ldr_editor_remove_pictures (LdrEditor *self)
{
  g_clear_handle_id (&self->place_id, g_source_remove);
  ldr_editor_set_picture_request (self, NULL, NULL, NULL);
  g_clear_pointer (&self->stand_ins, g_ptr_array_unref);
}
