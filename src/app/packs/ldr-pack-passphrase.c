/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-pack-passphrase.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "app/shelf/ldr-outside.h"
#include "app/shelf/ldr-passphrase-form.h"
#include "app/shelf/ldr-trouble.h"
#include "app/widgets/ldr-words.h"
#include "model/ldr-text.h"

#define WIDTH 460

struct _LdrPackPassphrase
{
  AdwDialog parent_instance;

  /* Of these there is one: new passphrases are typed twice. */
  LdrPassphraseForm *form;
  GtkWidget *row;
  GtkWidget *from_row;

  GtkWidget *view;
  GtkWidget *page;
  GtkWidget *cancel;
  GtkWidget *accept;
  GtkWidget *accept_stack;
  GtkWidget *error_label;

  char *given;
  char *file_name;
  gboolean busy;
};

static guint given_signal, placed_signal;

G_DEFINE_FINAL_TYPE (LdrPackPassphrase, ldr_pack_passphrase, ADW_TYPE_DIALOG)

static void
forget (LdrPackPassphrase *self)
{
  secret_password_wipe (self->given);
  g_clear_pointer (&self->given, g_free);
}

static const char *
get_typed (LdrPackPassphrase *self)
{
  return self->form != NULL ? ldr_passphrase_form_get_passphrase (self->form)
                            : gtk_editable_get_text (GTK_EDITABLE (self->row));
}

static void
update (LdrPackPassphrase *self)
{
  gboolean ready = self->form != NULL ? ldr_passphrase_form_get_valid (self->form) : *get_typed (self) != '\0';

  gtk_widget_set_sensitive (self->accept, ready && !self->busy);
  gtk_widget_set_sensitive (self->cancel, !self->busy);
  gtk_stack_set_visible_child_name (GTK_STACK (self->accept_stack), self->busy ? "busy" : "label");
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->busy);
}

static void
show_error (LdrPackPassphrase *self, const char *text)
{
  gtk_label_set_label (GTK_LABEL (self->error_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->error_label, text != NULL);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
changed_cb (LdrPackPassphrase *self)
{
  show_error (self, NULL);
  update (self);
}

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LdrPackPassphrase) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  /* Gone meanwhile, such as by a lock. */
  if (self->given == NULL)
    return;
  if (file != NULL && g_file_peek_path (file) != NULL)
    g_signal_emit (self, placed_signal, 0, g_file_peek_path (file));
  else if (file == NULL && !ldr_outside_was_called_off (error))
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_EXPORT, error);
}

/* Whoever changes their mind about the place is back in the dialog. */
static void
ask_place (LdrPackPassphrase *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  if (!GTK_IS_WINDOW (root))
    return;
  gtk_file_dialog_set_title (dialog, adw_dialog_get_title (ADW_DIALOG (self)));
  gtk_file_dialog_set_initial_name (dialog, self->file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (root), ldr_outside_get_cancellable (GTK_WINDOW (root)), target_chosen_cb,
                        g_object_ref (self));
}

/* What counts is what stood in the field now, whatever is typed while it is tried. */
static void
accept_cb (LdrPackPassphrase *self)
{
  if (!gtk_widget_get_sensitive (self->accept))
    return;
  forget (self);
  self->given = g_strdup (get_typed (self));
  show_error (self, NULL);
  g_signal_emit (self, given_signal, 0);
  if (self->file_name != NULL)
    ask_place (self);
}

static void
ldr_pack_passphrase_closed (AdwDialog *dialog)
{
  forget (LDR_PACK_PASSPHRASE (dialog));
}

static void
ldr_pack_passphrase_finalize (GObject *object)
{
  forget (LDR_PACK_PASSPHRASE (object));
  g_free (LDR_PACK_PASSPHRASE (object)->file_name);

  G_OBJECT_CLASS (ldr_pack_passphrase_parent_class)->finalize (object);
}

static void
ldr_pack_passphrase_class_init (LdrPackPassphraseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_pack_passphrase_finalize;
  ADW_DIALOG_CLASS (klass)->closed = ldr_pack_passphrase_closed;
  given_signal
      = g_signal_new ("given", LDR_TYPE_PACK_PASSPHRASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  placed_signal = g_signal_new ("placed", LDR_TYPE_PACK_PASSPHRASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
}

static GtkWidget *
make_header (LdrPackPassphrase *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), "window.close");
  self->accept_stack = gtk_stack_new ();
  self->accept = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->accept), self->accept_stack);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  return header;
}

/* Two fields with all that is said of them are more than a low window holds. */
static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), viewport);
  return scroller;
}

static void
ldr_pack_passphrase_init (LdrPackPassphrase *self)
{
  self->view = adw_toolbar_view_new ();
  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  g_object_set (self->page, "margin-top", 12, "margin-bottom", 24, "margin-start", 12, "margin-end", 12, NULL);
  self->error_label = ldr_words_new ("", "error");
  gtk_widget_set_visible (self->error_label, FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (self->view), make_header (self));
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
  adw_dialog_set_child (ADW_DIALOG (self), self->view);
}

/* A group's title is markup, and what others wrote is not. */
static void
set_group_title (GtkWidget *group, const char *title)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
}

/* What the dialog is called, what is done in it, and @advice under the fields. */
static void
finish (LdrPackPassphrase *self, const char *title, const char *accept, const char *advice)
{
  if (advice != NULL)
    gtk_box_append (GTK_BOX (self->page), ldr_words_new (advice, NULL));
  gtk_box_append (GTK_BOX (self->page), self->error_label);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_stack_add_named (GTK_STACK (self->accept_stack), gtk_label_new_with_mnemonic (accept), "label");
  gtk_stack_add_named (GTK_STACK (self->accept_stack), adw_spinner_new (), "busy");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  update (self);
}

/* A new passphrase, twice, for what is called @title and goes to somebody to whom @from_title means something. */
static LdrPackPassphrase *
new_to_send (const char *title, const char *about_text, const char *from_title)
{
  LdrPackPassphrase *self = g_object_new (LDR_TYPE_PACK_PASSPHRASE, NULL);
  GtkWidget *about = adw_preferences_group_new ();

  set_group_title (about, title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (about), about_text);
  self->from_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->from_row), from_title);
  g_signal_connect_object (self->from_row, "entry-activated", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (about), self->from_row);
  gtk_box_append (GTK_BOX (self->page), about);
  self->form = g_object_new (LDR_TYPE_PASSPHRASE_FORM, "title", _ ("Passphrase for this pack"), NULL);
  g_signal_connect_object (self->form, "notify::valid", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "activated", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->page), GTK_WIDGET (self->form));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (self->view), make_scroller (self->page));
  adw_dialog_set_focus (ADW_DIALOG (self), self->from_row);
  return self;
}

/**
 * ldr_pack_passphrase_new_to_send:
 * @title: what the document is called that goes out
 *
 * Returns: (transfer floating): what asks for a new passphrase, twice
 */
AdwDialog *
ldr_pack_passphrase_new_to_send (const char *title)
{
  LdrPackPassphrase *self
      = new_to_send (title,
                     _ ("Exactly what you saw goes into one file. Your coach reads it in Leidraad, writes beside the "
                        "passages and can send those comments back to you."),
                     _ ("Your name, as your coach reads it"));

  finish (self, _ ("Send as Session Pack"), _ ("_Save…"),
          _ ("Take another one than your journal’s. Tell it by another way than the file: on the phone, or when you "
             "meet. Whoever has both can read the pack."));
  return ADW_DIALOG (self);
}

/**
 * ldr_pack_passphrase_new_to_send_comments:
 * @title: what the document is called on which they are
 *
 * Returns: (transfer floating): what asks for a new passphrase, twice, and for the name of who commented
 */
AdwDialog *
ldr_pack_passphrase_new_to_send_comments (const char *title)
{
  LdrPackPassphrase *self
      = new_to_send (title,
                     _ ("Your comments go into one file, each with the words that it is about. Whoever sent you the "
                        "pack reads them in Leidraad, beside the pages that they belong to."),
                     _ ("Your name, beside the comments"));

  finish (self, _ ("Send Comments Back"), _ ("_Save…"),
          _ ("Tell the passphrase by another way than the file: on the phone, or when you meet. It may be the one with "
             "which you read the pack."));
  return ADW_DIALOG (self);
}

/**
 * ldr_pack_passphrase_new_to_read:
 * @name: what the file is called
 *
 * Returns: (transfer floating): what asks for the passphrase of a pack that came
 */
AdwDialog *
ldr_pack_passphrase_new_to_read (const char *name)
{
  LdrPackPassphrase *self = g_object_new (LDR_TYPE_PACK_PASSPHRASE, NULL);
  GtkWidget *group = adw_preferences_group_new ();

  self->row = adw_password_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Passphrase of the pack"));
  g_signal_connect_object (self->row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "entry-activated", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  set_group_title (group, name);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("Whoever sent the pack knows it."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->row);
  gtk_box_append (GTK_BOX (self->page), group);
  /* It grows with what is said in it. */
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (self->view), self->page);
  finish (self, _ ("Read a Session Pack"), _ ("_Read"), NULL);
  adw_dialog_set_focus (ADW_DIALOG (self), self->row);
  return ADW_DIALOG (self);
}

/**
 * ldr_pack_passphrase_get:
 * @self: a dialog that gave one
 *
 * Returns: (transfer none): what was given last, as long as the dialog is open; "" before that
 */
const char *
ldr_pack_passphrase_get (LdrPackPassphrase *self)
{
  g_return_val_if_fail (LDR_IS_PACK_PASSPHRASE (self), "");

  return self->given != NULL ? self->given : "";
}

/**
 * ldr_pack_passphrase_set_from:
 * @self: a dialog for something that is sent
 * @from: who sends it, one line, may be empty
 *
 * Fills the name in beforehand.
 */
void
ldr_pack_passphrase_set_from (LdrPackPassphrase *self, const char *from)
{
  g_return_if_fail (LDR_IS_PACK_PASSPHRASE (self));
  g_return_if_fail (self->from_row != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->from_row), from);
}

/**
 * ldr_pack_passphrase_get_from:
 * @self: a dialog for something that is sent
 *
 * Returns: (transfer full): who sends it, one line, may be empty
 */
char *
ldr_pack_passphrase_get_from (LdrPackPassphrase *self)
{
  g_return_val_if_fail (LDR_IS_PACK_PASSPHRASE (self), NULL);
  g_return_val_if_fail (self->from_row != NULL, NULL);

  return ldr_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->from_row)), LDR_TEXT_LINE);
}

/**
 * ldr_pack_passphrase_set_file_name:
 * @self: a dialog for something that is sent
 * @name: what the file is called to begin with
 *
 * Has the dialog ask for the place of the file too, and emit `placed`.
 */
void
ldr_pack_passphrase_set_file_name (LdrPackPassphrase *self, const char *name)
{
  g_return_if_fail (LDR_IS_PACK_PASSPHRASE (self));

  g_set_str (&self->file_name, name);
}

/**
 * ldr_pack_passphrase_set_busy:
 * @self: a dialog
 * @busy: whether the passphrase is being tried, or the pack made
 *
 * Keeps the dialog where it is meanwhile.
 */
void
ldr_pack_passphrase_set_busy (LdrPackPassphrase *self, gboolean busy)
{
  g_return_if_fail (LDR_IS_PACK_PASSPHRASE (self));

  self->busy = busy;
  update (self);
}

/**
 * ldr_pack_passphrase_refuse:
 * @self: a dialog
 * @text: what happened, what is safe, and what to do
 *
 * Says it, and lets somebody try again.
 */
void
ldr_pack_passphrase_refuse (LdrPackPassphrase *self, const char *text)
{
  g_return_if_fail (LDR_IS_PACK_PASSPHRASE (self));

  forget (self);
  ldr_pack_passphrase_set_busy (self, FALSE);
  show_error (self, text);
  gtk_widget_grab_focus (self->form != NULL ? GTK_WIDGET (self->form) : self->row);
}
