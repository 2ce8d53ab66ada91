/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-links.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-link-describe.h"
#include "app/widgets/ldr-links.h"
#include "model/ldr-moment.h"

/* A chip shows so many characters of a title; all of it is in the tooltip. */
#define CHIP_WIDTH 20

struct _LdrEntryLinks
{
  AdwBin parent_instance;

  LdrLinks *links;
  AdwWrapBox *box;
};

enum
{
  SIGNAL_LINKING,
  SIGNAL_TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrEntryLinks, ldr_entry_links, ADW_TYPE_BIN)

static void
removed_cb (LdrEntryLinks *self, GtkWidget *button)
{
  const LdrLinked *linked = g_object_get_data (G_OBJECT (button), "linked");

  ldr_links_remove (self->links, linked->kind, linked->id);
}

/* What a chip says: it goes there, where there is anything to go to. */
static GtkWidget *
make_label (const LdrLinked *linked, const LdrLinkDescription *description)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (description->title);
  GtkWidget *button;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHIP_WIDTH);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (description->icon));
  gtk_box_append (GTK_BOX (content), label);
  gtk_widget_set_tooltip_text (content, description->accessible);
  if (description->action == NULL)
    return content;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", linked->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), description->action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, description->accessible, -1);
  return button;
}

static GtkWidget *
make_remove_button (LdrEntryLinks *self, LdrLinked *linked, const LdrLinkDescription *description)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is what something is linked with, such as a goal */
  g_autofree char *name = g_strdup_printf (_ ("Remove the link with “%s”"), description->title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove the Link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "linked", ldr_linked_ref (linked), (GDestroyNotify) ldr_linked_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_chip (LdrEntryLinks *self, LdrLinked *linked, gint64 now)
{
  g_autoptr (LdrLinkDescription) description = ldr_link_describe (linked, now);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (chip), make_label (linked, description));
  gtk_box_append (GTK_BOX (chip), make_remove_button (self, linked, description));
  gtk_widget_add_css_class (chip, "link-chip");
  return chip;
}

static void
show_chips (LdrEntryLinks *self)
{
  GPtrArray *linked = ldr_links_get_all (self->links);
  gint64 now = ldr_moment_now ();
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, chip);
  for (guint i = 0; i < linked->len; i++)
    adw_wrap_box_append (self->box, make_chip (self, g_ptr_array_index (linked, i), now));
  gtk_widget_set_visible (GTK_WIDGET (self), linked->len > 0);
}

static void
chosen_cb (LdrEntryLinks *self, const LdrLinked *linked)
{
  g_signal_emit (self, signals[SIGNAL_LINKING], 0);
  ldr_links_add (self->links, linked->kind, linked->id);
}

static void
toast_cb (LdrEntryLinks *self, AdwToast *toast)
{
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, toast);
}

static void
ldr_entry_links_dispose (GObject *object)
{
  g_clear_object (&LDR_ENTRY_LINKS (object)->links);

  G_OBJECT_CLASS (ldr_entry_links_parent_class)->dispose (object);
}

static void
ldr_entry_links_class_init (LdrEntryLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_entry_links_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_LINKING]
      = g_signal_new ("linking", LDR_TYPE_ENTRY_LINKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TOAST] = g_signal_new ("toast", LDR_TYPE_ENTRY_LINKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, ADW_TYPE_TOAST);
}

static void
ldr_entry_links_init (LdrEntryLinks *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 4);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Linked with"), -1);
  self->links = ldr_links_new ();
  g_signal_connect_object (self->links, "changed", G_CALLBACK (show_chips), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->links, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_entry_links_new:
 *
 * Returns: (transfer floating): chips of no entry
 */
GtkWidget *
ldr_entry_links_new (void)
{
  return g_object_new (LDR_TYPE_ENTRY_LINKS, NULL);
}

/**
 * ldr_entry_links_set_entry:
 * @self: chips
 * @journal: (nullable): where the entry is, or %NULL to clear them at once
 * @id: (nullable): the entry's id, likewise
 *
 * Shows what another entry is linked with.
 */
void
ldr_entry_links_set_entry (LdrEntryLinks *self, LdrJournal *journal, const char *id)
{
  g_return_if_fail (LDR_IS_ENTRY_LINKS (self));

  ldr_links_set (self->links, journal, LDR_LINK_ENTRY, id);
}

/**
 * ldr_entry_links_choose:
 * @self: chips of an entry
 *
 * Asks what to link it with.
 */
void
ldr_entry_links_choose (LdrEntryLinks *self)
{
  AdwDialog *dialog;

  g_return_if_fail (LDR_IS_ENTRY_LINKS (self));

  /* The chips may not be on the screen; what they stand in is. */
  dialog = ldr_links_present_chooser (self->links, gtk_widget_get_parent (GTK_WIDGET (self)));
  if (dialog != NULL)
    g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}
