package dev.lamina.ui.form;

import dev.lamina.setting.Setting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a form.
 *
 * @param path dotted key in the configuration
 * @param name the last part of it
 * @param value what is set, as a person would type it; the id of what is chosen
 * @param options what can be chosen
 * @param depth how far inside other settings it stands
 * @param optional whether it may be left out, which {@code null} or an empty field says
 */
public record SettingRow(
        String path,
        String name,
        Kind kind,
        @Nullable String value,
        List<String> options,
        int depth,
        Presence optional,
        Optional<Setting> setting) {
    /** What a person does with it. */
    public enum Kind {
        NUMBER,
        TEXT,
        NUMBERS,
        SWITCH,
        /** One of some words. */
        WORD,
        /** One of some types, which have settings of their own below. */
        TYPE,
        /** On, with settings below, or off. */
        PART,
        /** Any of some types, each at most once. */
        TYPES
    }

    /** Whether there must be a value. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    public SettingRow {
        options = List.copyOf(options);
    }

    /** The same for two configurations if the same controls show them. */
    String shape() {
        boolean decides = kind == Kind.TYPE || kind == Kind.PART || kind == Kind.TYPES;
        return path + ":" + kind + (decides ? "=" + value : "");
    }
}
