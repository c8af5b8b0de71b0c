/**
 * The window itself: menu and tool bar, start page, the open experiment with its tabs, log and status bar. Uses every other
 * part of the window.
 */
@NullMarked
package dev.lamina.ui.app;

import org.jspecify.annotations.NullMarked;
