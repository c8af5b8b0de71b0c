package dev.lamina.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Further type ids of a sealed interface's record, each with one of its keys fixed: with the name "resnet" and the key
 * "depth", "resnet20" is the record of depth 20.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KnownAs {
    /** The whole id, or its part before the key's value. */
    String name();

    /** The key; none where nothing is fixed. */
    String key() default "";

    int[] values() default {};
}
