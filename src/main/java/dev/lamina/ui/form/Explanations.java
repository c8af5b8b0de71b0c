package dev.lamina.ui.form;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.RecordModel;
import dev.lamina.ui.help.Explanation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What settings and types are, from the records, their annotations and their vocabulary. */
public final class Explanations {
    private static final String SETTINGS = "settings.md";

    private Explanations() {}

    /** A type that is chosen, such as an activation or a layer. */
    public static Explanation ofType(Class<?> type, String name, Vocabulary words) {
        Origin origin = type.getAnnotation(Origin.class);
        return new Explanation(
                name,
                words.about(type),
                origin == null ? "" : origin.formula(),
                origin == null ? "" : origin.source(),
                "",
                Explanation.place(SETTINGS, name));
    }

    /** A setting wherever it is set. */
    public static Explanation ofSetting(RecordComponent component, String path, Vocabulary words) {
        String limits = SettingText.limits(component, words);
        String unit = words.unit(component);
        return new Explanation(
                words.setting(component),
                words.meaning(component),
                "",
                "",
                Stream.of(
                                unit.isEmpty() ? "" : words.window().get("what.unit", unit),
                                limits,
                                words.window().get("what.key", path))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")),
                Explanation.place(SETTINGS, section(component.getDeclaringRecord(), words)));
    }

    /** Types have sections under their names, other records under those of their classes. */
    private static String section(Class<?> record, Vocabulary words) {
        return record.isAnnotationPresent(JsonTypeName.class)
                ? words.type(RecordModel.name(record))
                : record.getSimpleName();
    }

    /** A row of a form: the setting, and the types that are chosen in it. */
    static List<Explanation> of(SettingRow row, Vocabulary words) {
        List<Explanation> all = new ArrayList<>();
        all.add(ofSetting(row.component(), row.path(), words));
        row.common().stream()
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .filter(Record.class::isInstance)
                .filter(value -> !words.about(value.getClass()).isEmpty())
                .forEach(value -> all.add(ofType(value.getClass(), words.type(SettingText.id(value)), words)));
        return all;
    }
}
