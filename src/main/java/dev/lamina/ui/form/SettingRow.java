package dev.lamina.ui.form;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a form: a setting of one record, or of several that have it in common.
 *
 * @param path dotted key, beginning at the records shown
 * @param component where the setting is declared
 * @param values what the records have, in their order; null where one has none
 * @param options ids that can be chosen
 * @param depth how far inside other settings it stands
 */
public record SettingRow(
        String path,
        RecordComponent component,
        Kind kind,
        List<@Nullable Object> values,
        List<String> options,
        int depth,
        Presence presence) {
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

    /** Whether it may be left out, which {@code null} or an empty field says. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    public SettingRow {
        options = List.copyOf(options);
    }

    /** The last part of the path. */
    public String name() {
        return component.getName();
    }

    /** Whether the records differ in it. */
    public boolean mixed() {
        return values.stream().distinct().count() > 1;
    }

    /** The value that all records have; nothing where they differ or have none. */
    public Optional<Object> common() {
        return mixed() ? Optional.empty() : Optional.ofNullable(values.getFirst());
    }

    /** The value as a person would type it, the id of what is chosen; nothing where the records differ or have none. */
    public Optional<String> text() {
        return switch (kind) {
            // Of types the choice counts, not the settings below.
            case TYPE -> {
                List<@Nullable String> ids = ids();
                yield ids.stream().distinct().count() > 1 ? Optional.empty() : Optional.ofNullable(ids.getFirst());
            }
            case PART -> Optional.of(String.valueOf(values.getFirst() != null));
            default -> common().map(SettingText::of);
        };
    }

    private List<@Nullable String> ids() {
        List<@Nullable String> ids = new java.util.ArrayList<>();
        for (Object value : values) {
            ids.add(value == null ? null : SettingText.id(value));
        }
        return ids;
    }

    /** What decides which controls show a row. */
    record Shape(String path, Class<?> owner, Kind kind, List<String> options, Optional<String> chosen) {}

    /** The same for two states of the records if the same controls show them. */
    Shape shape() {
        boolean decides = kind == Kind.TYPE || kind == Kind.PART || kind == Kind.TYPES;
        return new Shape(path, component.getDeclaringRecord(), kind, options, decides ? text() : Optional.empty());
    }
}
