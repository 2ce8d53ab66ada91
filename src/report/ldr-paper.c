/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-paper.h"

#include <glib/gi18n.h>
#include <langinfo.h>

#include "ldr-report-error.h"

#define LETTER_MM 279

/**
 * ldr_paper_get_default:
 *
 * Returns: the paper that the locale prints on
 */
LdrPaper
ldr_paper_get_default (void)
{
  /* The C library gives the height in millimetres as a number in the place of a pointer. */
  return (int) (gintptr) nl_langinfo (_NL_PAPER_HEIGHT) == LETTER_MM ? LDR_PAPER_LETTER : LDR_PAPER_A4;
}

/**
 * ldr_paper_parse:
 * @id: what somebody wrote
 * @paper: (out): the paper
 * @error: return location for an error of %LDR_REPORT_ERROR
 *
 * Returns: whether it is "a4" or "letter", in letters of whatever size
 */
gboolean
ldr_paper_parse (const char *id, LdrPaper *paper, GError **error)
{
  if (g_ascii_strcasecmp (id, "a4") == 0)
    *paper = LDR_PAPER_A4;
  else if (g_ascii_strcasecmp (id, "letter") == 0)
    *paper = LDR_PAPER_LETTER;
  else
    {
      g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("“%s” is no paper: use a4 or letter."), id);
      return FALSE;
    }
  return TRUE;
}

/**
 * ldr_paper_get_points:
 * @paper: a paper
 * @width: (out): its width, of which 72 make an inch
 * @height: (out): its height
 */
void
ldr_paper_get_points (LdrPaper paper, double *width, double *height)
{
  *width = paper == LDR_PAPER_LETTER ? 612 : 210 / 25.4 * 72;
  *height = paper == LDR_PAPER_LETTER ? 792 : 297 / 25.4 * 72;
}
