/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-odt-writer.h"

#include <string.h>

#include "ldr-document-output.h"
#include "ldr-typesetter.h"

#define FONT "Inter"
#define FIXED "DejaVu Sans Mono"

/* A paragraph style: as it is called, what it is made from, its measures from the pages, and what else it has. */
typedef struct
{
  const char *name;
  const char *parent;
  LdrTextStyle look;
  const char *text;
  const char *paragraph;
  int outline;
} Style;

#define BOLD " fo:font-weight=\"bold\""
#define KEEP " fo:keep-with-next=\"always\""
#define NO_ORPHANS " fo:orphans=\"2\" fo:widows=\"2\""

static const Style styles[] = {
  { "Text_20_body", "Standard", LDR_TEXT_BODY, "", NO_ORPHANS },
  { "Lead", "Text_20_body", LDR_TEXT_BODY, "", KEEP },
  { "Title", "Standard", LDR_TEXT_TITLE, BOLD, KEEP " style:page-number=\"auto\"" },
  { "Subtitle", "Standard", LDR_TEXT_SUBTITLE, "", "" },
  { "Heading_20_1", "Standard", LDR_TEXT_HEADING_1, BOLD, KEEP, 1 },
  { "Heading_20_2", "Standard", LDR_TEXT_HEADING_2, BOLD, KEEP, 2 },
  { "Heading_20_3", "Standard", LDR_TEXT_HEADING_3, BOLD, KEEP, 3 },
  { "Heading_20_4", "Standard", LDR_TEXT_HEADING_4, BOLD, KEEP, 4 },
  { "Heading_20_5", "Standard", LDR_TEXT_HEADING_4, BOLD, KEEP, 5 },
  { "Heading_20_6", "Standard", LDR_TEXT_HEADING_4, BOLD, KEEP, 6 },
  { "Quotations", "Standard", LDR_TEXT_QUOTE, "",
    NO_ORPHANS " fo:margin-left=\"0cm\" fo:padding-left=\"0.35cm\" fo:border-left=\"2pt solid #c0bfbc\"" },
  { "Preformatted_20_Text", "Standard", LDR_TEXT_CODE, " style:font-name=\"" FIXED "\"",
    " fo:background-color=\"#f3f2f1\" fo:padding=\"0.15cm\"" },
  { "List_20_Item", "Text_20_body", LDR_TEXT_CELL, " fo:font-size=\"10pt\"", NO_ORPHANS },
  { "Table_20_Contents", "Standard", LDR_TEXT_CELL, "", "" },
  { "Table_20_Contents_20_Centre", "Table_20_Contents", LDR_TEXT_CELL, "", " fo:text-align=\"center\"" },
  { "Table_20_Contents_20_End", "Table_20_Contents", LDR_TEXT_CELL, "", " fo:text-align=\"end\"" },
  { "Table_20_Heading", "Table_20_Contents", LDR_TEXT_CELL, BOLD, KEEP },
  { "Table_20_Heading_20_Centre", "Table_20_Heading", LDR_TEXT_CELL, BOLD, KEEP " fo:text-align=\"center\"" },
  { "Table_20_Heading_20_End", "Table_20_Heading", LDR_TEXT_CELL, BOLD, KEEP " fo:text-align=\"end\"" },
  { "Part_20_Title", "Standard", LDR_TEXT_HEAD, BOLD, KEEP },
  { "Figure", "Standard", LDR_TEXT_CELL, "", KEEP },
  { "Caption", "Standard", LDR_TEXT_CAPTION, "", "" },
  { "Header", "Standard", LDR_TEXT_MARGIN, "", "" },
  { "Footer", "Standard", LDR_TEXT_MARGIN, "", "" },
  { "Private_20_Mark", "Standard", LDR_TEXT_PRIVATE, BOLD, KEEP },
  { "Horizontal_20_Line", "Standard", LDR_TEXT_CAPTION, "", " fo:border-bottom=\"0.5pt solid #c0bfbc\"" },
  { "Page_20_Break", "Standard", LDR_TEXT_CELL, " fo:font-size=\"1pt\"", " fo:break-before=\"page\"" },
};

static void
append_points (GString *out, const char *name, double points)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s=\"%spt\"", name, g_ascii_formatd (buffer, sizeof buffer, "%.1f", points));
}

/* A name as it is shown: "_20_" stands for a space. */
static void
append_name (GString *out, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, "_20_", -1);
  g_autofree char *shown = g_strjoinv (" ", words);

  g_string_append_printf (out, "<style:style style:name=\"%s\" style:display-name=\"%s\" style:family=\"paragraph\"",
                          name, shown);
}

static void
append_style (GString *out, const Style *style, LdrPaper paper)
{
  const LdrTextLook *look = ldr_text_style_get_look (style->look);

  append_name (out, style->name);
  g_string_append_printf (out, " style:parent-style-name=\"%s\"", style->parent);
  if (style->outline > 0)
    g_string_append_printf (out, " style:default-outline-level=\"%d\" style:next-style-name=\"Text_20_body\"",
                            style->outline);
  if (g_str_equal (style->name, "Title"))
    g_string_append (out, " style:master-page-name=\"First_20_Page\"");
  g_string_append (out, "><style:paragraph-properties");
  append_points (out, "fo:margin-top", look->before);
  append_points (out, "fo:margin-bottom", look->after);
  append_points (out, "style:line-height-at-least", look->leading);
  g_string_append (out, style->paragraph);
  /* The page's number stands at the end of the line. */
  if (g_str_equal (style->name, "Footer"))
    g_string_append_printf (out,
                            "><style:tab-stops><style:tab-stop style:position=\"%s\" style:type=\"right\"/>"
                            "</style:tab-stops></style:paragraph-properties",
                            paper == LDR_PAPER_LETTER ? "15.79cm" : "15.2cm");
  g_string_append (out, g_str_equal (style->name, "Footer") ? "><style:text-properties" : "/><style:text-properties");
  if (strstr (style->text, "font-size") == NULL)
    {
      append_points (out, "fo:font-size", look->size);
      append_points (out, "style:font-size-complex", look->size);
    }
  g_string_append_printf (out, " fo:color=\"#%06x\"%s/></style:style>\n", look->ink, style->text);
}

/* The same style for a text that is read the other way. */
static void
append_direction (GString *out, const char *name, const char *suffix, const char *mode)
{
  g_autofree char *full = g_strconcat (name, suffix, NULL);

  append_name (out, full);
  g_string_append_printf (out,
                          " style:parent-style-name=\"%s\"><style:paragraph-properties style:writing-mode=\"%s\" "
                          "fo:text-align=\"start\"/></style:style>\n",
                          name, mode);
}

static void
append_directions (GString *out)
{
  static const char *const names[] = { "Text_20_body", "Lead", "Quotations", "List_20_Item" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      append_direction (out, names[i], "_20_RTL", "rl-tb");
      append_direction (out, names[i], "_20_LTR", "lr-tb");
    }
}

static void
append_text_styles (GString *out)
{
  g_string_append (
      out,
      "<style:style style:name=\"Strong_20_Emphasis\" style:display-name=\"Strong Emphasis\" style:family=\"text\">"
      "<style:text-properties fo:font-weight=\"bold\"/></style:style>\n"
      "<style:style style:name=\"Emphasis\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/>"
      "</style:style>\n"
      "<style:style style:name=\"Strong_20_Italic\" style:display-name=\"Strong Italic\" style:family=\"text\">"
      "<style:text-properties fo:font-weight=\"bold\" fo:font-style=\"italic\"/></style:style>\n"
      "<style:style style:name=\"Source_20_Text\" style:display-name=\"Source Text\" style:family=\"text\">"
      "<style:text-properties style:font-name=\"" FIXED "\" fo:font-size=\"90%\"/></style:style>\n"
      "<style:style style:name=\"Internet_20_Link\" style:display-name=\"Internet Link\" style:family=\"text\">"
      "<style:text-properties fo:color=\"#1a5fb4\" style:text-underline-style=\"solid\"/></style:style>\n");
}

static void
append_list_level (GString *out, const char *kind, int level)
{
  char margin[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (margin, sizeof margin, "%.2f", 0.63 * level);
  if (g_str_equal (kind, "Bullets"))
    g_string_append_printf (out, "<text:list-level-style-bullet text:level=\"%d\" text:bullet-char=\"%s\">", level,
                            level % 2 == 1 ? "•" : "–");
  else
    g_string_append_printf (
        out, "<text:list-level-style-number text:level=\"%d\" style:num-format=\"%s\" style:num-suffix=\"%s\">", level,
        g_str_equal (kind, "Numbers") ? "1" : "", g_str_equal (kind, "Numbers") ? "." : "");
  g_string_append_printf (out,
                          "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
                          "<style:list-level-label-alignment text:label-followed-by=\"%s\" "
                          "text:list-tab-stop-position=\"%scm\" fo:text-indent=\"-0.63cm\" fo:margin-left=\"%scm\"/>"
                          "</style:list-level-properties>",
                          g_str_equal (kind, "Checks") ? "nothing" : "listtab", margin, margin);
  g_string_append (out, g_str_equal (kind, "Bullets") ? "</text:list-level-style-bullet>\n"
                                                      : "</text:list-level-style-number>\n");
}

static void
append_list_styles (GString *out)
{
  static const char *const kinds[] = { "Bullets", "Numbers", "Checks" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_string_append_printf (out, "<text:list-style style:name=\"%s\">\n", kinds[i]);
      for (int level = 1; level <= LDR_DOCUMENT_MAX_DEPTH + 1; level++)
        append_list_level (out, kinds[i], level);
      g_string_append (out, "</text:list-style>\n");
    }
}

static void
append_default (GString *out, const LdrDocumentMeta *meta)
{
  g_auto (GStrv) parts = g_strsplit (meta->language, "-", 2);
  gboolean from_right = ldr_document_meta_is_right_to_left (meta);

  g_string_append (out, "<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
                        "fo:hyphenation-ladder-count=\"no-limit\"");
  g_string_append_printf (out, " style:writing-mode=\"%s\"/><style:text-properties style:font-name=\"" FONT "\"",
                          from_right ? "rl-tb" : "lr-tb");
  g_string_append_printf (out, " fo:font-size=\"10pt\" %s=\"%s\" %s=\"%s\"/></style:default-style>\n",
                          from_right ? "style:language-complex" : "fo:language", parts[0],
                          from_right ? "style:country-complex" : "fo:country", parts[1] != NULL ? parts[1] : "none");
  g_string_append (out, "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>\n");
}

static void
append_page_layout (GString *out, const LdrDocumentMeta *meta)
{
  double width, height;

  ldr_paper_get_points (meta->paper, &width, &height);
  g_string_append (out, "<style:page-layout style:name=\"Page\"><style:page-layout-properties");
  append_points (out, "fo:page-width", width);
  append_points (out, "fo:page-height", height);
  g_string_append (out, " fo:margin-top=\"1.6cm\" fo:margin-bottom=\"1.4cm\" fo:margin-left=\"2.9cm\" "
                        "fo:margin-right=\"2.9cm\"/>\n"
                        "<style:header-style><style:header-footer-properties fo:min-height=\"1cm\" "
                        "fo:margin-bottom=\"0.5cm\"/></style:header-style>\n"
                        "<style:footer-style><style:header-footer-properties fo:min-height=\"1cm\" "
                        "fo:margin-top=\"0.6cm\"/></style:footer-style>\n</style:page-layout>\n");
}

/* The header, and below the footer with the page's number at its end. */
static void
append_margins (GString *out, const LdrDocumentMeta *meta, gboolean with_header)
{
  g_string_append (out, "<style:header><text:p text:style-name=\"Header\">");
  if (with_header)
    ldr_document_append_xml (out, meta->header != NULL ? meta->header : "");
  g_string_append (out, "</text:p></style:header>\n<style:footer><text:p text:style-name=\"Footer\">");
  ldr_document_append_xml (out, meta->footer != NULL ? meta->footer : "");
  g_string_append (out, "<text:tab/><text:page-number text:select-page=\"current\">1</text:page-number> / "
                        "<text:page-count>1</text:page-count></text:p></style:footer>\n");
}

/**
 * ldr_odt_make_styles:
 * @meta: what the document is
 *
 * Returns: (transfer full): styles.xml: the named styles, the page, and what stands above and below it
 */
char *
ldr_odt_make_styles (const LdrDocumentMeta *meta)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles" LDR_ODT_NAMESPACES
                               ">\n<office:font-face-decls>"
                               "<style:font-face style:name=\"" FONT "\" svg:font-family=\"Inter, 'Adwaita Sans', "
                               "Cantarell, 'Liberation Sans'\" style:font-family-generic=\"swiss\"/>"
                               "<style:font-face style:name=\"" FIXED "\" svg:font-family=\"'DejaVu Sans Mono', "
                               "'Liberation Mono'\" style:font-pitch=\"fixed\"/></office:font-face-decls>\n"
                               "<office:styles>\n");

  append_default (out, meta);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    append_style (out, &styles[i], meta->paper);
  append_directions (out);
  append_text_styles (out);
  append_list_styles (out);
  g_string_append (out, "</office:styles>\n<office:automatic-styles>\n");
  append_page_layout (out, meta);
  g_string_append (out, "</office:automatic-styles>\n<office:master-styles>\n"
                        "<style:master-page style:name=\"Standard\" style:page-layout-name=\"Page\">\n");
  append_margins (out, meta, TRUE);
  g_string_append (out, "</style:master-page>\n<style:master-page style:name=\"First_20_Page\" "
                        "style:display-name=\"First Page\" style:page-layout-name=\"Page\" "
                        "style:next-style-name=\"Standard\">\n");
  append_margins (out, meta, FALSE);
  g_string_append (out, "</style:master-page>\n</office:master-styles>\n</office:document-styles>\n");
  return g_string_free_and_steal (out);
}
