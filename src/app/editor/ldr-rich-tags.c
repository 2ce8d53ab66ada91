/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-rich-tags.h"

/* Room for the marker of a list, and for each deeper level; in pixels. */
#define STEP 30
#define QUOTE_MARGIN 18
#define CODE_MARGIN 12

static const struct
{
  const char *name;
  LdrRunFlags flag;
} runs[] = { { "bold", LDR_RUN_BOLD }, { "italic", LDR_RUN_ITALIC }, { "code", LDR_RUN_CODE } };

static const double heading_scales[] = { 1.5, 1.3, 1.15, 1.05, 1.0, 1.0 };

static GQuark
block_quark (void)
{
  return g_quark_from_static_string ("ldr-block");
}

static GQuark
uri_quark (void)
{
  return g_quark_from_static_string ("ldr-uri");
}

/**
 * ldr_rich_tags_get_margin:
 * @kind: what a line is
 * @level: its level
 *
 * Returns: how far its text stands from the edge, in pixels
 */
int
ldr_rich_tags_get_margin (LdrBlockKind kind, int level)
{
  switch (kind)
    {
    case LDR_BLOCK_BULLET:
    case LDR_BLOCK_NUMBER:
      return STEP * (CLAMP (level, 0, LDR_DEEPEST) + 1);
    case LDR_BLOCK_QUOTE:
      return QUOTE_MARGIN;
    case LDR_BLOCK_CODE:
    case LDR_BLOCK_RAW:
      return CODE_MARGIN;
    case LDR_BLOCK_PARAGRAPH:
    case LDR_BLOCK_HEADING:
    case LDR_BLOCK_RULE:
      return 0;
    }

  return 0;
}

static GtkTextTag *
add_block (GtkTextTagTable *table, const char *name, LdrBlockKind kind, int level)
{
  GtkTextTag *tag = gtk_text_tag_new (name);
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  g_object_set (tag, mirrored ? "right-margin" : "left-margin", ldr_rich_tags_get_margin (kind, level), NULL);
  g_object_set_qdata (G_OBJECT (tag), block_quark (), GINT_TO_POINTER (TRUE));
  gtk_text_tag_table_add (table, tag);
  g_object_unref (tag);

  return tag;
}

static void
add_lists (GtkTextTagTable *table)
{
  for (int depth = 0; depth <= LDR_DEEPEST; depth++)
    {
      g_autofree char *bullet = g_strdup_printf ("bullet-%d", depth);
      g_autofree char *number = g_strdup_printf ("number-%d", depth);

      g_object_set (add_block (table, bullet, LDR_BLOCK_BULLET, depth), "pixels-below-lines", 4, NULL);
      g_object_set (add_block (table, number, LDR_BLOCK_NUMBER, depth), "pixels-below-lines", 4, NULL);
    }
}

/* What comes after a list stands as far from it as paragraphs from each other. */
static void
add_after_list (GtkTextTagTable *table)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (LDR_RICH_TAG_AFTER_LIST);

  g_object_set (tag, "pixels-above-lines", LDR_AFTER_LIST, NULL);
  g_object_set_qdata (G_OBJECT (tag), block_quark (), GINT_TO_POINTER (TRUE));
  gtk_text_tag_table_add (table, tag);
}

/**
 * ldr_rich_tags_add:
 * @table: the tags of a buffer
 *
 * Adds the tags of lines, and above them those of characters.
 */
void
ldr_rich_tags_add (GtkTextTagTable *table)
{
  GtkTextTag *tag;

  add_block (table, "paragraph", LDR_BLOCK_PARAGRAPH, 0);
  for (int level = 1; level <= 6; level++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%d", level);

      g_object_set (add_block (table, name, LDR_BLOCK_HEADING, level), "weight", PANGO_WEIGHT_BOLD, "scale",
                    heading_scales[level - 1], "pixels-above-lines", 8, "pixels-below-lines", 6, NULL);
    }
  add_lists (table);
  add_block (table, "quote", LDR_BLOCK_QUOTE, 0);
  add_after_list (table);
  g_object_set (add_block (table, "code-block", LDR_BLOCK_CODE, 0), "family", "monospace", "scale", 0.95, NULL);
  g_object_set (add_block (table, "raw", LDR_BLOCK_RAW, 0), "family", "monospace", "scale", 0.9, NULL);
  g_object_set (add_block (table, "rule", LDR_BLOCK_RULE, 0), "foreground-rgba", &(GdkRGBA) { 0, 0, 0, 0.002f },
                NULL); /* Pango takes an alpha of 0 as none given. */

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      tag = gtk_text_tag_new (runs[i].name);
      gtk_text_tag_table_add (table, tag);
      g_object_unref (tag);
    }
  g_object_set (gtk_text_tag_table_lookup (table, "bold"), "weight", PANGO_WEIGHT_BOLD, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "italic"), "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "code"), "family", "monospace", NULL);
  for (int i = 0; i < 2; i++)
    {
      tag = gtk_text_tag_new (i == 0 ? "highlight" : "relayout");
      gtk_text_tag_table_add (table, tag);
      g_object_unref (tag);
    }
  g_object_set (gtk_text_tag_table_lookup (table, "relayout"), "rise", 0, NULL);
}

static void
recolour_cb (GtkTextTag *tag, gpointer accent)
{
  if (ldr_rich_tag_get_uri (tag) != NULL)
    g_object_set (tag, "foreground-rgba", accent, NULL);
}

/**
 * ldr_rich_tags_colour:
 * @table: the tags of a buffer
 * @dark: whether the text is light on dark
 * @accent: the colour of links, legible as text
 *
 * Gives the tags their colours.
 */
void
ldr_rich_tags_colour (GtkTextTagTable *table, gboolean dark, const GdkRGBA *accent)
{
  GdkRGBA dim = dark ? (GdkRGBA) { 1, 1, 1, 0.75f } : (GdkRGBA) { 0, 0, 0.02f, 0.7f };
  GdkRGBA shade = dark ? (GdkRGBA) { 1, 1, 1, 0.09f } : (GdkRGBA) { 0, 0, 0.02f, 0.07f };
  GdkRGBA mark = dark ? (GdkRGBA) { 0.45f, 0.36f, 0, 1 } : (GdkRGBA) { 0.99f, 0.91f, 0.55f, 1 };

  ldr_rich_tags_ensure_link (table, "");
  g_object_set (gtk_text_tag_table_lookup (table, "quote"), "foreground-rgba", &dim, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "raw"), "foreground-rgba", &dim, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "code"), "background-rgba", &shade, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "highlight"), "background-rgba", &mark, NULL);
  gtk_text_tag_table_foreach (table, recolour_cb, (gpointer) accent);
}

static void
collect_cb (GtkTextTag *tag, gpointer links)
{
  const char *uri = ldr_rich_tag_get_uri (tag);

  if (uri != NULL && uri[0] != '\0')
    g_ptr_array_add (links, tag);
}

/**
 * ldr_rich_tags_forget_links:
 * @table: the tags of a buffer whose text is gone
 *
 * Removes the tags of links; each address has one.
 */
void
ldr_rich_tags_forget_links (GtkTextTagTable *table)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  gtk_text_tag_table_foreach (table, collect_cb, links);
  for (guint i = 0; i < links->len; i++)
    gtk_text_tag_table_remove (table, g_ptr_array_index (links, i));
}

/**
 * ldr_rich_tags_get_block:
 * @table: the tags of a buffer
 * @kind: what a line is
 * @level: its level
 *
 * Returns: (transfer none): the tag that covers such a line
 */
GtkTextTag *
ldr_rich_tags_get_block (GtkTextTagTable *table, LdrBlockKind kind, int level)
{
  static const char *const names[] = {
    [LDR_BLOCK_PARAGRAPH] = "paragraph", [LDR_BLOCK_HEADING] = "heading-%d",
    [LDR_BLOCK_BULLET] = "bullet-%d",    [LDR_BLOCK_NUMBER] = "number-%d",
    [LDR_BLOCK_QUOTE] = "quote",         [LDR_BLOCK_CODE] = "code-block",
    [LDR_BLOCK_RULE] = "rule",           [LDR_BLOCK_RAW] = "raw",
  };
  g_autofree char *name = NULL;
  int shown = kind == LDR_BLOCK_HEADING ? CLAMP (level, 1, 6) : CLAMP (level, 0, LDR_DEEPEST);

  if (!g_str_has_suffix (names[kind], "%d"))
    return gtk_text_tag_table_lookup (table, names[kind]);
  name = g_strdup_printf ("%.*s%d", (int) strlen (names[kind]) - 2, names[kind], shown);

  return gtk_text_tag_table_lookup (table, name);
}

/**
 * ldr_rich_tags_get_run:
 * @table: the tags of a buffer
 * @flag: one flag
 *
 * Returns: (transfer none): the tag that shows it
 */
GtkTextTag *
ldr_rich_tags_get_run (GtkTextTagTable *table, LdrRunFlags flag)
{
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    if (runs[i].flag == flag)
      return gtk_text_tag_table_lookup (table, runs[i].name);

  return NULL;
}

/**
 * ldr_rich_tags_ensure_link:
 * @table: the tags of a buffer
 * @uri: an address
 *
 * Returns: (transfer none): the tag of links to it, new or the one there is
 */
GtkTextTag *
ldr_rich_tags_ensure_link (GtkTextTagTable *table, const char *uri)
{
  g_autofree char *name = g_strconcat ("link:", uri, NULL);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);
  GtkTextTag *model = gtk_text_tag_table_lookup (table, "link:");

  if (tag != NULL)
    return tag;
  tag = gtk_text_tag_new (name);
  g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  if (model != NULL)
    {
      g_autoptr (GdkRGBA) colour = NULL;

      g_object_get (model, "foreground-rgba", &colour, NULL);
      g_object_set (tag, "foreground-rgba", colour, NULL);
    }
  g_object_set_qdata_full (G_OBJECT (tag), uri_quark (), g_strdup (uri), g_free);
  gtk_text_tag_table_add (table, tag);
  g_object_unref (tag);

  return tag;
}

gboolean
ldr_rich_tag_is_block (GtkTextTag *tag)
{
  return g_object_get_qdata (G_OBJECT (tag), block_quark ()) != NULL;
}

/**
 * ldr_rich_tag_get_uri:
 *
 * Returns: (transfer none) (nullable): where the tag leads, or %NULL when it is none of a link
 */
const char *
ldr_rich_tag_get_uri (GtkTextTag *tag)
{
  return g_object_get_qdata (G_OBJECT (tag), uri_quark ());
}

/**
 * ldr_rich_tag_is_inline:
 *
 * Returns: whether the tag is a format that CommonMark keeps
 */
gboolean
ldr_rich_tag_is_inline (GtkTextTag *tag)
{
  g_autofree char *name = NULL;

  if (ldr_rich_tag_get_uri (tag) != NULL)
    return TRUE;
  g_object_get (tag, "name", &name, NULL);
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (runs); i++)
    if (g_str_equal (runs[i].name, name))
      return TRUE;

  return FALSE;
}

/**
 * ldr_rich_tags_get_flags:
 * @table: the tags of the buffer
 * @iter: before a character
 *
 * Returns: the formats of that character
 */
LdrRunFlags
ldr_rich_tags_get_flags (GtkTextTagTable *table, const GtkTextIter *iter)
{
  LdrRunFlags flags = 0;

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    if (gtk_text_iter_has_tag (iter, gtk_text_tag_table_lookup (table, runs[i].name)))
      flags |= runs[i].flag;

  return flags;
}

/**
 * ldr_rich_tags_get_uri_at:
 * @iter: before a character
 *
 * Returns: (transfer none) (nullable): where that character leads
 */
const char *
ldr_rich_tags_get_uri_at (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (ldr_rich_tag_get_uri (l->data) != NULL)
      return ldr_rich_tag_get_uri (l->data);

  return NULL;
}
