/**
 * Figures as people ask for them: which quantity of which runs, against what, how. A {@link dev.lamina.figure.plan.FigurePlan}
 * is a file read as strictly as a configuration; with the tables that its data section names it becomes a FigureSpec.
 *
 * <pre>
 *   file ─▶ FigurePlan ─ data ─▶ Tables (of runs: experiment; of CSV files: here)
 *                 └──────────────┴─ PlanReader ─▶ PlannedFigure: FigureSpec, FigureStyle, and the plan that needs no runs
 * </pre>
 *
 * <p>Uses figure, venue, color and text; may use metric and file.
 */
@NullMarked
package dev.lamina.figure.plan;

import org.jspecify.annotations.NullMarked;
