/**
 * Experiment configurations: the records, and their JSON form.
 *
 * <pre>
 *   JSON text ─ Jackson ─▶ tree ─ Overrides (--set) ─▶ ConfigTree: checks every key against RecordModel, fills defaults
 *        └ JsonLocations: line of every key, for messages          └▶ Jackson binds ─▶ ExperimentConfig
 * </pre>
 *
 * The parts of a configuration are records of the packages they set: nn, graph, data, backend, probe and train. Uses
 * those, setting and tensor; runs nothing.
 */
@NullMarked
package dev.lamina.config;

import org.jspecify.annotations.NullMarked;
