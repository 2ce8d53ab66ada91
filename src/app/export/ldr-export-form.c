/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-form.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-day-button.h"
#include "ldr-export-choices.h"
#include "ldr-export-describe.h"
#include "ldr-export-people.h"
#include "ldr-export-picker.h"
#include "model/ldr-moment.h"

/**
 * LdrExportForm:
 *
 * What goes out of the journal. Private notes are off in every new form, and are part of no choice.
 */
struct _LdrExportForm
{
  AdwBin parent_instance;

  GtkWidget *choices;
  GtkWidget *period;
  GtkWidget *day_rows[2];
  LdrDayButton *days[2];
  GtkWidget *parts[LDR_N_EXPORT_PARTS];
  GtkWidget *entries;
  GtkWidget *pick;
  GtkWidget *private_notes;
  GtkWidget *format;
  GtkWidget *names;
  GtkWidget *for_whom;
  GtkWidget *people;
  LdrExportPreview *shown;

  LdrExportChoice *choice;
  /* What was chosen one by one, also while other entries go out. */
  GStrv ids;
  LdrJournal *journal;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (LdrExportForm, ldr_export_form, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Periods, formats and namings stand in their rows as they are counted; of the entries those that are chosen one by one
 * come last, since another row follows them. */
static const LdrExportEntries which_entries[LDR_N_EXPORT_ENTRIES]
    = { LDR_EXPORT_TO_DISCUSS, LDR_EXPORT_EVERY, LDR_EXPORT_CHOSEN };

static guint
get_selected (GtkWidget *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (row));
}

static void
set_selected (GtkWidget *row, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
}

/* --- From the rows --- */

/* The days that are chosen, or those that the period before had: what is chosen from begins where somebody was. */
static void
read_period (LdrExportForm *self, LdrExportChoice *choice)
{
  LdrPeriodKind kind = (LdrPeriodKind) get_selected (self->period);
  int today = ldr_day_today ();

  if (kind != LDR_PERIOD_OWN)
    choice->period.kind = kind;
  else if (choice->period.kind == LDR_PERIOD_OWN)
    ldr_period_init_own (&choice->period, ldr_day_button_get_day (self->days[0]),
                         ldr_day_button_get_day (self->days[1]));
  else
    {
      LdrPeriod before;

      ldr_period_init (&before, LDR_PERIOD_MONTH, today, today);
      if (self->shown != NULL)
        before = self->shown->counts->period;
      ldr_period_init_own (&choice->period, before.first_day, MAX (before.first_day, MIN (before.last_day, today)));
    }
}

static void
read_ids (LdrExportForm *self, LdrExportChoice *choice)
{
  static const char *const none[] = { NULL };
  gboolean chosen = choice->entries == LDR_EXPORT_CHOSEN && self->ids != NULL;

  ldr_export_choice_set_entry_ids (choice, chosen ? (const char *const *) self->ids : none);
}

static void
read_rows (LdrExportForm *self)
{
  LdrExportChoice *choice = ldr_export_choice_copy (self->choice);

  choice->parts = (LdrExportParts) 0;
  for (guint i = 0; i < LDR_N_EXPORT_PARTS; i++)
    if (adw_switch_row_get_active (ADW_SWITCH_ROW (self->parts[i])))
      choice->parts = (LdrExportParts) (choice->parts | 1u << i);
  choice->entries = which_entries[get_selected (self->entries)];
  read_ids (self, choice);
  read_period (self, choice);
  choice->format = (LdrExportFormat) get_selected (self->format);
  choice->names = (LdrExportNames) get_selected (self->names);
  ldr_export_choice_set_for_whom (choice, gtk_editable_get_text (GTK_EDITABLE (self->for_whom)));
  ldr_export_choice_unref (self->choice);
  self->choice = choice;
}

static void
update_pick (LdrExportForm *self)
{
  guint n = g_strv_length (self->choice->entry_ids);
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->pick), text != NULL ? text : _ ("None yet"));
}

/* Rows that say nothing for a file with everything in it. */
static void
update_rows (LdrExportForm *self)
{
  gboolean whole = self->choice->format == LDR_EXPORT_JSON;
  gboolean entries = !whole && (self->choice->parts & LDR_EXPORT_ENTRIES) != 0;

  for (guint i = 0; i < LDR_N_EXPORT_PARTS; i++)
    gtk_widget_set_sensitive (self->parts[i], !whole);
  gtk_widget_set_sensitive (self->period, !whole);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      gtk_widget_set_visible (self->day_rows[i], !whole && self->choice->period.kind == LDR_PERIOD_OWN);
      if (self->choice->period.kind == LDR_PERIOD_OWN)
        ldr_day_button_set_day (self->days[i], i == 0 ? self->choice->period.first_day : self->choice->period.last_day);
    }
  gtk_widget_set_sensitive (self->names, !whole);
  gtk_widget_set_sensitive (self->for_whom, !whole);
  gtk_widget_set_visible (self->people, !whole);
  gtk_widget_set_visible (self->entries, entries);
  gtk_widget_set_visible (self->pick, entries && self->choice->entries == LDR_EXPORT_CHOSEN);
  update_pick (self);
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self->private_notes),
      ldr_export_describe_private_notes (adw_switch_row_get_active (ADW_SWITCH_ROW (self->private_notes))));
}

static void
take_rows (LdrExportForm *self, gboolean altered)
{
  read_rows (self);
  update_rows (self);
  ldr_export_choices_set_present (LDR_EXPORT_CHOICES (self->choices), self->choice, altered);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed_cb (LdrExportForm *self)
{
  if (!self->showing)
    take_rows (self, FALSE);
}

/* What was altered is nobody's ready-made choice any more. */
static void
altered_cb (LdrExportForm *self)
{
  if (!self->showing)
    take_rows (self, TRUE);
}

/* The first day is not after the last: whichever was chosen takes the other along. */
static void
day_cb (LdrExportForm *self, LdrDayButton *chosen)
{
  LdrDayButton *other = chosen == self->days[0] ? self->days[1] : self->days[0];

  if (ldr_day_button_get_day (self->days[0]) > ldr_day_button_get_day (self->days[1]))
    ldr_day_button_set_day (other, ldr_day_button_get_day (chosen));
  altered_cb (self);
}

/* --- Entries --- */

static void
picked_cb (LdrExportForm *self, char **ids)
{
  g_strfreev (self->ids);
  self->ids = g_strdupv (ids);
  altered_cb (self);
}

static void
pick_cb (LdrExportForm *self)
{
  LdrPeriod period;
  AdwDialog *picker;

  if (self->journal == NULL)
    return;
  ldr_export_choice_get_period (self->choice, ldr_day_today (), ldr_day_today (), &period);
  picker = ldr_export_picker_new (self->journal, &period, (const char *const *) self->choice->entry_ids);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (picker, GTK_WIDGET (self));
}

/* --- To the rows --- */

static void
show_choice (LdrExportForm *self)
{
  const LdrExportChoice *choice = self->choice;

  self->showing = TRUE;
  for (guint i = 0; i < LDR_N_EXPORT_PARTS; i++)
    adw_switch_row_set_active (ADW_SWITCH_ROW (self->parts[i]), (choice->parts & 1u << i) != 0);
  for (guint i = 0; i < LDR_N_EXPORT_ENTRIES; i++)
    if (which_entries[i] == choice->entries)
      set_selected (self->entries, i);
  set_selected (self->period, choice->period.kind);
  set_selected (self->format, choice->format);
  set_selected (self->names, choice->names);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->for_whom)), choice->for_whom))
    gtk_editable_set_text (GTK_EDITABLE (self->for_whom), choice->for_whom);
  self->showing = FALSE;
  update_rows (self);
}

static void
chosen_cb (LdrExportForm *self, LdrExportChoice *choice)
{
  ldr_export_choice_unref (self->choice);
  self->choice = ldr_export_choice_copy (choice);
  if (choice->entries == LDR_EXPORT_CHOSEN)
    {
      g_strfreev (self->ids);
      self->ids = g_strdupv (choice->entry_ids);
    }
  show_choice (self);
  ldr_export_choices_set_present (LDR_EXPORT_CHOICES (self->choices), self->choice, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whoever replaces the first name wants names to be replaced. */
static void
decided_cb (LdrExportForm *self, gboolean replaces)
{
  if (replaces && self->choice->names == LDR_EXPORT_NAMES_SHOWN)
    {
      self->showing = TRUE;
      set_selected (self->names, LDR_EXPORT_NAMES_INITIALS);
      self->showing = FALSE;
    }
  changed_cb (self);
}

/* --- An object --- */

static void
ldr_export_form_dispose (GObject *object)
{
  LdrExportForm *self = LDR_EXPORT_FORM (object);

  g_clear_pointer (&self->choice, ldr_export_choice_unref);
  g_clear_pointer (&self->shown, ldr_export_preview_unref);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_export_form_parent_class)->dispose (object);
}

static void
ldr_export_form_class_init (LdrExportFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_export_form_dispose;

  /**
   * LdrExportForm::changed:
   * @self: a form
   *
   * Something else is to go out, or in another way.
   */
  signals[CHANGED]
      = g_signal_new ("changed", LDR_TYPE_EXPORT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_combo (LdrExportForm *self, GtkWidget *group, const char *title, const char *const *items, GCallback func)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (items);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  g_signal_connect_object (row, "notify::selected", func, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
add_switch (LdrExportForm *self, GtkWidget *group, const char *title, GCallback func)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "notify::active", func, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_day (LdrExportForm *self, GtkWidget *group, guint which, const char *title)
{
  GtkWidget *row = adw_action_row_new (), *day = ldr_day_button_new (title, NULL);

  self->day_rows[which] = row;
  self->days[which] = LDR_DAY_BUTTON (day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (day, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), day);
  g_signal_connect_object (day, "changed", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
add_group (GtkWidget *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
add_which (LdrExportForm *self, GtkWidget *group)
{
  const char *const which[] = { _ ("To Discuss"), C_ ("entries", "All"), _ ("Chosen One by One"), NULL };

  self->entries = add_combo (self, group, _ ("Which entries"), which, G_CALLBACK (altered_cb));
  self->pick = adw_action_row_new ();
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->pick), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pick), _ ("C_hoose Entries…"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->pick), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->pick), TRUE);
  g_signal_connect_object (self->pick, "activated", G_CALLBACK (pick_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->pick);
}

static void
add_what (LdrExportForm *self, GtkWidget *box)
{
  const char *const kinds[]
      = { _ ("Past Month"), _ ("Half a Year"), _ ("A Year"), _ ("From the Beginning"), _ ("Own Days"), NULL };
  GtkWidget *group;

  self->choices = ldr_export_choices_new ();
  g_signal_connect_object (self->choices, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->choices);
  group = add_group (box, _ ("What Goes Out"));
  self->period = add_combo (self, group, _ ("Period"), kinds, G_CALLBACK (altered_cb));
  add_day (self, group, 0, _ ("First day"));
  add_day (self, group, 1, _ ("Last day"));
  for (guint i = 0; i < LDR_N_EXPORT_PARTS; i++)
    {
      self->parts[i] = add_switch (self, group, ldr_export_describe_part (i), G_CALLBACK (altered_cb));
      if (1u << i == LDR_EXPORT_ENTRIES)
        add_which (self, group);
    }
  self->private_notes = add_switch (self, group, _ ("Private notes of sessions"), G_CALLBACK (changed_cb));
  gtk_widget_set_visible (self->private_notes, FALSE);
}

static void
add_how (LdrExportForm *self, GtkWidget *box)
{
  const char *names_of_formats[LDR_N_EXPORT_FORMATS + 1] = { NULL };
  const char *const names_of_namings[] = { _ ("As Written"), C_ ("names", "Initials"), C_ ("names", "Roles"), NULL };
  GtkWidget *group = add_group (box, _ ("How"));

  for (guint i = 0; i < LDR_N_EXPORT_FORMATS; i++)
    names_of_formats[i] = ldr_export_describe_format ((LdrExportFormat) i);
  self->format = add_combo (self, group, _ ("Format"), names_of_formats, G_CALLBACK (changed_cb));
  self->names = add_combo (self, group, _ ("Names of people"), names_of_namings, G_CALLBACK (changed_cb));
  self->for_whom = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->for_whom), _ ("For whom"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->for_whom);
  g_signal_connect_object (self->for_whom, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->people = ldr_export_people_new ();
  g_signal_connect_object (self->people, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->people);
}

static void
ldr_export_form_init (LdrExportForm *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 24, "margin-start",
                                 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 24, NULL);

  self->showing = TRUE;
  self->choice = ldr_export_choice_new_ready_made (LDR_EXPORT_SESSION_NOTES);
  add_what (self, box);
  add_how (self, box);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), LDR_EXPORT_FORM_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), LDR_EXPORT_FORM_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
  /* The pages have what the rows do not need. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  self->showing = FALSE;
  show_choice (self);
  ldr_export_choices_set_present (LDR_EXPORT_CHOICES (self->choices), self->choice, FALSE);
}

/**
 * ldr_export_form_new:
 *
 * Returns: (transfer floating): a form in which the first ready-made choice stands, and private notes are off
 */
GtkWidget *
ldr_export_form_new (void)
{
  return g_object_new (LDR_TYPE_EXPORT_FORM, NULL);
}

/**
 * ldr_export_form_set_journal:
 * @self: a form
 * @journal: (nullable): an open journal, which keeps what its owner decides here
 */
void
ldr_export_form_set_journal (LdrExportForm *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_EXPORT_FORM (self));

  g_set_object (&self->journal, journal);
  ldr_export_choices_set_journal (LDR_EXPORT_CHOICES (self->choices), journal);
  ldr_export_people_set_journal (LDR_EXPORT_PEOPLE (self->people), journal);
}

/**
 * ldr_export_form_make_request:
 * @self: a form
 * @today: today
 *
 * Returns: (transfer full): what it asks for
 */
LdrExportRequest *
ldr_export_form_make_request (LdrExportForm *self, int today)
{
  gboolean with_private_notes;

  g_return_val_if_fail (LDR_IS_EXPORT_FORM (self), NULL);

  with_private_notes = adw_switch_row_get_active (ADW_SWITCH_ROW (self->private_notes));
  return ldr_export_request_new (self->choice, with_private_notes ? LDR_EXPORT_PRIVATE_NOTES : LDR_EXPORT_DEFAULT,
                                 today);
}

static void
set_subtitle (LdrExportForm *self, LdrExportParts part, char *text)
{
  for (guint i = 0; i < LDR_N_EXPORT_PARTS; i++)
    if (1u << i == part)
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->parts[i]), text);
  g_free (text);
}

/**
 * ldr_export_form_show:
 * @self: a form
 * @preview: what it asked for
 *
 * Shows what each row holds, and who is in it.
 */
void
ldr_export_form_show (LdrExportForm *self, LdrExportPreview *preview)
{
  const LdrExportCounts *counts = preview->counts;

  g_return_if_fail (LDR_IS_EXPORT_FORM (self));

  self->showing = TRUE;
  set_subtitle (self, LDR_EXPORT_SESSIONS,
                ldr_export_describe_sessions ((const int *) (gpointer) counts->session_days->data,
                                              counts->session_days->len, preview->request->today));
  set_subtitle (self, LDR_EXPORT_ACTIONS,
                ldr_export_describe_actions (counts->n_actions[LDR_ACTION_OPEN], counts->n_actions[LDR_ACTION_DONE],
                                             counts->n_actions[LDR_ACTION_DROPPED]));
  set_subtitle (self, LDR_EXPORT_ENTRIES, ldr_export_describe_entries (counts->n_entries, counts->n_all_entries));
  set_subtitle (self, LDR_EXPORT_GOALS, ldr_export_describe_goals (counts->n_goals));
  gtk_widget_set_visible (self->private_notes, counts->has_private_notes);
  ldr_export_people_show (LDR_EXPORT_PEOPLE (self->people), preview);
  g_clear_pointer (&self->shown, ldr_export_preview_unref);
  self->shown = ldr_export_preview_ref (preview);
  self->showing = FALSE;
  update_rows (self);
}
