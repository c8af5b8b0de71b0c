/**
 * A training as the window sees it: its state, the commands that are possible, and its curves. Uses experiment, config,
 * event, metric, chart and fx.
 */
@NullMarked
package dev.lamina.ui.run;

import org.jspecify.annotations.NullMarked;
