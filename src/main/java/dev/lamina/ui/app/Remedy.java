package dev.lamina.ui.app;

import java.util.List;

/**
 * What can be done about something that is wrong, as a button.
 *
 * @param key of its text
 * @param arguments of its text
 */
record Remedy(String key, List<Object> arguments, Runnable work) {}
