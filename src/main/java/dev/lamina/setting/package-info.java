/**
 * What a person can set: the annotation that gives a record component its default, range, unit and meaning once.
 * The configuration reader, the published schema, the command line and the inspector all read it. Uses nothing of Lamina.
 */
@NullMarked
package dev.lamina.setting;

import org.jspecify.annotations.NullMarked;
