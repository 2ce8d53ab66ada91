/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-place.h"

/**
 * ldr_chart_place_callout:
 * @bounds: what it must not leave
 * @anchor: the point that it speaks of
 * @size: its size
 * @gap: its distance from the point
 *
 * Places a note above the point, or below it where there is no room above, and moves it sideways into the bounds.
 *
 * Returns: its place
 */
graphene_rect_t
ldr_chart_place_callout (const graphene_rect_t *bounds,
                         const graphene_point_t *anchor,
                         const graphene_size_t *size,
                         double gap)
{
  double left = bounds->origin.x;
  double right = left + bounds->size.width - size->width;
  double top = bounds->origin.y;
  double bottom = top + bounds->size.height - size->height;
  double x = anchor->x - size->width / 2;
  double y = anchor->y - gap - size->height;

  if (y < top)
    y = anchor->y + gap;
  return GRAPHENE_RECT_INIT ((float) MAX (left, MIN (x, right)), (float) MAX (top, MIN (y, bottom)), size->width,
                             size->height);
}

/**
 * ldr_chart_place_aside:
 * @bounds: what it must not leave
 * @anchor: the point that it speaks of
 * @size: its size
 * @gap: its distance from the point
 *
 * Places a note to the right of the point, so that what stands above and below the point stays in sight; or to the left
 * where there is no room at the right; or above or below where there is room on neither side.
 *
 * Returns: its place
 */
graphene_rect_t
ldr_chart_place_aside (const graphene_rect_t *bounds,
                       const graphene_point_t *anchor,
                       const graphene_size_t *size,
                       double gap)
{
  double left = bounds->origin.x;
  double right = left + bounds->size.width;
  double top = bounds->origin.y;
  double bottom = top + bounds->size.height - size->height;
  double x = anchor->x + gap;

  if (x + size->width > right)
    x = anchor->x - gap - size->width;
  if (x < left)
    return ldr_chart_place_callout (bounds, anchor, size, gap);
  return GRAPHENE_RECT_INIT ((float) x, (float) MAX (top, MIN (anchor->y - size->height / 2, bottom)), size->width,
                             size->height);
}

/* Moves a row into the middle, and the other way round where one reads from the right. */
static void
align_row (graphene_rect_t *row, guint n, double row_width, double width, gboolean right_to_left)
{
  double shift = MAX (0, (width - row_width) / 2);

  for (guint i = 0; i < n; i++)
    {
      if (right_to_left)
        row[i].origin.x = (float) (row_width - row[i].origin.x - row[i].size.width);
      row[i].origin.x += (float) shift;
    }
}

/**
 * ldr_chart_place_flow:
 * @sizes: (array length=n_sizes): what is to be placed
 * @n_sizes: how many there are
 * @width: how wide a row may become; one that is wider alone stands alone
 * @gap: between two in a row
 * @right_to_left: whether a row begins at the right
 * @places: (out caller-allocates) (array length=n_sizes): where each stands
 *
 * Places things in rows one below the other, each row in the middle.
 *
 * Returns: the height of all rows
 */
double
ldr_chart_place_flow (const graphene_size_t *sizes,
                      guint n_sizes,
                      double width,
                      double gap,
                      gboolean right_to_left,
                      graphene_rect_t *places)
{
  double x = 0;
  double y = 0;
  double row_height = 0;
  guint row_start = 0;

  for (guint i = 0; i < n_sizes; i++)
    {
      if (i > row_start && x + gap + sizes[i].width > width)
        {
          align_row (places + row_start, i - row_start, x, width, right_to_left);
          row_start = i;
          y += row_height;
          row_height = 0;
        }
      x = i > row_start ? x + gap : 0;
      places[i] = GRAPHENE_RECT_INIT ((float) x, (float) y, sizes[i].width, sizes[i].height);
      x += sizes[i].width;
      row_height = MAX (row_height, sizes[i].height);
    }
  align_row (places + row_start, n_sizes - row_start, x, width, right_to_left);
  return y + row_height;
}

/* Things that touch: @n of them from @first in the order of where they would stand; they would begin at @wish on
 * average, and do begin at @start. */
typedef struct
{
  guint first;
  guint n;
  double size;
  double wish;
  double start;
} Block;

static int
compare_middles (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *middles = data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  if (middles[first] != middles[second])
    return middles[first] < middles[second] ? -1 : 1;
  return first < second ? -1 : 1;
}

static double
get_end (const Block *block)
{
  return block->start + block->size;
}

static void
settle (Block *block, double low, double high)
{
  block->start = MAX (low, MIN (block->wish, high - block->size));
}

/* Joins @next to @block: what follows would like the block to begin as much earlier as it stands further along. */
static void
merge (Block *block, const Block *next, double low, double high)
{
  double wish = next->wish - block->size;

  block->wish = (block->wish * block->n + wish * next->n) / (block->n + next->n);
  block->n += next->n;
  block->size += next->size;
  settle (block, low, high);
}

/**
 * ldr_chart_place_beside:
 * @middles: (array length=n) (inout): where the middles of some things would stand along a line
 * @sizes: (array length=n): how much of the line each takes
 * @n: how many there are
 * @low: where the line begins
 * @high: where it ends
 *
 * Moves things along a line until none is over another, as little as that takes and in the order of where they would
 * stand. Things that touch move as one, to where their middles stand best on average.
 *
 * Returns: whether there is room for all
 */
gboolean
ldr_chart_place_beside (double *middles, const double *sizes, guint n, double low, double high)
{
  g_autofree guint *order = g_new0 (guint, n + 1);
  g_autofree Block *blocks = g_new0 (Block, n + 1);
  double needed = 0;
  guint n_blocks = 0;

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      needed += sizes[i];
    }
  if (needed > high - low)
    return FALSE;
  g_sort_array (order, n, sizeof (guint), compare_middles, middles);
  for (guint i = 0; i < n; i++)
    {
      blocks[n_blocks++] = (Block) { i, 1, sizes[order[i]], middles[order[i]] - sizes[order[i]] / 2 };
      settle (&blocks[n_blocks - 1], low, high);
      while (n_blocks > 1 && get_end (&blocks[n_blocks - 2]) > blocks[n_blocks - 1].start)
        {
          n_blocks--;
          merge (&blocks[n_blocks - 1], &blocks[n_blocks], low, high);
        }
    }
  for (guint b = 0; b < n_blocks; b++)
    {
      double start = blocks[b].start;

      for (guint i = blocks[b].first; i < blocks[b].first + blocks[b].n; i++)
        {
          middles[order[i]] = start + sizes[order[i]] / 2;
          start += sizes[order[i]];
        }
    }
  return TRUE;
}

/**
 * ldr_chart_are_apart:
 * @rects: (array length=n): rectangles
 * @n: how many there are
 * @gap: how far apart they have to be
 *
 * Returns: whether no two of them are nearer than that
 */
gboolean
ldr_chart_are_apart (const graphene_rect_t *rects, guint n, double gap)
{
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      {
        graphene_rect_t grown;

        graphene_rect_inset_r (&rects[a], (float) -gap, (float) -gap, &grown);
        if (graphene_rect_intersection (&grown, &rects[b], NULL))
          return FALSE;
      }
  return TRUE;
}

/**
 * ldr_chart_is_crossed:
 * @rect: a rectangle
 * @a: where a straight line begins
 * @b: where it ends
 *
 * Returns: whether any of the line lies within the rectangle
 */
gboolean
ldr_chart_is_crossed (const graphene_rect_t *rect, const graphene_point_t *a, const graphene_point_t *b)
{
  /* Cuts the line at each edge, after Liang and Barsky, "A New Concept and Method for Line Clipping", 1984. */
  const double p[] = { (double) a->x - b->x, (double) b->x - a->x, (double) a->y - b->y, (double) b->y - a->y };
  const double q[] = { (double) a->x - rect->origin.x, (double) rect->origin.x + rect->size.width - a->x,
                       (double) a->y - rect->origin.y, (double) rect->origin.y + rect->size.height - a->y };
  double from = 0;
  double to = 1;

  for (int i = 0; i < 4; i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return FALSE;
      if (p[i] < 0)
        from = MAX (from, q[i] / p[i]);
      if (p[i] > 0)
        to = MIN (to, q[i] / p[i]);
    }
  return from <= to;
}
