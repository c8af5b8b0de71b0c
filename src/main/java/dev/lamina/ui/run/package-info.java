/**
 * A training as the window sees it, in this process or in another: its state, the commands that are possible, its curves and
 * checkpoints. Uses experiment, config,
 * event, metric, chart and fx.
 */
@NullMarked
package dev.lamina.ui.run;

import org.jspecify.annotations.NullMarked;
