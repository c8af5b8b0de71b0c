/**
 * Many runs as one table in memory: what the command line lists and the window shows, filters, sorts and groups.
 *
 * <pre>
 *   folders ─ RunTable.read ─▶ RunTable: Column by Column ─▶ RunFilter (FilterParser) ─▶ rows as a BitSet
 *                                      │                 └▶ RowOrder
 *                                      └▶ RunGroups: the same configuration with several seeds, its Band and n
 * </pre>
 *
 * A table is a value: it holds what was there when it was read. Uses archive, metric and what these use.
 */
@NullMarked
package dev.lamina.archive.table;

import org.jspecify.annotations.NullMarked;
