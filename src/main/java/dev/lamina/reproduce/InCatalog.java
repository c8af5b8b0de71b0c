package dev.lamina.reproduce;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Under which name a reproduction is asked for. It has a static method {@code of} that makes it of a {@link
 * ReproductionChoice}; its one line in listings is the text {@code reproduce.summary.NAME}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface InCatalog {
    String name();

    /** The usual network; empty where there is none to choose. */
    String network() default "";

    /** The usual number of training images; 0 where there is none to choose. */
    int images() default 0;
}
