package dev.lamina.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a type that can be chosen computes, and where that comes from: for forms, the guide and "what is this?". */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Origin {
    /** As a person reads it, in symbols alone; empty where there is none. */
    String formula() default "";

    /** Authors and year, and the place in the paper; empty where nobody in particular thought of it. */
    String source() default "";
}
