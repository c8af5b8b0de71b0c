package dev.lamina.ui.inspector;

import dev.lamina.setting.Setting;
import dev.lamina.ui.fx.Texts;
import java.lang.reflect.RecordComponent;
import java.util.Locale;

/**
 * What types and settings are called in the language chosen. One that nobody has named goes by its name in files, so that
 * a new type is there without a word about it.
 */
public final class Vocabulary {
    private final Texts texts;

    /** @param window texts of any part, for the language */
    public Vocabulary(Texts window) {
        texts = window.ofBundle("dev.lamina.ui.inspector.vocabulary");
    }

    public String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** The name of a type by its id in files. */
    public String type(String id) {
        return texts.has("type." + id) ? texts.get("type." + id) : capitalized(id.replace('-', ' '));
    }

    /** The name of a record component. */
    public String setting(String component) {
        return texts.has("setting." + component)
                ? texts.get("setting." + component)
                : capitalized(component.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
    }

    /** The name of an enum constant by its id in files. */
    public String constant(String id) {
        return texts.has("constant." + id) ? texts.get("constant." + id) : capitalized(id.replace('-', ' '));
    }

    /** What a setting does, and the formula it enters. */
    public String meaning(RecordComponent component) {
        String key = "meaning." + component.getName();
        Setting setting = component.getAnnotation(Setting.class);
        if (texts.has(key)) {
            return texts.get(key);
        }
        return setting == null ? "" : setting.meaning();
    }

    /** Its unit, empty for a pure number. */
    public String unit(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        String unit = setting == null ? "" : setting.unit();
        return texts.has("unit." + unit) ? texts.get("unit." + unit) : unit;
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
