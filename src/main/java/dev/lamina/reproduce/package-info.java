/**
 * Tables and figures of the papers, done again: measured beside published numbers.
 *
 * <pre>
 *   ReproductionCatalog: name ─▶ Reproduction: arms at the paper's own schedule, what is read, what was published
 *        │
 *        ├ StepTimes (a short training of each arm) ─▶ Budget ─▶ Shortening: one factor for every number of epochs
 *        │                                                           └ reproduction.json, decided once
 *        └ ReproductionRun: seed by seed, arm by arm ─▶ a run folder each, with ArmRun (result.json)
 *                                                           │
 *                              Results: medians over seeds ◀┘─▶ table, report.md, results.json, figures/
 * </pre>
 *
 * Uses experiment, config, data, nn, probe, manifold, event, metric, figure, file and, for the number of cores,
 * backend; the command line uses it.
 */
@NullMarked
package dev.lamina.reproduce;

import org.jspecify.annotations.NullMarked;
