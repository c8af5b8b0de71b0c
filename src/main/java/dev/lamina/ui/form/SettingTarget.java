package dev.lamina.ui.form;

import dev.lamina.message.Message;
import java.util.Optional;

/** Takes what a person sets. */
@FunctionalInterface
public interface SettingTarget {
    /**
     * Sets the value at a dotted path if the configuration stays sound.
     *
     * @param json the value as JSON
     * @return what is wrong with it; empty if it was taken
     */
    Optional<Message> set(String path, String json);

    /** Called when a person is done with a setting: what comes next is another step. */
    default void settled() {}
}
