/**
 * What a person can set: records whose components carry their default, range, unit and meaning once, and their JSON form.
 *
 * <pre>
 *   JSON text ─ Jackson ─▶ tree ─ Overrides (--set) ─▶ RecordTree: checks every key against RecordModel, fills defaults
 *        └ JsonLocation: line of every key, for messages           └▶ Jackson binds ─▶ record
 * </pre>
 *
 * Readers of files, the published schema, the command line and the window's forms all ask {@link
 * dev.lamina.setting.RecordModel}, so they cannot disagree. Experiments, preferences and figures are such records. Uses
 * tensor.
 */
@NullMarked
package dev.lamina.setting;

import org.jspecify.annotations.NullMarked;
