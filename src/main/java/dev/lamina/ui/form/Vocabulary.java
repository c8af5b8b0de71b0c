package dev.lamina.ui.form;

import dev.lamina.message.Message;
import dev.lamina.setting.RecordModel;
import dev.lamina.setting.Setting;
import dev.lamina.ui.fx.Texts;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/**
 * What types and settings are called in the language chosen. A setting's texts stand under its name, or under that of the
 * record it belongs to and its own ({@code setting.wnll.epochs}) where it means something else there. What nobody has named
 * goes by its name in files; what a setting does stands in English in its annotation.
 */
public final class Vocabulary {
    private final Texts texts;
    private final Texts window;

    /** @param window texts of any part, for the language */
    public Vocabulary(Texts window) {
        this.window = window;
        texts = window.ofBundle("dev.lamina.ui.form.vocabulary");
    }

    public String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** The language, for what is to follow it. */
    public ObservableValue<?> language() {
        return texts.languageProperty();
    }

    /** The name of a type by its id in files. */
    public String type(String id) {
        return texts.has("type." + id) ? texts.get("type." + id) : capitalized(id.replace('-', ' '));
    }

    /** What a type that can be chosen is, in one sentence; empty where nobody wrote it. */
    public String about(Class<?> type) {
        String key = "about." + type.getSimpleName();
        return texts.has(key) ? texts.get(key) : "";
    }

    /** The name of a setting, as it is called in its record. */
    public String setting(RecordComponent component) {
        return own("setting.", component).orElseGet(() -> setting(component.getName()));
    }

    /** The name of a setting wherever it stands. */
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
        Setting setting = component.getAnnotation(Setting.class);
        return own("meaning.", component).orElse(setting == null ? "" : setting.meaning());
    }

    /** Its unit, empty for a pure number. */
    public String unit(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        String unit = setting == null ? "" : setting.unit();
        return texts.has("unit." + unit) ? texts.get("unit." + unit) : unit;
    }

    /** Texts of the window itself. */
    public Texts window() {
        return window;
    }

    /** A message in the language of now. */
    String text(Message message) {
        return texts.text(message);
    }

    /** The text under the record's name and the component's, else under the component's. */
    private Optional<String> own(String prefix, RecordComponent component) {
        String special = prefix + RecordModel.name(component.getDeclaringRecord()) + "." + component.getName();
        String general = prefix + component.getName();
        return texts.has(special)
                ? Optional.of(texts.get(special))
                : texts.has(general) ? Optional.of(texts.get(general)) : Optional.empty();
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
