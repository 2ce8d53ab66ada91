/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-passage-text.h"

#include <adwaita.h>
#include <string.h>

#include "app/widgets/ldr-words.h"
#include "report/ldr-rich-text.h"

/* How far each level of a list stands in, in pixels. */
#define INDENT 18

/* As high as a picture that is still to be read, in pixels. */
#define PICTURE_HEIGHT 180

/* A passage comes from somebody else: only what a browser or a mail program opens is a link. */
static gboolean
is_safe_link (const char *link)
{
  static const char *const schemes[] = { "https:", "http:", "mailto:" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (link, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return FALSE;
}

static void
append_run (GString *markup, const LdrRun *run)
{
  static const char *const tags[] = { "b", "i", "tt" };
  g_auto (GStrv) lines = g_strsplit (run->text, LDR_LINE_BREAK, -1);
  g_autofree char *text = g_strjoinv ("\n", lines), *escaped = g_markup_escape_text (text, -1);
  gboolean linked = run->link != NULL && is_safe_link (run->link);

  if (linked)
    {
      g_autofree char *link = g_markup_escape_text (run->link, -1);

      g_string_append_printf (markup, "<a href=\"%s\" title=\"%s\">", link, link);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (run->flags & (1u << i))
      g_string_append_printf (markup, "<%s>", tags[i]);
  g_string_append (markup, escaped);
  for (guint i = G_N_ELEMENTS (tags); i-- > 0;)
    if (run->flags & (1u << i))
      g_string_append_printf (markup, "</%s>", tags[i]);
  if (linked)
    g_string_append (markup, "</a>");
}

/* All runs of a block but its pictures; NULL where there is nothing to say. */
static GtkWidget *
make_label (const LdrBlock *block, const char *css_class)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < block->runs->len; i++)
    if (((const LdrRun *) block->runs->pdata[i])->picture == NULL)
      append_run (markup, block->runs->pdata[i]);
  if (markup->len == 0)
    return NULL;
  label = ldr_words_new ("", css_class);
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_heading (const LdrBlock *block, int level)
{
  static const char *const classes[] = { "title-2", "title-3", "title-4", "heading", "heading", "heading" };
  GtkWidget *label = make_label (block, classes[CLAMP (level, 1, 6) - 1]), *box;

  if (label == NULL)
    return NULL;
  box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "margin-top", level <= 2 ? 12 : 6,
                      NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* @label with something at its side. Takes both. */
static GtkWidget *
set_beside (GtkWidget *side, GtkWidget *label, int indent)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_set_margin_start (box, indent);
  gtk_box_append (GTK_BOX (box), side);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* What stands before an item. The box of a check list is text to CommonMark: @n_text says how much of it. */
static char *
make_sign (const LdrBlock *block, const char *text, gsize *n_text)
{
  static const char *const boxes[][2] = { { "[ ] ", "☐" }, { "[x] ", "☑" } };

  *n_text = 0;
  if (block->kind == LDR_BLOCK_NUMBER)
    return g_strdup_printf ("%d.", block->number);
  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (g_str_has_prefix (text, boxes[i][0]))
      {
        *n_text = strlen (boxes[i][0]);
        return g_strdup (boxes[i][1]);
      }
  return g_strdup ("•");
}

static GtkWidget *
make_item (const LdrBlock *block)
{
  GtkWidget *label = make_label (block, NULL), *side;
  g_autofree char *sign = NULL, *rest = NULL;
  gsize n_text;

  if (label == NULL)
    return NULL;
  sign = make_sign (block, gtk_label_get_label (GTK_LABEL (label)), &n_text);
  rest = g_strdup (gtk_label_get_label (GTK_LABEL (label)) + n_text);
  if (n_text > 0)
    gtk_label_set_markup (GTK_LABEL (label), rest);
  side = gtk_label_new (sign);
  gtk_widget_set_valign (side, GTK_ALIGN_START);
  gtk_widget_add_css_class (side, "numeric");
  return set_beside (side, label, INDENT * (MIN (block->level, 8) + 1));
}

static GtkWidget *
make_block (const LdrBlock *block, int level)
{
  GtkWidget *label;

  switch (block->kind)
    {
    case LDR_BLOCK_HEADING:
      return make_heading (block, block->level);
    case LDR_BLOCK_BULLET:
    case LDR_BLOCK_NUMBER:
      return make_item (block);
    case LDR_BLOCK_QUOTE:
      label = make_label (block, "dimmed");
      return label != NULL ? set_beside (gtk_separator_new (GTK_ORIENTATION_VERTICAL), label, 0) : NULL;
    case LDR_BLOCK_CODE:
      return make_label (block, "monospace");
    case LDR_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case LDR_BLOCK_PARAGRAPH:
    case LDR_BLOCK_RAW:
      return level > 0 ? make_heading (block, level) : make_label (block, NULL);
    }
  return NULL;
}

/* --- Pictures: a list gives its rows no more height than they need, and a picture needs none
 * --------------------------
 */

static GtkSizeRequestMode
get_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_whole (GtkWidget *widget,
               GtkOrientation orientation,
               int for_size,
               int *minimum,
               int *natural,
               int *minimum_baseline,
               int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    *minimum = *natural;
}

static void
allocate_whole (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

/* Shows @picture as high as its width allows. */
static GtkWidget *
keep_whole (GtkWidget *picture)
{
  GtkWidget *whole = adw_bin_new ();

  adw_bin_set_child (ADW_BIN (whole), picture);
  gtk_widget_set_layout_manager (whole, gtk_custom_layout_new (get_mode, measure_whole, allocate_whole));
  return whole;
}

static void
add_pictures (GtkWidget *box, const LdrBlock *block, LdrPassagePictureFunc func, gpointer data)
{
  for (guint i = 0; i < block->runs->len; i++)
    {
      const LdrRun *run = block->runs->pdata[i];
      GtkWidget *picture;

      if (run->picture == NULL)
        continue;
      picture = g_object_new (GTK_TYPE_PICTURE, "content-fit", GTK_CONTENT_FIT_SCALE_DOWN, "halign", GTK_ALIGN_START,
                              "alternative-text", run->description, "height-request", PICTURE_HEIGHT, NULL);
      gtk_box_append (GTK_BOX (box), keep_whole (picture));
      func (GTK_PICTURE (picture), run->picture, data);
    }
}

/**
 * ldr_passage_text_new:
 * @commonmark: a passage
 * @level: 1 to 6 for a heading, whether or not it has the signs of one; 0 for text
 * @func: called for each picture in it
 * @data: for @func
 *
 * Returns: (transfer floating): it, to be read
 */
GtkWidget *
ldr_passage_text_new (const char *commonmark, int level, LdrPassagePictureFunc func, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (LdrRichText) text = ldr_rich_text_read (commonmark);
  GPtrArray *blocks = ldr_rich_text_get_blocks (text);

  for (guint i = 0; i < blocks->len; i++)
    {
      GtkWidget *widget = make_block (blocks->pdata[i], level);

      if (widget != NULL)
        gtk_box_append (GTK_BOX (box), widget);
      add_pictures (box, blocks->pdata[i], func, data);
    }
  return box;
}
