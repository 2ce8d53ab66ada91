/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-person.h"

#include <glib/gi18n.h>

#include "ldr-export-describe.h"

/* Nobody reads through more of a name's places than these; the pages show the others. */
#define MAX_SHOWN_PLACES 8

struct _LdrExportPerson
{
  AdwExpanderRow parent_instance;

  char *name;
  guint n_places;
  GPtrArray *places;
  LdrFoundKind kind;
  GtkWidget *toggle;
  GtkWidget *stand_in;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (LdrExportPerson, ldr_export_person, ADW_TYPE_EXPANDER_ROW)

static guint said_signal;

static void
say (LdrExportPerson *self, LdrKnownName *said)
{
  g_signal_emit (self, said_signal, 0, said);
  ldr_known_name_free (said);
}

static void
toggled_cb (LdrExportPerson *self)
{
  if (self->showing)
    return;
  if (gtk_switch_get_active (GTK_SWITCH (self->toggle)))
    say (self,
         ldr_known_name_new (self->name, LDR_KNOWN_PERSON, gtk_editable_get_text (GTK_EDITABLE (self->stand_in))));
  else
    say (self, ldr_export_known_new_kept (self->name));
}

static void
stand_in_cb (LdrExportPerson *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->stand_in))));

  say (self, ldr_known_name_new (self->name, LDR_KNOWN_PERSON, text));
}

static void
nobody_cb (LdrExportPerson *self)
{
  say (self, ldr_known_name_new (self->name, LDR_KNOWN_WORD, ""));
}

/* --- What it is made of --- */

static GtkWidget *
make_place_row (const LdrExportPlace *place, int today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *where = ldr_export_describe_place (place->part, place->day, today);
  g_autofree char *before = g_markup_escape_text (place->excerpt, (gssize) place->start);
  g_autofree char *word = g_markup_escape_text (place->excerpt + place->start, (gssize) (place->end - place->start));
  g_autofree char *after = g_markup_escape_text (place->excerpt + place->end, -1);
  g_autofree char *markup = g_strconcat (before, "<b>", word, "</b>", after, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  return row;
}

static void
add_toggle (LdrExportPerson *self)
{
  /* Translators: a switch, for a screen reader; %s is a name */
  g_autofree char *label = g_strdup_printf (_ ("Replace %s"), self->name);

  self->toggle = gtk_switch_new ();
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->toggle, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
}

static void
add_stand_in (LdrExportPerson *self)
{
  self->stand_in = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->stand_in), _ ("Own words instead, such as “my deputy”"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->stand_in), TRUE);
  g_signal_connect_object (self->stand_in, "apply", G_CALLBACK (stand_in_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->stand_in);
}

static void
add_nobody (LdrExportPerson *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("This Is Nobody’s _Name"));
  g_signal_connect_object (row, "activated", G_CALLBACK (nobody_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* --- An object --- */

static void
ldr_export_person_finalize (GObject *object)
{
  g_free (LDR_EXPORT_PERSON (object)->name);
  g_ptr_array_unref (LDR_EXPORT_PERSON (object)->places);

  G_OBJECT_CLASS (ldr_export_person_parent_class)->finalize (object);
}

static void
ldr_export_person_class_init (LdrExportPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_export_person_finalize;

  /**
   * LdrExportPerson::said:
   * @self: a row
   * @known_name: an #LdrKnownName
   *
   * Its owner said something of the name.
   */
  said_signal = g_signal_new ("said", LDR_TYPE_EXPORT_PERSON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_POINTER);
}

static void
ldr_export_person_init (LdrExportPerson *self)
{
}

/**
 * ldr_export_person_new:
 * @name: what was found
 * @today: today
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
ldr_export_person_new (const LdrExportName *name, int today)
{
  LdrExportPerson *self = g_object_new (LDR_TYPE_EXPORT_PERSON, "use-markup", FALSE, "title", name->name, NULL);

  self->name = g_strdup (name->name);
  self->n_places = name->n_places;
  self->places = g_ptr_array_ref (name->places);
  self->kind = name->kind;
  add_toggle (self);
  add_stand_in (self);
  for (guint i = 0; i < MIN (name->places->len, MAX_SHOWN_PLACES); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_place_row (g_ptr_array_index (name->places, i), today));
  if (!name->is_leader && (name->kind == LDR_FOUND_WORD || name->kind == LDR_FOUND_KNOWN))
    add_nobody (self);
  return GTK_WIDGET (self);
}

/* What is read instead of a name within a sentence, which has no capital of its own, or %NULL when the name is.
 * Somebody who is kept under the first name may be replaced under the whole, and that takes the first along. */
static char *
dup_stand_in (const LdrPseudonyms *pseudonyms, const char *name)
{
  g_autofree char *sentence = g_strconcat ("a ", name, NULL);
  g_autofree char *read = pseudonyms != NULL ? ldr_pseudonyms_apply (pseudonyms, sentence) : NULL;

  return read != NULL && !g_str_equal (read, sentence) ? g_strdup (read + strlen ("a ")) : NULL;
}

/**
 * ldr_export_person_show:
 * @self: a row
 * @preview: what goes out
 * @name: what was found, as ldr_export_person_shows() has it
 *
 * Shows what was decided. Nothing is taken away from whoever is typing.
 */
void
ldr_export_person_show (LdrExportPerson *self, const LdrExportPreview *preview, const LdrExportName *name)
{
  g_autofree char *stand_in = dup_stand_in (preview->pseudonyms, name->name);
  g_autofree char *subtitle = ldr_export_describe_name (name->n_places, stand_in);

  self->showing = TRUE;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_switch_set_active (GTK_SWITCH (self->toggle), stand_in != NULL);
  if ((gtk_widget_get_state_flags (self->stand_in) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0
      && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->stand_in)), name->stand_in))
    gtk_editable_set_text (GTK_EDITABLE (self->stand_in), name->stand_in);
  self->showing = FALSE;
}

/**
 * ldr_export_person_get_name:
 * @self: a row
 *
 * Returns: (transfer none): whose it is
 */
const char *
ldr_export_person_get_name (LdrExportPerson *self)
{
  return self->name;
}

/**
 * ldr_export_person_shows:
 * @self: a row
 * @name: what was found
 *
 * Returns: whether the row has its name and its places
 */
gboolean
ldr_export_person_shows (LdrExportPerson *self, const LdrExportName *name)
{
  if (!g_str_equal (self->name, name->name) || self->n_places != name->n_places || self->kind != name->kind)
    return FALSE;
  for (guint i = 0; i < MIN (name->places->len, MAX_SHOWN_PLACES); i++)
    {
      const LdrExportPlace *here = g_ptr_array_index (self->places, i), *there = g_ptr_array_index (name->places, i);

      if (here->day != there->day || here->part != there->part || !g_str_equal (here->excerpt, there->excerpt))
        return FALSE;
    }
  return TRUE;
}

/**
 * ldr_export_person_focus:
 * @self: a row
 *
 * Goes to what replaces the name.
 */
void
ldr_export_person_focus (LdrExportPerson *self)
{
  gtk_widget_grab_focus (self->toggle);
}
