/**
 * What goes wrong is written down: a log file of bounded size in the user's folder of state, and a report to copy. Any
 * package logs through {@link java.lang.System.Logger}, which the JDK hands to java.util.logging; {@link
 * dev.lamina.log.LogSetup} leads it here, before anything of it reaches the terminal. A log that cannot be written is no
 * reason to fail. Uses no other package.
 */
@NullMarked
package dev.lamina.log;

import org.jspecify.annotations.NullMarked;
