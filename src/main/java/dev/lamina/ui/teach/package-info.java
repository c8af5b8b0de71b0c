/**
 * Teaching: laboratories in which a person sees what a network does while it learns. They compute nothing of their own:
 * every number is one that the trainer, or a probe beside it, gave.
 *
 * <pre>
 *   LabSettings ─▶ ExperimentConfig ─ Lab ─ Runs.start ─▶ the training, commands in, events out
 *                                      │ Watching asks for readings of PlaneField, one of a kind at a time
 *   DataPane · NetworkPane · PacePane ─┤
 *                                      └─▶ PlaneView (PlanePainter, off the FX thread) · UnitMaps · LabCharts
 *   PlaneLab puts them together, for one laboratory or for twins that differ in one setting
 * </pre>
 *
 * Uses config, data, graph, nn, probe, event, metric, experiment.worker, figure (colors), ui.run, ui.chart, ui.fx. Views and
 * laboratories live on the FX thread.
 */
@NullMarked
package dev.lamina.ui.teach;

import org.jspecify.annotations.NullMarked;
