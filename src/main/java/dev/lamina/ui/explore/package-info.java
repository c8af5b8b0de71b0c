/**
 * Many runs beside each other: a table, parallel coordinates, a scatter of two quantities, curves with bands, what was
 * important, and where configurations differ. All of them show one selection.
 *
 * <pre>
 *   archive.table.RunTable ─▶ ExploreViewModel: query, brushes, hovered, pinned ◀─▶ RunTableView · ParallelView · ScatterView
 *                                     └────────────────────────────────────────▶ CurvesView · ImportanceView · DiffView
 *                                     └ SearchDraft: the brushed ranges as a search
 * </pre>
 */
@NullMarked
package dev.lamina.ui.explore;

import org.jspecify.annotations.NullMarked;
