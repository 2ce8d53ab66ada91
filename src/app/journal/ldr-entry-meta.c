/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-meta.h"

#include <glib/gi18n.h>
#include "app/widgets/ldr-energy-picker.h"
#include "app/widgets/ldr-style-chip.h"
#include "ldr-date-popover.h"
#include "ldr-describe.h"
#include "ldr-entry-links.h"
#include "ldr-style-popover.h"
#include "ldr-tag-popover.h"
#include "model/ldr-moment.h"

/**
 * LdrEntryMeta:
 *
 * One flowing line below the title: when it happened, styles used, pitfalls noticed, tags, energy, to discuss; on
 * another what it is linked with, if with anything.
 */
struct _LdrEntryMeta
{
  AdwBin parent_instance;

  AdwWrapBox *box;
  GtkMenuButton *date_button;
  GtkLabel *date_label;
  LdrDatePopover *date_popover; /* This popover and the others are NULL until they are first opened. */
  GtkMenuButton *styles_button;
  LdrStylePopover *style_popover;
  GtkMenuButton *tag_button;
  LdrTagPopover *tag_popover;
  LdrEntryLinks *links;
  LdrEnergyPicker *energy;
  GtkToggleButton *discuss;
  GPtrArray *chips;

  LdrJournal *journal;
  LdrEntry *entry;
  gboolean quiet;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LINKING,
  SIGNAL_TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrEntryMeta, ldr_entry_meta, ADW_TYPE_BIN)

static void show_chips (LdrEntryMeta *self);

static void
emit_changed (LdrEntryMeta *self)
{
  if (!self->quiet && self->entry != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
show_date (LdrEntryMeta *self)
{
  g_autoptr (LdrEntryHeader) header = ldr_entry_header_describe (self->entry, 0, ldr_moment_now ());
  g_autofree char *name = g_strdup_printf (_ ("Date and time: %s"), header->date);

  gtk_label_set_label (self->date_label, header->date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
date_changed_cb (LdrEntryMeta *self)
{
  g_autoptr (GDateTime) happened = ldr_date_popover_get_date_time (self->date_popover);

  if (self->entry == NULL || happened == NULL)
    return;
  ldr_entry_set_happened (self->entry, happened);
  show_date (self);
  emit_changed (self);
}

static void
styles_changed_cb (LdrEntryMeta *self)
{
  if (self->entry == NULL)
    return;
  self->entry->styles = ldr_style_popover_get_styles (self->style_popover);
  self->entry->pitfalls = ldr_style_popover_get_pitfalls (self->style_popover);
  show_chips (self);
  emit_changed (self);
}

static void
energy_changed_cb (LdrEntryMeta *self)
{
  if (self->entry == NULL)
    return;
  self->entry->energy = ldr_energy_picker_get_energy (self->energy);
  emit_changed (self);
}

static void
discuss_toggled_cb (LdrEntryMeta *self)
{
  if (self->entry == NULL)
    return;
  self->entry->to_discuss = gtk_toggle_button_get_active (self->discuss);
  emit_changed (self);
}

static void
tag_chosen_cb (LdrEntryMeta *self, const char *tag)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (self->entry == NULL)
    return;
  g_strv_builder_addv (tags, (const char **) self->entry->tags);
  g_strv_builder_add (tags, tag);
  all = g_strv_builder_end (tags);
  ldr_entry_set_tags (self->entry, (const char *const *) all);
  show_chips (self);
  emit_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->tag_button));
}

static void
tag_removed_cb (LdrEntryMeta *self, GtkWidget *button)
{
  const char *tag = g_object_get_data (G_OBJECT (button), "tag");
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;

  if (self->entry == NULL)
    return;
  for (char **other = self->entry->tags; *other != NULL; other++)
    if (!g_str_equal (*other, tag))
      g_strv_builder_add (tags, *other);
  rest = g_strv_builder_end (tags);
  ldr_entry_set_tags (self->entry, (const char *const *) rest);
  gtk_widget_grab_focus (GTK_WIDGET (self->tag_button));
  show_chips (self);
  emit_changed (self);
}

static void
chip_clicked_cb (LdrEntryMeta *self)
{
  gtk_menu_button_popup (self->styles_button);
}

static GtkWidget *
make_style_chip (LdrEntryMeta *self, LdrStyle style, gboolean pitfall)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = ldr_style_chip_describe (style, pitfall);

  gtk_button_set_child (GTK_BUTTON (button), ldr_style_chip_new (style, pitfall));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chip-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Styles and Pitfalls"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (chip_clicked_cb), self);

  return button;
}

static GtkWidget *
make_tag_chip (LdrEntryMeta *self, const char *tag)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *text = g_strconcat ("#", tag, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Remove tag %s"), tag);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "tag-chip");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (tag), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (tag_removed_cb), self);

  return button;
}

/* The chips of styles and pitfalls stand before the button that adds more, those of the tags before theirs. */
static void
show_chips (LdrEntryMeta *self)
{
  GtkWidget *after = GTK_WIDGET (self->date_button);

  for (guint i = 0; i < self->chips->len; i++)
    adw_wrap_box_remove (self->box, g_ptr_array_index (self->chips, i));
  g_ptr_array_set_size (self->chips, 0);
  if (self->entry == NULL)
    return;

  for (guint i = 0; i < 2 * LDR_N_STYLES; i++)
    {
      gboolean pitfall = i >= LDR_N_STYLES;
      LdrStyle style = i % LDR_N_STYLES;

      if (((pitfall ? self->entry->pitfalls : self->entry->styles) & LDR_STYLE_BIT (style)) == 0)
        continue;
      adw_wrap_box_insert_child_after (self->box, make_style_chip (self, style, pitfall), after);
      after = gtk_widget_get_next_sibling (after);
      g_ptr_array_add (self->chips, after);
    }
  after = GTK_WIDGET (self->styles_button);
  for (char **tag = self->entry->tags; *tag != NULL; tag++)
    {
      adw_wrap_box_insert_child_after (self->box, make_tag_chip (self, *tag), after);
      after = gtk_widget_get_next_sibling (after);
      g_ptr_array_add (self->chips, after);
    }
}

static void
show_date_in_popover (LdrEntryMeta *self)
{
  g_autoptr (GDateTime) happened = self->entry != NULL ? ldr_moment_to_local (self->entry->happened) : NULL;

  if (self->date_popover != NULL && happened != NULL)
    ldr_date_popover_set_date_time (self->date_popover, happened);
}

static void
show_styles_in_popover (LdrEntryMeta *self)
{
  LdrEntry *entry = self->entry;

  if (self->style_popover != NULL)
    ldr_style_popover_set (self->style_popover, entry != NULL ? entry->styles : 0, entry != NULL ? entry->pitfalls : 0);
}

/* These three run each time a popover is about to be shown; the text is not to wait for what is rarely opened. */

static void
create_date_popover_cb (GtkMenuButton *button, gpointer data)
{
  LdrEntryMeta *self = data;

  if (self->date_popover != NULL)
    return;
  self->date_popover = LDR_DATE_POPOVER (ldr_date_popover_new ());
  show_date_in_popover (self);
  g_signal_connect_swapped (self->date_popover, "changed", G_CALLBACK (date_changed_cb), self);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->date_popover));
}

static void
create_style_popover_cb (GtkMenuButton *button, gpointer data)
{
  LdrEntryMeta *self = data;

  if (self->style_popover != NULL)
    return;
  self->style_popover = LDR_STYLE_POPOVER (ldr_style_popover_new ());
  show_styles_in_popover (self);
  g_signal_connect_swapped (self->style_popover, "changed", G_CALLBACK (styles_changed_cb), self);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->style_popover));
}

static void
create_tag_popover_cb (GtkMenuButton *button, gpointer data)
{
  LdrEntryMeta *self = data;

  if (self->tag_popover != NULL)
    return;
  self->tag_popover = LDR_TAG_POPOVER (ldr_tag_popover_new ());
  ldr_tag_popover_set_journal (self->tag_popover, self->journal);
  g_signal_connect_swapped (self->tag_popover, "tag-chosen", G_CALLBACK (tag_chosen_cb), self);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->tag_popover));
}

static void
link_clicked_cb (LdrEntryMeta *self)
{
  ldr_entry_links_choose (self->links);
}

static void
linking_cb (LdrEntryMeta *self)
{
  g_signal_emit (self, signals[SIGNAL_LINKING], 0);
}

static void
toast_cb (LdrEntryMeta *self, AdwToast *toast)
{
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, toast);
}

static void
show_links (LdrEntryMeta *self)
{
  ldr_entry_links_set_entry (self->links, self->entry != NULL ? self->journal : NULL,
                             self->entry != NULL ? self->entry->id : NULL);
}

static void
ldr_entry_meta_dispose (GObject *object)
{
  LdrEntryMeta *self = LDR_ENTRY_META (object);

  self->quiet = TRUE;
  g_clear_object (&self->journal);
  g_clear_pointer (&self->entry, ldr_entry_unref);
  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (ldr_entry_meta_parent_class)->dispose (object);
}

static void
ldr_entry_meta_class_init (LdrEntryMetaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_entry_meta_dispose;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_ENTRY_META, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LINKING]
      = g_signal_new ("linking", LDR_TYPE_ENTRY_META, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TOAST] = g_signal_new ("toast", LDR_TYPE_ENTRY_META, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, ADW_TYPE_TOAST);
}

static GtkWidget *
make_content (const char *icon_name, const char *label)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (content), gtk_label_new (label));
  return content;
}

static GtkMenuButton *
add_menu_button (LdrEntryMeta *self,
                 const char *icon_name,
                 const char *label,
                 const char *tooltip,
                 GtkMenuButtonCreatePopupFunc create)
{
  GtkWidget *button = gtk_menu_button_new ();

  if (icon_name != NULL)
    gtk_menu_button_set_child (GTK_MENU_BUTTON (button), make_content (icon_name, label));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create, self, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "meta-button");
  adw_wrap_box_append (self->box, button);

  return GTK_MENU_BUTTON (button);
}

static void
add_discuss_toggle (LdrEntryMeta *self)
{
  self->discuss = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_child (GTK_BUTTON (self->discuss), make_content ("leidraad-discuss-symbolic", _ ("To discuss")));
  gtk_widget_set_valign (GTK_WIDGET (self->discuss), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->discuss), _ ("Bring to the Next Conversation"));
  gtk_widget_add_css_class (GTK_WIDGET (self->discuss), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->discuss), "meta-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->discuss), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("To discuss"), -1);
  g_signal_connect_swapped (self->discuss, "toggled", G_CALLBACK (discuss_toggled_cb), self);
  adw_wrap_box_append (self->box, GTK_WIDGET (self->discuss));
}

static void
add_link_button (LdrEntryMeta *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_content ("list-add-symbolic", C_ ("button", "Link")));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Link with a Goal, a Session or an Entry"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Link with a goal, a session or an entry"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "meta-button");
  g_signal_connect_object (button, "clicked", G_CALLBACK (link_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, button);
}

static void
add_links (LdrEntryMeta *self)
{
  self->links = LDR_ENTRY_LINKS (ldr_entry_links_new ());
  g_signal_connect_object (self->links, "linking", G_CALLBACK (linking_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->links, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, GTK_WIDGET (self->links));
}

static void
ldr_entry_meta_init (LdrEntryMeta *self)
{
  self->chips = g_ptr_array_new ();
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 4);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));

  self->date_button = add_menu_button (self, NULL, NULL, _ ("Date and Time"), create_date_popover_cb);
  self->date_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->date_label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->date_label), "dimmed");
  gtk_menu_button_set_child (self->date_button, GTK_WIDGET (self->date_label));
  gtk_widget_add_css_class (GTK_WIDGET (self->date_button), "date-button");
  self->styles_button
      = add_menu_button (self, "list-add-symbolic", _ ("Style"), _ ("Styles and Pitfalls"), create_style_popover_cb);
  self->tag_button = add_menu_button (self, "list-add-symbolic", _ ("Tag"), _ ("Add a Tag"), create_tag_popover_cb);
  add_link_button (self);
  self->energy = LDR_ENERGY_PICKER (ldr_energy_picker_new ());
  gtk_widget_set_margin_start (GTK_WIDGET (self->energy), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self->energy), 6);
  adw_wrap_box_append (self->box, GTK_WIDGET (self->energy));
  g_signal_connect_swapped (self->energy, "changed", G_CALLBACK (energy_changed_cb), self);
  add_discuss_toggle (self);
  add_links (self);
}

/**
 * ldr_entry_meta_set_journal:
 * @self: the line below the title
 * @journal: (nullable): whose tags to suggest, or %NULL to forget them at once
 *
 * Suggests the tags of another journal.
 */
void
ldr_entry_meta_set_journal (LdrEntryMeta *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_ENTRY_META (self));

  g_set_object (&self->journal, journal);
  if (self->tag_popover != NULL)
    ldr_tag_popover_set_journal (self->tag_popover, journal);
  show_links (self);
}

/**
 * ldr_entry_meta_set_entry:
 * @self: the line below the title
 * @entry: (nullable): what to show, or %NULL to clear it at once
 *
 * Shows what is noted about an entry, without the signal `changed`.
 */
void
ldr_entry_meta_set_entry (LdrEntryMeta *self, const LdrEntry *entry)
{
  g_return_if_fail (LDR_IS_ENTRY_META (self));

  self->quiet = TRUE;
  g_clear_pointer (&self->entry, ldr_entry_unref);
  gtk_menu_button_popdown (self->date_button);
  gtk_menu_button_popdown (self->styles_button);
  gtk_menu_button_popdown (self->tag_button);
  if (entry != NULL)
    {
      self->entry = ldr_entry_copy (entry);
      show_date_in_popover (self);
      show_date (self);
    }
  else
    {
      gtk_label_set_label (self->date_label, "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->date_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Date and time"), -1);
    }
  show_styles_in_popover (self);
  ldr_energy_picker_set_energy (self->energy, entry != NULL ? entry->energy : LDR_ENERGY_UNKNOWN);
  gtk_toggle_button_set_active (self->discuss, entry != NULL && entry->to_discuss);
  show_chips (self);
  show_links (self);
  self->quiet = FALSE;
}

/**
 * ldr_entry_meta_apply:
 * @self: the line below the title
 * @entry: an entry that is not shared yet
 *
 * Writes what is on the screen into @entry.
 */
void
ldr_entry_meta_apply (LdrEntryMeta *self, LdrEntry *entry)
{
  g_return_if_fail (LDR_IS_ENTRY_META (self));

  if (self->entry == NULL)
    return;
  entry->happened = self->entry->happened;
  entry->day = self->entry->day;
  entry->styles = self->entry->styles;
  entry->pitfalls = self->entry->pitfalls;
  entry->energy = self->entry->energy;
  entry->to_discuss = self->entry->to_discuss;
  ldr_entry_set_tags (entry, (const char *const *) self->entry->tags);
}

/**
 * ldr_entry_meta_get_pitfalls:
 * @self: the line below the title
 *
 * Returns: the pitfalls that are noted
 */
LdrStyleSet
ldr_entry_meta_get_pitfalls (LdrEntryMeta *self)
{
  g_return_val_if_fail (LDR_IS_ENTRY_META (self), LDR_STYLE_SET_NONE);

  return self->entry != NULL ? self->entry->pitfalls : LDR_STYLE_SET_NONE;
}

/**
 * ldr_entry_meta_set_pitfall:
 * @self: the line below the title
 * @pitfall: a pitfall
 * @noted: whether it is noted
 *
 * Notes a pitfall as if by the popover.
 */
void
ldr_entry_meta_set_pitfall (LdrEntryMeta *self, LdrStyle pitfall, gboolean noted)
{
  LdrStyleSet pitfalls = ldr_entry_meta_get_pitfalls (self);

  g_return_if_fail (LDR_IS_ENTRY_META (self));

  if (self->entry == NULL || ((pitfalls & LDR_STYLE_BIT (pitfall)) != 0) == noted)
    return;
  self->entry->pitfalls = pitfalls ^ LDR_STYLE_BIT (pitfall);
  show_styles_in_popover (self);
  show_chips (self);
  emit_changed (self);
}

/**
 * ldr_entry_meta_get_to_discuss:
 * @self: the line below the title
 *
 * Returns: whether the entry is to be discussed
 */
gboolean
ldr_entry_meta_get_to_discuss (LdrEntryMeta *self)
{
  g_return_val_if_fail (LDR_IS_ENTRY_META (self), FALSE);

  return gtk_toggle_button_get_active (self->discuss);
}

/**
 * ldr_entry_meta_set_to_discuss:
 * @self: the line below the title
 * @to_discuss: whether the entry is to be discussed
 *
 * Marks the entry as if by the button.
 */
void
ldr_entry_meta_set_to_discuss (LdrEntryMeta *self, gboolean to_discuss)
{
  g_return_if_fail (LDR_IS_ENTRY_META (self));

  gtk_toggle_button_set_active (self->discuss, to_discuss);
}
