/**
 * Settings as a form, whatever holds them: a configuration, one node of a network, or several nodes in what they have in
 * common.
 *
 * <pre>
 *   records ─ SettingRows ─▶ SettingRow: path, value, kind ─▶ SettingForm ─ SettingLine ─ SettingControl (text, choice, …)
 *      ▲                                                                         │ path, JSON
 *      └── SettingTarget: a document, or RecordSettings ◀────────────────────────┘
 * </pre>
 *
 * Every row has its name, unit, range, default and meaning from its annotation, in the language of
 * {@link dev.lamina.ui.form.Vocabulary}; an activation has its curve with handles to drag. Uses config, setting, nn and ui.fx.
 */
@NullMarked
package dev.lamina.ui.form;

import org.jspecify.annotations.NullMarked;
