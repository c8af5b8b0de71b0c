/**
 * What every part of the window shares: texts in two languages, light and dark, actions with their keys, the way onto the
 * FX thread, and what is remembered from one start to the next. Uses file, setting and config (to read and write JSON).
 */
@NullMarked
package dev.lamina.ui.fx;

import org.jspecify.annotations.NullMarked;
