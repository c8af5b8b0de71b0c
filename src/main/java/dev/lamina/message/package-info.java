/**
 * What the program says to a person, as values. Where something is found, a {@link dev.lamina.message.Message} is made: a
 * key and what varies. It travels as it is, in exceptions, diagnostics, events and files; only who shows it makes a text
 * of it, in a {@link dev.lamina.message.Language}:
 *
 * <pre>
 *   Message ─▶ exception · diagnostic · event · file ─▶ text ─▶ command line, window, report
 * </pre>
 *
 * The bundles lie beside each other, one for each package that has something to say: {@code data.properties} in English,
 * {@code data_zh.properties} in Chinese. A key begins with its bundle's name. {@code KEY.remedy} says what to do about it.
 * Uses nothing of Lamina.
 */
@NullMarked
package dev.lamina.message;

import org.jspecify.annotations.NullMarked;
