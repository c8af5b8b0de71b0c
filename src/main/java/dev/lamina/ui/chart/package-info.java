/**
 * Charts that follow a running training: bounded series, a painter that draws them with JFreeChart on a thread of its own,
 * and the region that shows the picture and takes gestures. Uses metric and fx.
 */
@NullMarked
package dev.lamina.ui.chart;

import org.jspecify.annotations.NullMarked;
