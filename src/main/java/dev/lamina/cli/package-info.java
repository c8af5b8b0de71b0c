/**
 * The command line: one class a command, the terminal's progress bar and tables. Bad input ends with one line and exit
 * code 2; a failure while running with 1; a stop with 130. Only this package writes to the standard streams.
 */
@NullMarked
package dev.lamina.cli;

import org.jspecify.annotations.NullMarked;
