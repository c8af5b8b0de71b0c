/**
 * The settings of layers, blocks, activations and heads as a form: a row for each component that carries a
 * {@link dev.lamina.setting.Setting}, for several records at once where they have it in common, checked as it is typed by
 * the rules that files are read by; an activation with its curve and handles to drag it. Uses config, setting, nn and
 * ui.fx.
 */
@NullMarked
package dev.lamina.ui.inspector;

import org.jspecify.annotations.NullMarked;
