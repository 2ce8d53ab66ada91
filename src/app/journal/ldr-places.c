/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-places.h"

/**
 * ldr_places_find:
 * @places: (element-type LdrPlace): places, newest first
 * @key: the key looked for
 * @position: (out) (optional): where it is, or where it would go
 *
 * Looks a key up in an index of places, in logarithmic time.
 *
 * Returns: %TRUE if @key is among @places
 */
gboolean
ldr_places_find (GArray *places, gint64 key, guint *position)
{
  guint low = 0;
  guint high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (places, LdrPlace, middle).key > key)
        low = middle + 1;
      else
        high = middle;
    }
  if (position != NULL)
    *position = low;

  return low < places->len && g_array_index (places, LdrPlace, low).key == key;
}

static gboolean
same_place (GArray *a, guint i, GArray *b, guint j)
{
  const LdrPlace *one = &g_array_index (a, LdrPlace, i);
  const LdrPlace *other = &g_array_index (b, LdrPlace, j);

  return one->key == other->key && one->day == other->day;
}

/**
 * ldr_places_diff:
 * @before: (element-type LdrPlace): the index as it was
 * @after: (element-type LdrPlace): the index as it is now
 * @position: (out): the first place that differs
 * @removed: (out): how many places of @before end there
 * @added: (out): how many places of @after begin there
 *
 * Finds the one splice that turns @before into @after: what they share at the top and at the bottom stays.
 */
void
ldr_places_diff (GArray *before, GArray *after, guint *position, guint *removed, guint *added)
{
  guint shorter = MIN (before->len, after->len);
  guint top = 0;
  guint bottom = 0;

  while (top < shorter && same_place (before, top, after, top))
    top++;
  while (bottom < shorter - top && same_place (before, before->len - 1 - bottom, after, after->len - 1 - bottom))
    bottom++;

  *position = top;
  *removed = before->len - top - bottom;
  *added = after->len - top - bottom;
}

/**
 * ldr_places_sections:
 * @places: (element-type LdrPlace): places, newest first
 *
 * Finds where each month begins. Two neighbours of one month are told by comparing days alone, so that 100,000 places
 * cost 100,000 comparisons and no calendar.
 *
 * Returns: (transfer full) (element-type guint): the first position of each section, ascending
 */
GArray *
ldr_places_sections (GArray *places)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (guint));
  int first = 0;
  int last = -1;

  for (guint i = 0; i < places->len; i++)
    {
      int day = g_array_index (places, LdrPlace, i).day;
      GDate date;

      if (day >= first && day <= last)
        continue;

      g_array_append_val (sections, i);
      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) MAX (day, 1));
      first = day - g_date_get_day (&date) + 1;
      last = first + g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date)) - 1;
    }

  return sections;
}

/**
 * ldr_sections_lookup:
 * @sections: (element-type guint): what ldr_places_sections() found
 * @n_places: how many places there are
 * @position: a position in the list
 * @start: (out): where its section begins
 * @end: (out): the first position after its section
 *
 * Tells which section a position belongs to. A position behind the end belongs to an endless section of its own, as
 * #GtkSectionModel asks.
 */
void
ldr_sections_lookup (GArray *sections, guint n_places, guint position, guint *start, guint *end)
{
  guint low = 0;
  guint high = sections->len;

  if (position >= n_places)
    {
      *start = n_places;
      *end = G_MAXUINT;
      return;
    }
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (sections, guint, middle) <= position)
        low = middle;
      else
        high = middle;
    }
  *start = g_array_index (sections, guint, low);
  *end = low + 1 < sections->len ? g_array_index (sections, guint, low + 1) : n_places;
}
