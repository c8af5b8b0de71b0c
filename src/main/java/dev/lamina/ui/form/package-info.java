/**
 * Forms made of configuration records: one control for each component that carries a
 * {@link dev.lamina.setting.Setting}, checked as it is typed. Uses config, setting and fx.
 */
@NullMarked
package dev.lamina.ui.form;

import org.jspecify.annotations.NullMarked;
