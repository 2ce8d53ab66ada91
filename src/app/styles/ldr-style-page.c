/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-style-page.h"

#include <glib/gi18n.h>
#include "app/journal/ldr-describe.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-notice-editor.h"
#include "ldr-style-goals.h"
#include "ldr-styles-describe.h"
#include "ldr-styles-jobs.h"
#include "ldr-styles-parts.h"

/* How many scores and answered questions are shown before one asks for more. */
#define FEW 6

/* Up to this width a goal's course stands no longer beside it. */
#define NARROW "max-width: 500sp"

/**
 * LdrStylePage:
 *
 * Everything about one style: what it is, what it costs, and what this journal knows of it. It uses the widget actions
 * of #LdrStylesPage, in which it stands.
 */
struct _LdrStylePage
{
  AdwNavigationPage parent_instance;

  LdrJournal *journal;
  LdrStyle style;
  GCancellable *cancellable;
  gboolean stale; /* Something changed while the page was out of sight. */
  gboolean narrow;
  GtkWidget *news_box;
  GtkWidget *pitfall_news_box;
  GtkWidget *editor;
};

G_DEFINE_FINAL_TYPE (LdrStylePage, ldr_style_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
make_list (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return list;
}

static GtkWidget *
add_row (GtkWidget *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
make_activatable (GtkWidget *row, const char *action, GVariant *target)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

/* --- What the journal knows --- */

static void
add_entries (LdrStylePage *self, GtkWidget *box, GPtrArray *entries, int total, gboolean pitfall)
{
  GtkWidget *list;

  if (entries->len == 0)
    return;
  list = make_list (pitfall ? _ ("Entries with this pitfall") : _ ("Entries with this style"));
  for (guint i = 0; i < entries->len; i++)
    {
      const LdrSummary *summary = g_ptr_array_index (entries, i);
      g_autoptr (LdrRowDescription) row = ldr_row_describe (summary);
      g_autofree char *date = ldr_day_describe (summary->day);

      make_activatable (add_row (list, row->title, date), "styles.open-entry", g_variant_new_string (summary->id));
    }
  gtk_box_append (GTK_BOX (box), list);
  if (total > (int) entries->len)
    {
      g_autofree char *label = g_strdup_printf (
          ngettext ("Show %d entry in the journal", "Show all %d entries in the journal", (gulong) total), total);

      gtk_box_append (GTK_BOX (box), ldr_parts_button (label, "styles.show-entries",
                                                       g_variant_new ("(ib)", (int) self->style, pitfall)));
    }
}

static void
add_used (LdrStylePage *self, const LdrStyleNews *news)
{
  const LdrStyleOverview *overview = news->styles->overview;
  const char *leader = ldr_leader_for (news->styles->info);
  int used = overview->used[self->style];
  g_autofree char *text = NULL;
  GtkWidget *section;

  if (used == 0)
    text = leader == NULL ? g_strdup (_ ("No entry yet. When you write, “Style” below the title marks the "
                                         "style that you used."))
                          : g_strdup (_ ("No entry yet. When you write, “Style” below the title marks the "
                                         "style that was used."));
  else
    text = g_strdup_printf (
        ngettext ("%d entry, %d of the last four weeks.", "%d entries, %d of the last four weeks.", (gulong) used),
        used, overview->used_lately[self->style]);
  section = ldr_parts_section (_ ("In the journal"), text);
  add_entries (self, section, news->used, used, FALSE);
  gtk_box_append (GTK_BOX (self->news_box), section);
}

static void
add_scores (LdrStylePage *self, const LdrStyleNews *news)
{
  g_autoptr (GPtrArray) list = ldr_styles_news_list (news->styles, LDR_QUESTIONNAIRE_NATURAL_STYLE, TRUE);
  GtkWidget *section = ldr_parts_section (_ ("Scores over time"), NULL);
  GtkWidget *rows;

  if (list->len == 0)
    {
      gtk_box_append (GTK_BOX (section),
                      ldr_parts_label (_ ("Not measured yet. The questionnaire takes about five minutes."), "dimmed"));
      gtk_box_append (GTK_BOX (section), ldr_parts_button (_ ("_Start the Questionnaire"), "styles.start",
                                                           g_variant_new_string (LDR_QUESTIONNAIRE_NATURAL_STYLE)));
      gtk_box_append (GTK_BOX (self->news_box), section);
      return;
    }
  rows = make_list (_ ("Scores over time"));
  for (guint i = 0; i < list->len && i < FEW; i++)
    {
      const LdrAssessment *assessment = g_ptr_array_index (list, i);
      g_autofree char *title = ldr_measurement_describe (assessment, news->styles->info);
      g_autofree char *score = NULL;
      LdrStyleProfile profile;

      ldr_score_find_styles (assessment, &profile);
      score = ldr_share_describe (&profile, self->style);
      make_activatable (add_row (rows, title, score), "styles.show-result", g_variant_new_string (assessment->id));
    }
  gtk_box_append (GTK_BOX (section), rows);
  if (list->len > FEW)
    gtk_box_append (GTK_BOX (section), ldr_parts_button (_ ("_All Measurements"), "styles.history", NULL));
  gtk_box_append (GTK_BOX (self->news_box), section);
}

static void
add_answers (LdrStylePage *self, const LdrStyleNews *news)
{
  GtkWidget *section;
  GtkWidget *rows;

  if (news->answers->len == 0)
    return;
  section = ldr_parts_section (_ ("Questions answered"), NULL);
  rows = make_list (_ ("Questions answered"));
  for (guint i = 0; i < news->answers->len && i < FEW; i++)
    {
      const LdrAnsweredPrompt *answer = g_ptr_array_index (news->answers, i);
      g_autofree char *date = ldr_day_describe (answer->day);
      GtkWidget *row = add_row (rows, answer->question, date);

      if (answer->entry != NULL)
        make_activatable (row, "styles.open-entry", g_variant_new_string (answer->entry));
    }
  gtk_box_append (GTK_BOX (section), rows);
  gtk_box_append (GTK_BOX (self->news_box), section);
}

static void
add_goals (LdrStylePage *self, GtkWidget *box, const LdrStyleNews *news, gboolean pitfall)
{
  gtk_box_append (GTK_BOX (box), ldr_style_goals_new (news->goals, self->style, pitfall, news->today, self->narrow));
}

static void
add_pitfall_news (LdrStylePage *self, const LdrStyleNews *news)
{
  const LdrStyleOverview *overview = news->styles->overview;
  g_autofree char *noticed = ldr_noticed_describe (overview->noticed_lately[self->style], news->n_noticed_before,
                                                   overview->noticed[self->style], ldr_leader_for (news->styles->info));

  if (ldr_parts_has_exposure (overview))
    gtk_box_append (GTK_BOX (self->pitfall_news_box), ldr_parts_exposure (overview, self->style));
  gtk_box_append (GTK_BOX (self->pitfall_news_box), ldr_parts_label (noticed, NULL));
  add_entries (self, self->pitfall_news_box, news->noticed, overview->noticed[self->style], TRUE);
  add_goals (self, self->pitfall_news_box, news, TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrStylePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrStyleNews) news = ldr_style_load_finish (LDR_JOURNAL (source), result, &error);

  if (self->journal == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ldr_parts_clear (self->news_box);
  ldr_parts_clear (self->pitfall_news_box);
  if (news == NULL)
    {
      gtk_box_append (GTK_BOX (self->news_box), ldr_parts_label (error->message, "error"));
      return;
    }
  add_pitfall_news (self, news);
  add_goals (self, self->news_box, news, FALSE);
  add_used (self, news);
  add_scores (self, news);
  add_answers (self, news);
  ldr_notice_editor_set_phrases (LDR_NOTICE_EDITOR (self->editor), news->phrases);
}

static void
reload (LdrStylePage *self)
{
  if (self->journal == NULL)
    return;
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  ldr_style_load_async (self->journal, self->style, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
changed_cb (LdrStylePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    self->stale = TRUE;
}

static void
ldr_style_page_map (GtkWidget *widget)
{
  LdrStylePage *self = LDR_STYLE_PAGE (widget);

  GTK_WIDGET_CLASS (ldr_style_page_parent_class)->map (widget);
  if (self->stale)
    reload (self);
}

/* What depends on the width is made anew. */
static void
width_changed_cb (LdrStylePage *self, GParamSpec *pspec, AdwBreakpointBin *bin)
{
  self->narrow = adw_breakpoint_bin_get_current_breakpoint (bin) != NULL;
  reload (self);
}

/* Puts what the page holds where its width is watched. */
static void
watch_width (LdrStylePage *self)
{
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (self);
  g_autoptr (GtkWidget) child = g_object_ref (adw_navigation_page_get_child (page));
  GtkWidget *bin = adw_breakpoint_bin_new ();

  gtk_widget_set_size_request (bin, 300, 200);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin),
                                     adw_breakpoint_new (adw_breakpoint_condition_parse (NARROW)));
  g_signal_connect_object (bin, "notify::current-breakpoint", G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (page, NULL);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), child);
  adw_navigation_page_set_child (page, bin);
}

/* --- What the style is --- */

static void
add_head (LdrStylePage *self, GtkWidget *content)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = ldr_parts_label (ldr_style_get_name (self->style), "title-1");
  g_autofree char *style_class = g_strconcat ("style-", ldr_style_to_id (self->style), NULL);

  gtk_widget_add_css_class (name, style_class);
  gtk_widget_add_css_class (name, "style-color");
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), ldr_parts_label (ldr_style_get_text (self->style, LDR_STYLE_TEXT_MOTTO), "dimmed"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), ldr_parts_symbol (self->style, 56));
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (content), head);
}

static void
add_text (LdrStylePage *self, GtkWidget *content, const char *title, LdrStyleText first, LdrStyleText second)
{
  GtkWidget *section = ldr_parts_section (title, ldr_style_get_text (self->style, first));

  if (second != first)
    gtk_box_append (GTK_BOX (section), ldr_parts_label (ldr_style_get_text (self->style, second), NULL));
  gtk_box_append (GTK_BOX (content), section);
}

static void
add_bullets (LdrStylePage *self, GtkWidget *content, const char *title, LdrStyleList list)
{
  GtkWidget *section = ldr_parts_section (title, NULL);

  gtk_box_append (GTK_BOX (section), ldr_parts_bullets (self->style, list, title));
  gtk_box_append (GTK_BOX (content), section);
}

static void
add_editor (LdrStylePage *self, GtkWidget *content, const char *leader)
{
  g_autofree char *text
      = leader == NULL ? g_strdup (_ ("Which words do you use when this pitfall is close by, such as “just quickly "
                                      "myself”? When they turn up in an entry, a quiet mark in the margin says so."))
                       /* Translators: %s is a leader's name */
                       : g_strdup_printf (_ ("Which words does %s use when this pitfall is close by, such as “just "
                                             "quickly myself”? When they turn up in an entry, a quiet mark in the "
                                             "margin says so."),
                                          leader);
  g_autofree char *title = leader == NULL ? g_strdup (_ ("Your tell-tale words"))
                                          /* Translators: %s is a leader's name */
                                          : g_strdup_printf (_ ("%s’s tell-tale words"), leader);
  GtkWidget *section = ldr_parts_section (title, text);

  self->editor = ldr_notice_editor_new (self->journal, self->style);
  g_signal_connect_swapped (self->editor, "toast", G_CALLBACK (ldr_toast_pass_on), self);
  gtk_box_append (GTK_BOX (section), self->editor);
  gtk_box_append (GTK_BOX (content), section);
}

static GtkWidget *
add_card (GtkWidget *content)
{
  GtkWidget *card = ldr_parts_card (18);

  gtk_box_append (GTK_BOX (content), card);
  return card;
}

static void
add_pitfall (LdrStylePage *self, GtkWidget *content, const char *leader)
{
  GtkWidget *card = add_card (content);
  g_autofree char *style_class = g_strconcat ("style-", ldr_style_to_id (self->style), NULL);
  /* Translators: %s is the name of a pitfall, such as "Lost in the details" */
  g_autofree char *title = g_strdup_printf (_ ("Pitfall: %s"), ldr_style_get_pitfall_name (self->style));
  GtkWidget *section = ldr_parts_section (title, ldr_style_get_text (self->style, LDR_STYLE_TEXT_PITFALL));

  gtk_widget_add_css_class (card, style_class);
  gtk_widget_add_css_class (card, "pitfall");
  gtk_widget_remove_css_class (gtk_widget_get_first_child (section), "heading");
  gtk_widget_add_css_class (gtk_widget_get_first_child (section), "title-3");
  gtk_box_append (GTK_BOX (card), section);
  self->pitfall_news_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (card), self->pitfall_news_box);
  add_bullets (self, card, _ ("Signs"), LDR_STYLE_LIST_SIGNS);
  add_bullets (self, card, _ ("Counter-moves for this week"), LDR_STYLE_LIST_COUNTER_MOVES);
  add_editor (self, card, leader);
}

static void
fill (LdrStylePage *self)
{
  const char *leader = ldr_leader_for (ldr_journal_get_info (self->journal));
  GtkWidget *content;
  GtkWidget *card;

  ldr_parts_page (ADW_NAVIGATION_PAGE (self), 760, &content);
  add_head (self, content);
  card = add_card (content);
  add_text (self, card, _ ("What it believes"), LDR_STYLE_TEXT_BELIEF, LDR_STYLE_TEXT_BELIEF);
  add_text (self, card, _ ("How it leads"), LDR_STYLE_TEXT_LEADS, LDR_STYLE_TEXT_LEADS);
  add_bullets (self, card, _ ("Strengths"), LDR_STYLE_LIST_STRENGTHS);
  add_text (self, card, _ ("When it helps, and when less"), LDR_STYLE_TEXT_HELPS, LDR_STYLE_TEXT_HINDERS);
  add_text (self, card, _ ("How long it lasts, and how rare it is"), LDR_STYLE_TEXT_HORIZON, LDR_STYLE_TEXT_RARITY);
  add_pitfall (self, content, leader);
  self->news_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_box_append (GTK_BOX (content), self->news_box);
  watch_width (self);
}

static void
ldr_style_page_dispose (GObject *object)
{
  LdrStylePage *self = LDR_STYLE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_style_page_parent_class)->dispose (object);
}

static void
ldr_style_page_finalize (GObject *object)
{
  g_object_unref (LDR_STYLE_PAGE (object)->cancellable);

  G_OBJECT_CLASS (ldr_style_page_parent_class)->finalize (object);
}

static void
ldr_style_page_class_init (LdrStylePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_style_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_style_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = ldr_style_page_map;
}

static void
ldr_style_page_init (LdrStylePage *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * ldr_style_page_new:
 * @journal: an open journal
 * @style: a style
 *
 * Returns: (transfer floating): the page of that style, which follows the journal
 */
AdwNavigationPage *
ldr_style_page_new (LdrJournal *journal, LdrStyle style)
{
  LdrStylePage *self = g_object_new (LDR_TYPE_STYLE_PAGE, "title", ldr_style_get_name (style), NULL);

  self->journal = g_object_ref (journal);
  self->style = style;
  fill (self);
  g_signal_connect_object (journal, "styles-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "entry-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "goals-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ldr_style_page_get_style:
 * @self: a page
 *
 * Returns: whose page it is
 */
LdrStyle
ldr_style_page_get_style (LdrStylePage *self)
{
  return self->style;
}
