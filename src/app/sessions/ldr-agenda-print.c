/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-agenda-print.h"

#include <glib/gi18n.h>

#include "app/styles/ldr-styles-describe.h"
#include "content/ldr-style-text.h"
#include "ldr-sessions-describe.h"
#include "report/ldr-coaching-words.h"

/* So many lines of a section are printed; the others are in the journal. */
#define MAX_LINES 12

/* The text is made smaller until it fits the page, but not smaller than one can read. */
#define SMALLEST 0.55
#define STEP 0.05

static void
section_free (gpointer data)
{
  LdrAgendaSection *self = data;

  g_free (self->heading);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
sheet_clear (gpointer data)
{
  LdrAgendaSheet *self = data;

  g_free (self->title);
  g_free (self->facts);
  g_ptr_array_unref (self->sections);
}

LdrAgendaSheet *
ldr_agenda_sheet_ref (LdrAgendaSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ldr_agenda_sheet_unref (LdrAgendaSheet *self)
{
  g_atomic_rc_box_release_full (self, sheet_clear);
}

/* --- What is printed -------------------------------------------------------------------------------------------------
 */

static LdrAgendaSection *
section_new (const char *heading, gboolean boxes)
{
  LdrAgendaSection *self = g_new0 (LdrAgendaSection, 1);

  self->heading = g_strdup (heading);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->boxes = boxes;
  return self;
}

/* A section without lines is none; one with too many says how many it leaves out. */
static void
add_section (LdrAgendaSheet *self, LdrAgendaSection *section)
{
  if (section->lines->len == 0)
    {
      section_free (section);
      return;
    }
  if (section->lines->len > MAX_LINES)
    {
      guint more = section->lines->len - MAX_LINES;

      g_ptr_array_set_size (section->lines, MAX_LINES);
      /* Translators: below a printed list, of what is not on the page */
      g_ptr_array_add (section->lines, g_strdup_printf (ngettext ("and %u more", "and %u more", more), more));
    }
  g_ptr_array_add (self->sections, section);
}

static void
add_points (LdrAgendaSheet *self, const LdrSession *session)
{
  LdrAgendaSection *section = section_new (_ ("Agenda"), TRUE);

  for (guint i = 0; i < session->agenda->len; i++)
    g_ptr_array_add (section->lines, g_strdup (ldr_session_get_point (session, i)->text));
  add_section (self, section);
}

/* A sheet lies between two people: nobody is "you" on it. */
static char *
describe_action (const LdrAction *action, const LdrSessionNews *news)
{
  g_autofree char *due = ldr_action_describe_due (action->due, news->today);
  const char *owner = ldr_words_get_owner (action, news->info);

  return due[0] == '\0' ? g_strdup_printf ("%s (%s)", action->text, owner)
                        : g_strdup_printf ("%s (%s, %s)", action->text, owner, due);
}

static void
add_actions (LdrAgendaSheet *self, const LdrSessionNews *news)
{
  LdrAgendaSection *section = section_new (_ ("Still open"), TRUE);

  for (guint i = 0; i < news->preparation->actions->len; i++)
    g_ptr_array_add (section->lines, describe_action (g_ptr_array_index (news->preparation->actions, i), news));
  add_section (self, section);
}

static void
add_entries (LdrAgendaSheet *self, const LdrSessionNews *news)
{
  LdrAgendaSection *section = section_new (_ ("To discuss"), TRUE);

  for (guint i = 0; i < news->preparation->to_discuss->len; i++)
    {
      const LdrSummary *summary = g_ptr_array_index (news->preparation->to_discuss, i);
      gboolean untitled = summary->title == NULL || summary->title[0] == '\0';
      g_autofree char *day = ldr_day_describe (summary->day);

      g_ptr_array_add (section->lines, g_strdup_printf ("%s, %s", untitled ? _ ("Untitled") : summary->title, day));
    }
  add_section (self, section);
}

static void
add_goals (LdrAgendaSheet *self, const LdrSessionNews *news)
{
  LdrAgendaSection *section = section_new (_ ("Goals"), FALSE);

  for (guint i = 0; i < news->goals->len; i++)
    {
      const LdrGoalCourse *course = g_ptr_array_index (news->goals, i);
      g_autofree char *where = ldr_course_describe (course);

      g_ptr_array_add (section->lines, g_strdup_printf ("%s (%s)", ldr_goal_get_statement (course->goal), where));
    }
  add_section (self, section);
}

static void
add_noticed (LdrAgendaSheet *self, const LdrSessionNews *news)
{
  const LdrNoticed *noticed = &news->preparation->noticed;
  LdrAgendaSection *section = section_new (_ ("Noticed"), FALSE);
  g_autofree char *energy = ldr_session_describe_energy (noticed);

  for (int i = 0; i < LDR_N_STYLES; i++)
    {
      g_autofree char *times = ldr_session_describe_pitfall (noticed, (LdrStyle) i);

      if (times != NULL)
        g_ptr_array_add (section->lines, g_strdup_printf ("%s: %s", ldr_style_get_pitfall_name ((LdrStyle) i), times));
    }
  if (energy != NULL)
    g_ptr_array_add (section->lines, g_strdup_printf ("%s: %s", _ ("Energy"), energy));
  add_section (self, section);
}

/**
 * ldr_agenda_sheet_describe:
 * @session: a session
 * @news: what the journal knows
 *
 * Returns: (transfer full): what is printed of it
 */
LdrAgendaSheet *
ldr_agenda_sheet_describe (const LdrSession *session, const LdrSessionNews *news)
{
  LdrAgendaSheet *self = g_atomic_rc_box_new0 (LdrAgendaSheet);
  const char *leader = ldr_leader_for (news->info);
  g_autofree char *when = ldr_session_describe_date (session);

  /* Translators: the title of a printed agenda; the first %s is a leader's name, the second when the session is */
  self->title = leader == NULL ? g_strdup_printf (_ ("Session of %s"), when)
                               : g_strdup_printf (_ ("Session with %s, %s"), leader, when);
  self->facts = ldr_session_describe_facts (session);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  add_points (self, session);
  add_actions (self, news);
  add_entries (self, news);
  add_goals (self, news);
  add_noticed (self, news);
  return self;
}

/* --- How it is printed -----------------------------------------------------------------------------------------------
 */

typedef struct
{
  cairo_t *cr; /* NULL to measure only. */
  PangoContext *context;
  double width;
  double scale;
  double y;
} Pen;

static void
draw_text (Pen *pen, double indent, double size, gboolean bold, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (pen->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (bold ? "Sans Bold" : "Sans");
  int height;

  pango_font_description_set_size (font, (int) (size * pen->scale * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((pen->width - indent) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  if (pen->cr != NULL)
    {
      gboolean rtl = pango_context_get_base_dir (pen->context) == PANGO_DIRECTION_RTL;

      cairo_move_to (pen->cr, rtl ? 0 : indent, pen->y);
      pango_cairo_show_layout (pen->cr, layout);
    }
  pen->y += (double) height / PANGO_SCALE;
}

static void
draw_box (Pen *pen, double size)
{
  gboolean rtl = pango_context_get_base_dir (pen->context) == PANGO_DIRECTION_RTL;

  if (pen->cr == NULL)
    return;
  cairo_set_line_width (pen->cr, 0.75);
  cairo_rectangle (pen->cr, rtl ? pen->width - size - 0.5 : 0.5, pen->y + 0.35 * size, size, size);
  cairo_stroke (pen->cr);
}

static void
draw_section (Pen *pen, const LdrAgendaSection *section)
{
  double box = 8 * pen->scale;

  pen->y += 14 * pen->scale;
  draw_text (pen, 0, 13, TRUE, section->heading);
  pen->y += 4 * pen->scale;
  for (guint i = 0; i < section->lines->len; i++)
    {
      if (section->boxes && i < MAX_LINES)
        draw_box (pen, box);
      draw_text (pen, section->boxes ? 2 * box : 0, 11, FALSE, g_ptr_array_index (section->lines, i));
      pen->y += 4 * pen->scale;
    }
}

static void
draw_sheet (Pen *pen, const LdrAgendaSheet *sheet)
{
  pen->y = 0;
  draw_text (pen, 0, 18, TRUE, sheet->title);
  draw_text (pen, 0, 11, FALSE, sheet->facts);
  for (guint i = 0; i < sheet->sections->len; i++)
    draw_section (pen, g_ptr_array_index (sheet->sections, i));
}

/**
 * ldr_agenda_sheet_draw:
 * @self: what to draw
 * @cr: where to draw; units are points, the origin is the top left of the printable area
 * @context: a context for layouts on @cr
 * @width: width of the printable area in points
 * @height: its height
 * @scale: (out) (optional): by how much the text was made smaller, at most 1
 *
 * Draws an agenda on one page.
 *
 * Returns: how much of the height it takes, in points
 */
double
ldr_agenda_sheet_draw (
    const LdrAgendaSheet *self, cairo_t *cr, PangoContext *context, double width, double height, double *scale)
{
  Pen pen = { NULL, context, width, 1, 0 };

  draw_sheet (&pen, self);
  while (pen.y > height && pen.scale > SMALLEST)
    {
      pen.scale -= STEP;
      draw_sheet (&pen, self);
    }
  pen.cr = cr;
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_sheet (&pen, self);
  if (scale != NULL)
    *scale = pen.scale;
  return pen.y;
}

static void
draw_page (gpointer data, guint page, cairo_t *cairo, double width, double height)
{
  PangoContext *context = ldr_print_create_context (cairo);

  ldr_agenda_sheet_draw (data, cairo, context, width, height, NULL);
  g_object_unref (context);
}

/**
 * ldr_agenda_print_new:
 * @sheet: what to print
 *
 * Returns: (transfer full): that, on one page
 */
LdrPrint *
ldr_agenda_print_new (LdrAgendaSheet *sheet)
{
  /* The name of the job is shown to others who use the printer. */
  return ldr_print_new (_ ("Agenda"), 1, draw_page, ldr_agenda_sheet_ref (sheet),
                        (GDestroyNotify) ldr_agenda_sheet_unref);
}
