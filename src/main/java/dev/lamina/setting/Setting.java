package dev.lamina.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one record component that a person can set. The default stands here and nowhere else.
 * A component without a default is required, unless it is marked nullable.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** JSON text of the value taken when the key is absent; empty means none. */
    String defaultValue() default "";

    /** Smallest allowed number. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest allowed number. */
    double max() default Double.POSITIVE_INFINITY;

    /** True where {@link #min} itself is not allowed. */
    boolean minExclusive() default false;

    /** True where {@link #max} itself is not allowed. */
    boolean maxExclusive() default false;

    /** Unit of the number, empty for a pure number. */
    String unit() default "";

    /** One line: what it does, and the formula it enters. */
    String meaning();

    /** Whether a number may be infinite, as a text "Infinity" or "-Infinity" in the file. */
    boolean infinite() default false;
}
