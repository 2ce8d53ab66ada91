/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-pictures.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-outside.h"

/**
 * LdrEntryPictures:
 *
 * Pictures are decoded on threads of their own and kept on the journal's: neither is a matter for the main thread.
 */
struct _LdrEntryPictures
{
  GObject parent_instance;

  LdrEditor *editor;
  LdrJournal *journal;
  LdrDraft *draft;
};

enum
{
  SIGNAL_PROBLEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrEntryPictures, ldr_entry_pictures, G_TYPE_OBJECT)

/* A picture on its way into the text. */
typedef struct
{
  LdrEntryPictures *self;
  LdrDraft *draft;
  LdrPicture *picture;
  GdkTexture *texture;
  char *description;
  char *id;
} Arrival;

static void
arrival_free (Arrival *arrival)
{
  g_object_unref (arrival->self);
  g_clear_object (&arrival->draft);
  g_clear_pointer (&arrival->picture, ldr_picture_unref);
  g_clear_object (&arrival->texture);
  g_free (arrival->description);
  g_free (arrival->id);
  g_free (arrival);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arrival, arrival_free)

static Arrival *
arrival_new (LdrEntryPictures *self)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->self = g_object_ref (self);
  g_set_object (&arrival->draft, self->draft);

  return arrival;
}

static void
report (LdrEntryPictures *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, message);
}

static void
decode_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (data, &error);

  if (texture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

static void
decode (GBytes *bytes, GAsyncReadyCallback callback, Arrival *arrival)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, arrival);

  g_task_set_source_tag (task, decode);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode_thread);
}

static void
shown_decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Arrival) arrival = user_data;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  /* The editor keeps showing its stand-in for a picture that does not decode. */
  if (texture != NULL && arrival->self->journal != NULL && arrival->self->draft == arrival->draft)
    ldr_editor_set_picture (arrival->self->editor, arrival->id, texture);
}

static void
shown_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Arrival) arrival = user_data;
  g_autoptr (LdrPicture) picture = ldr_journal_get_picture_finish (LDR_JOURNAL (source), result, NULL);

  if (picture != NULL && arrival->self->journal == LDR_JOURNAL (source))
    decode (picture->bytes, shown_decoded_cb, g_steal_pointer (&arrival));
}

static void
request_cb (LdrEditor *editor, const char *id, gpointer user_data)
{
  LdrEntryPictures *self = user_data;
  Arrival *arrival;

  if (self->journal == NULL)
    return;
  arrival = arrival_new (self);
  arrival->id = g_strdup (id);
  ldr_journal_get_picture_async (self->journal, id, NULL, shown_read_cb, arrival);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Arrival) arrival = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_journal_add_picture_finish (LDR_JOURNAL (source), result, &error))
    {
      g_autofree char *message = g_strdup_printf (_ ("The picture could not be kept: %s"), error->message);

      report (arrival->self, message);
      return;
    }
  if (arrival->self->draft != arrival->draft)
    return;
  ldr_editor_insert_picture (arrival->self->editor, arrival->picture->id, arrival->description, arrival->texture);
  ldr_draft_touch (arrival->draft);
}

/* The entry that the picture belongs to must be in the journal before it; both calls run there in this order. */
static void
new_decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Arrival) arrival = user_data;
  LdrEntryPictures *self = arrival->self;

  arrival->texture = g_task_propagate_pointer (G_TASK (result), NULL);
  if (self->journal == NULL || self->draft != arrival->draft)
    return;
  if (arrival->texture == NULL)
    {
      report (self, _ ("This file cannot be shown as a picture."));
      return;
    }
  ldr_draft_require (arrival->draft);
  ldr_journal_add_picture_async (self->journal, arrival->picture, NULL, added_cb, arrival);
  arrival = NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Arrival) arrival = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (bytes == NULL)
    report (arrival->self, error->message);
  else if (arrival->self->draft == arrival->draft)
    ldr_entry_pictures_insert_bytes (arrival->self, bytes, arrival->description);
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Arrival) arrival = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  if (info != NULL && g_file_info_get_size (info) > LDR_PICTURE_MAX_BYTES)
    {
      report (arrival->self, _ ("This picture is larger than 16 MB. A smaller copy of it can be added."));
      return;
    }
  g_file_load_bytes_async (G_FILE (source), NULL, loaded_cb, g_steal_pointer (&arrival));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrEntryPictures) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    ldr_entry_pictures_insert_file (self, file);
}

static void
pasted_cb (LdrEntryPictures *self, GBytes *bytes)
{
  ldr_entry_pictures_insert_bytes (self, bytes, _ ("Picture"));
}

static void
ldr_entry_pictures_dispose (GObject *object)
{
  LdrEntryPictures *self = LDR_ENTRY_PICTURES (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->journal);
  if (self->editor != NULL)
    ldr_editor_set_picture_request (self->editor, NULL, NULL, NULL);
  g_clear_weak_pointer (&self->editor);

  G_OBJECT_CLASS (ldr_entry_pictures_parent_class)->dispose (object);
}

static void
ldr_entry_pictures_class_init (LdrEntryPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_entry_pictures_dispose;
  signals[SIGNAL_PROBLEM] = g_signal_new ("problem", LDR_TYPE_ENTRY_PICTURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ldr_entry_pictures_init (LdrEntryPictures *self)
{
}

/**
 * ldr_entry_pictures_new:
 * @editor: (transfer none): where the pictures stand
 *
 * Begins to look after the pictures of an editor, which outlives it.
 *
 * Returns: (transfer full): a new object
 */
LdrEntryPictures *
ldr_entry_pictures_new (LdrEditor *editor)
{
  LdrEntryPictures *self = g_object_new (LDR_TYPE_ENTRY_PICTURES, NULL);

  g_set_weak_pointer (&self->editor, editor);
  ldr_editor_set_picture_request (editor, request_cb, self, NULL);
  g_signal_connect_object (editor, "picture-pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * ldr_entry_pictures_set_journal:
 * @self: what looks after the pictures
 * @journal: (nullable): where they are kept
 *
 * Sets where pictures are kept.
 */
void
ldr_entry_pictures_set_journal (LdrEntryPictures *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_ENTRY_PICTURES (self));

  g_set_object (&self->journal, journal);
}

/**
 * ldr_entry_pictures_set_draft:
 * @self: what looks after the pictures
 * @draft: (nullable): the entry that they go to
 *
 * Sets which entry new pictures belong to.
 */
void
ldr_entry_pictures_set_draft (LdrEntryPictures *self, LdrDraft *draft)
{
  g_return_if_fail (LDR_IS_ENTRY_PICTURES (self));

  g_set_object (&self->draft, draft);
}

/**
 * ldr_entry_pictures_choose:
 * @self: what looks after the pictures
 *
 * Lets the user choose a file to insert.
 */
void
ldr_entry_pictures_choose (LdrEntryPictures *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  GtkWindow *window;
  static const char *const types[] = { "image/png", "image/jpeg", "image/webp", "image/gif" };

  g_return_if_fail (LDR_IS_ENTRY_PICTURES (self));

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (filter, types[i]);
  gtk_file_filter_set_name (filter, _ ("Pictures"));
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Insert a Picture"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->editor)));
  gtk_file_dialog_open (dialog, window, ldr_outside_get_cancellable (window), chosen_cb, g_object_ref (self));
}

/**
 * ldr_entry_pictures_insert_file:
 * @self: what looks after the pictures
 * @file: a picture
 *
 * Reads a file and inserts it; its name becomes the description.
 */
void
ldr_entry_pictures_insert_file (LdrEntryPictures *self, GFile *file)
{
  Arrival *arrival;
  char *suffix;

  g_return_if_fail (LDR_IS_ENTRY_PICTURES (self));

  if (self->draft == NULL)
    return;
  arrival = arrival_new (self);
  arrival->description = g_file_get_basename (file);
  suffix = strrchr (arrival->description, '.');
  if (suffix != NULL && suffix != arrival->description)
    *suffix = '\0';
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                           measured_cb, arrival);
}

/**
 * ldr_picture_find_fault:
 * @bytes: a file
 *
 * Returns: (transfer none) (nullable): why @bytes cannot be kept as a picture, or %NULL
 */
const char *
ldr_picture_find_fault (GBytes *bytes)
{
  if (g_bytes_get_size (bytes) > LDR_PICTURE_MAX_BYTES)
    return _ ("This picture is larger than 16 MB. A smaller copy of it can be added.");
  if (ldr_picture_sniff (bytes) == NULL)
    return _ ("This is no PNG, JPEG, WebP or GIF picture. A copy saved as one of them can be added.");

  return NULL;
}

/**
 * ldr_entry_pictures_insert_bytes:
 * @self: what looks after the pictures
 * @bytes: a picture file
 * @description: what is to be seen on it
 *
 * Keeps a picture in the journal and inserts it at the cursor.
 */
void
ldr_entry_pictures_insert_bytes (LdrEntryPictures *self, GBytes *bytes, const char *description)
{
  const char *fault;
  Arrival *arrival;

  g_return_if_fail (LDR_IS_ENTRY_PICTURES (self));

  if (self->draft == NULL)
    return;
  fault = ldr_picture_find_fault (bytes);
  if (fault != NULL)
    {
      report (self, fault);
      return;
    }
  arrival = arrival_new (self);
  arrival->picture = ldr_picture_new (ldr_draft_get_entry (self->draft)->id, ldr_picture_sniff (bytes), bytes);
  arrival->description = g_strdup (description);
  decode (bytes, new_decoded_cb, arrival);
}
