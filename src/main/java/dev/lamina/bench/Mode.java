package dev.lamina.bench;

import dev.lamina.backend.Precision;

/**
 * A way in which a contestant can train.
 *
 * @param id as the contestant's worker understands it
 * @param title as in a table
 * @param precision decides which modes are compared with each other
 */
public record Mode(String id, String title, Precision precision) {}
