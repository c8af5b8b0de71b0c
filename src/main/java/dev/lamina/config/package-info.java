/**
 * Experiment configurations: the records, and their JSON form.
 *
 * <pre>
 *   JSON text ─ Jackson ─▶ tree ─ Overrides (--set) ─▶ ConfigTree: checks every key against RecordModel, fills defaults
 *        └ JsonLocations: line of every key, for messages          └▶ Jackson binds ─▶ ExperimentConfig
 * </pre>
 *
 * Uses graph, nn, data, setting and tensor; knows nothing of training.
 */
@NullMarked
package dev.lamina.config;

import org.jspecify.annotations.NullMarked;
