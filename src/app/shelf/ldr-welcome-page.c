/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-welcome-page.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "ldr-demo-journal.h"
#include "ldr-passphrase-form.h"
#include "ldr-recovery-dialog.h"
#include "ldr-trouble.h"

struct _LdrWelcomePage
{
  AdwBin parent_instance;

  AdwNavigationView *navigation;
  AdwStatusPage *status_page;
  GtkWidget *start_button;
  GtkWidget *demo_button;
  GtkWidget *open_button;
  GtkWidget *demo_spinner;

  /* The steps after the welcome, made when the first of them is taken. */
  GtkWidget *shelf_button;
  GtkCheckButton *other_check;
  AdwEntryRow *name_row;
  LdrPassphraseForm *passphrase_form;
  GtkLabel *error_label;
  GtkWidget *create_button;
  GtkStack *create_stack;
  GtkWidget *sheet_button;

  LdrShelf *shelf;
  LdrJournal *journal;
  gboolean sheet_taken;
  gboolean busy;
};

static guint created_signal;

G_DEFINE_FINAL_TYPE (LdrWelcomePage, ldr_welcome_page, ADW_TYPE_BIN)

static void
changed_cb (LdrWelcomePage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  gtk_widget_set_sensitive (self->create_button,
                            self->busy || (*name != '\0' && ldr_passphrase_form_get_valid (self->passphrase_form)));
  gtk_stack_set_visible_child_name (self->create_stack, self->busy ? "busy" : "label");
}

static void
name_activated_cb (LdrWelcomePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_form));
}

static void
show_error (LdrWelcomePage *self, const GError *error)
{
  g_autofree char *line = error != NULL ? ldr_trouble_line (LDR_OCCASION_CREATE, error) : NULL;

  gtk_label_set_label (self->error_label, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), line != NULL);
  if (line != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), line, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWelcomePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrJournal) journal = ldr_journal_create_finish (result, &error);

  self->busy = FALSE;
  changed_cb (self);
  if (journal == NULL)
    {
      show_error (self, error);
      return;
    }
  g_set_object (&self->journal, journal);
  ldr_passphrase_form_clear (self->passphrase_form);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  ldr_shelf_note_opened (self->shelf, ldr_shelf_add (self->shelf, ldr_journal_get_path (journal)),
                         ldr_journal_get_info (journal), g_get_real_time () / 1000);
  if (!ldr_shelf_save (self->shelf, &error))
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_CREATE, error);
  adw_navigation_view_push_by_tag (self->navigation, "ready");
  gtk_widget_grab_focus (self->sheet_button);
}

static void
create_cb (LdrWelcomePage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrJournalInfo) info = NULL;
  g_autofree char *path = NULL;

  if (self->busy || *name == '\0' || !ldr_passphrase_form_get_valid (self->passphrase_form))
    return;

  show_error (self, NULL);
  path = ldr_shelf_suggest_path (self->shelf, name, &error);
  if (path == NULL)
    {
      show_error (self, error);
      return;
    }
  self->busy = TRUE;
  changed_cb (self);
  info
      = ldr_journal_info_new (name, gtk_check_button_get_active (self->other_check) ? LDR_ROLE_COACH : LDR_ROLE_LEADER);
  ldr_journal_create_async (path, ldr_passphrase_form_get_passphrase (self->passphrase_form), info, NULL, created_cb,
                            g_object_ref (self));
}

static void
sheet_taken_cb (LdrWelcomePage *self)
{
  self->sheet_taken = TRUE;
}

static void
sheet_cb (LdrWelcomePage *self)
{
  AdwDialog *dialog;
  char *sheet;

  if (self->journal == NULL)
    return;
  sheet = ldr_journal_get_recovery (self->journal);
  dialog = ldr_recovery_dialog_new (ldr_journal_get_info (self->journal)->leader, sheet);
  g_signal_connect_object (dialog, "taken", G_CALLBACK (sheet_taken_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  secret_password_wipe (sheet);
  g_free (sheet);
}

static void
begin_cb (LdrWelcomePage *self)
{
  ldr_welcome_page_begin (self);
}

static GObject *
get_object (GtkBuilder *builder, const char *name)
{
  GObject *object = gtk_builder_get_object (builder, name);

  g_assert (object != NULL);
  return object;
}

/* Makes the steps after the welcome. Whoever starts the application sees the welcome that much sooner, and most never
 * come here. */
static void
make_steps (LdrWelcomePage *self)
{
  g_autoptr (GtkBuilderScope) scope = gtk_builder_cscope_new ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;

  g_type_ensure (LDR_TYPE_PASSPHRASE_FORM);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), changed_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), name_activated_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), create_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), sheet_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), begin_cb);
  gtk_builder_set_scope (builder, scope);
  gtk_builder_set_current_object (builder, G_OBJECT (self));
  if (!gtk_builder_add_from_resource (builder, "/io/github/leidraad/Leidraad/shelf/ldr-welcome-form.ui", &error))
    g_error ("%s", error->message);

  self->shelf_button = GTK_WIDGET (get_object (builder, "shelf_button"));
  self->other_check = GTK_CHECK_BUTTON (get_object (builder, "other_check"));
  self->name_row = ADW_ENTRY_ROW (get_object (builder, "name_row"));
  self->passphrase_form = LDR_PASSPHRASE_FORM (get_object (builder, "passphrase_form"));
  self->error_label = GTK_LABEL (get_object (builder, "error_label"));
  self->create_button = GTK_WIDGET (get_object (builder, "create_button"));
  self->create_stack = GTK_STACK (get_object (builder, "create_stack"));
  self->sheet_button = GTK_WIDGET (get_object (builder, "sheet_button"));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (get_object (builder, "create_page")));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (get_object (builder, "ready_page")));
}

static void
ensure_steps (LdrWelcomePage *self)
{
  if (self->create_button == NULL)
    make_steps (self);
}

static void
start_cb (LdrWelcomePage *self)
{
  ensure_steps (self);
  gtk_widget_set_visible (self->shelf_button, FALSE);
  adw_navigation_view_push_by_tag (self->navigation, "create");
}

static void
set_demo_busy (LdrWelcomePage *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_visible (self->demo_spinner, busy);
  gtk_widget_set_sensitive (self->start_button, !busy);
  gtk_widget_set_sensitive (self->demo_button, !busy);
  gtk_widget_set_sensitive (self->open_button, !busy);
}

static void
demo_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWelcomePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrJournal) journal = ldr_demo_journal_create_finish (result, &error);
  LdrShelfItem *item;

  set_demo_busy (self, FALSE);
  if (journal == NULL)
    {
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_CREATE, error);
      return;
    }
  item = ldr_shelf_add (self->shelf, ldr_journal_get_path (journal));
  ldr_shelf_item_set_demo (item, TRUE);
  ldr_shelf_note_opened (self->shelf, item, ldr_journal_get_info (journal), g_get_real_time () / 1000);
  if (!ldr_shelf_save (self->shelf, &error))
    ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_CREATE, error);
  g_signal_emit (self, created_signal, 0, journal, TRUE);
}

static void
demo_cb (LdrWelcomePage *self)
{
  ldr_welcome_page_make_demo (self);
}

static void
ldr_welcome_page_dispose (GObject *object)
{
  LdrWelcomePage *self = LDR_WELCOME_PAGE (object);

  g_clear_object (&self->shelf);
  g_clear_object (&self->journal);
  /* The bin unparents its child by itself, and would do so twice after the template did. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (ldr_welcome_page_parent_class)->dispose (object);
}

static void
ldr_welcome_page_class_init (LdrWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_welcome_page_dispose;
  created_signal = g_signal_new ("created", LDR_TYPE_WELCOME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, LDR_TYPE_JOURNAL, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/shelf/ldr-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrWelcomePage, navigation);
  gtk_widget_class_bind_template_child (widget_class, LdrWelcomePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, LdrWelcomePage, start_button);
  gtk_widget_class_bind_template_child (widget_class, LdrWelcomePage, demo_button);
  gtk_widget_class_bind_template_child (widget_class, LdrWelcomePage, open_button);
  gtk_widget_class_bind_template_child (widget_class, LdrWelcomePage, demo_spinner);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, demo_cb);
}

static void
ldr_welcome_page_init (LdrWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->status_page, APPLICATION_ID);
}

/**
 * ldr_welcome_page_new:
 * @shelf: the shelf that new journals go on
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
ldr_welcome_page_new (LdrShelf *shelf)
{
  LdrWelcomePage *self = g_object_new (LDR_TYPE_WELCOME_PAGE, NULL);

  self->shelf = g_object_ref (shelf);
  return GTK_WIDGET (self);
}

/**
 * ldr_welcome_page_start:
 * @self: a page
 * @first_run: whether to begin with the welcome, or at once with a new journal
 *
 * Begins again from the start.
 */
void
ldr_welcome_page_start (LdrWelcomePage *self, gboolean first_run)
{
  const char *const first[] = { "welcome", NULL };
  const char *const create[] = { "create", NULL };

  g_return_if_fail (LDR_IS_WELCOME_PAGE (self));

  if (!first_run)
    ensure_steps (self);
  if (self->create_button != NULL)
    {
      show_error (self, NULL);
      gtk_widget_set_visible (self->shelf_button, !first_run);
    }
  adw_navigation_view_replace_with_tags (self->navigation, first_run ? first : create, 1);
  gtk_widget_grab_focus (first_run ? self->start_button : GTK_WIDGET (self->name_row));
}

/**
 * ldr_welcome_page_make_demo:
 * @self: a page
 *
 * Makes the demo journal and opens it.
 */
void
ldr_welcome_page_make_demo (LdrWelcomePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (LDR_IS_WELCOME_PAGE (self));

  if (self->busy)
    return;
  name = ldr_demo_journal_suggest_name ();
  path = ldr_shelf_suggest_path (self->shelf, name, &error);
  if (path == NULL)
    {
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_CREATE, error);
      return;
    }
  set_demo_busy (self, TRUE);
  ldr_demo_journal_create_async (path, NULL, demo_made_cb, g_object_ref (self));
}

/**
 * ldr_welcome_page_get_pending:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): a journal that was created and is open, whose writer has not begun yet
 */
LdrJournal *
ldr_welcome_page_get_pending (LdrWelcomePage *self)
{
  g_return_val_if_fail (LDR_IS_WELCOME_PAGE (self), NULL);

  return self->journal;
}

/**
 * ldr_welcome_page_take_pending:
 * @self: a page
 *
 * Takes away the journal that waits for its writer to begin, because they went elsewhere.
 *
 * Returns: (transfer full) (nullable): that journal, still open
 */
LdrJournal *
ldr_welcome_page_take_pending (LdrWelcomePage *self)
{
  LdrJournal *journal;

  g_return_val_if_fail (LDR_IS_WELCOME_PAGE (self), NULL);

  journal = g_steal_pointer (&self->journal);
  if (journal != NULL && self->sheet_taken)
    ldr_shelf_item_set_sheet (ldr_shelf_add (self->shelf, ldr_journal_get_path (journal)), TRUE);
  self->sheet_taken = FALSE;
  return journal;
}

/**
 * ldr_welcome_page_begin:
 * @self: a page
 *
 * Begins in the journal that waits for its writer, if there is one.
 */
void
ldr_welcome_page_begin (LdrWelcomePage *self)
{
  g_autoptr (LdrJournal) journal = ldr_welcome_page_take_pending (self);

  if (journal != NULL)
    g_signal_emit (self, created_signal, 0, journal, FALSE);
}
