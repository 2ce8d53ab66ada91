/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-progress-stretch.h"

/* By how much a chart may be higher than it would like to be, to end where the one beside it ends. */
#define MOST 1.4

/**
 * LdrProgressStretch:
 *
 * Gives its child the height that there is, but not so much more than it asks for that a chart would look drawn out.
 */
struct _LdrProgressStretch
{
  GtkWidget parent_instance;

  GtkWidget *child;
  gboolean limited;
};

G_DEFINE_FINAL_TYPE (LdrProgressStretch, ldr_progress_stretch, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
ldr_progress_stretch_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ldr_progress_stretch_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  LdrProgressStretch *self = LDR_PROGRESS_STRETCH (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
ldr_progress_stretch_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LdrProgressStretch *self = LDR_PROGRESS_STRETCH (widget);
  int natural;

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  if (self->limited)
    height = MIN (height, (int) (natural * MOST));
  gtk_widget_allocate (self->child, width, height, -1, NULL);
}

static void
ldr_progress_stretch_dispose (GObject *object)
{
  g_clear_pointer (&LDR_PROGRESS_STRETCH (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (ldr_progress_stretch_parent_class)->dispose (object);
}

static void
ldr_progress_stretch_class_init (LdrProgressStretchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_progress_stretch_dispose;
  widget_class->get_request_mode = ldr_progress_stretch_get_request_mode;
  widget_class->measure = ldr_progress_stretch_measure;
  widget_class->size_allocate = ldr_progress_stretch_size_allocate;
}

static void
ldr_progress_stretch_init (LdrProgressStretch *self)
{
}

/**
 * ldr_progress_stretch_new:
 *
 * Returns: (transfer floating): a stretch of nothing
 */
GtkWidget *
ldr_progress_stretch_new (void)
{
  return g_object_new (LDR_TYPE_PROGRESS_STRETCH, NULL);
}

/**
 * ldr_progress_stretch_set_child:
 * @self: a stretch
 * @child: what takes the place of its child
 */
void
ldr_progress_stretch_set_child (LdrProgressStretch *self, GtkWidget *child)
{
  g_return_if_fail (LDR_IS_PROGRESS_STRETCH (self));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * ldr_progress_stretch_get_child:
 * @self: a stretch
 *
 * Returns: (transfer none) (nullable): its child
 */
GtkWidget *
ldr_progress_stretch_get_child (LdrProgressStretch *self)
{
  g_return_val_if_fail (LDR_IS_PROGRESS_STRETCH (self), NULL);

  return self->child;
}

/**
 * ldr_progress_stretch_set_limited:
 * @self: a stretch
 * @limited: whether the height of the child is limited
 */
void
ldr_progress_stretch_set_limited (LdrProgressStretch *self, gboolean limited)
{
  g_return_if_fail (LDR_IS_PROGRESS_STRETCH (self));

  self->limited = limited;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
