/**
 * Experiment configurations: the records that hold the parts, which are records of the packages they set (nn, graph, data,
 * backend, probe, train and search), and the schema that editors complete them with.
 *
 * <pre>
 *   JSON text ─ setting.RecordFiles ─▶ ExperimentConfig ─▶ experiment
 *                                └ ConfigSchema ─▶ JSON Schema
 * </pre>
 *
 * Uses those, setting and tensor; runs nothing.
 */
@NullMarked
package dev.lamina.config;

import org.jspecify.annotations.NullMarked;
