package dev.lamina.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a record whose files of earlier versions need an {@link Upgrade}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UpgradedBy {
    /** One without state, and with a constructor without arguments. */
    Class<? extends Upgrade> value();
}
