package dev.lamina.ui.fx;

import dev.lamina.message.Language;
import dev.lamina.message.Message;
import dev.lamina.message.Wording;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The texts of a part of the window in the language chosen. A bundle is a pair of files, {@code NAME.properties} in
 * English and {@code NAME_zh.properties} in Chinese; {@code %s} in a text stands for an argument, and
 * <code>{2:step|steps}</code> for the word that the second argument, a number, asks for.
 */
public final class Texts {
    private final ObjectProperty<Language> language;
    private final String bundle;

    private Texts(ObjectProperty<Language> language, String bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** Those of the window itself, in a language to begin with. */
    public static Texts in(Language first) {
        return new Texts(new SimpleObjectProperty<>(first), "dev.lamina.ui.fx.texts");
    }

    /** The texts of another part, which change language together with these. */
    public Texts ofBundle(String name) {
        return new Texts(language, name);
    }

    /** The language; setting it changes every bound text at once. */
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /** A text in the language of now, messages among its arguments too; the key itself where nobody wrote one. */
    public String get(String key, Object... arguments) {
        String text = has(key) ? bundle().getString(key) : key;
        return arguments.length == 0
                ? text
                : Wording.format(
                        text,
                        Stream.of(arguments)
                                .map(argument -> argument instanceof Message message ? text(message) : argument)
                                .toArray());
    }

    /** A message in the language of now. */
    public String text(Message message) {
        return message.text(language.get());
    }

    /** A message without its remedy. */
    public String what(Message message) {
        return message.what(language.get());
    }

    /** What to do about a message, empty where nothing is said. */
    public String remedy(Message message) {
        return message.remedy(language.get()).orElse("");
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        try {
            bundle().getString(key);
            return true;
        } catch (MissingResourceException _) {
            return false;
        }
    }

    /** A text that follows the language. */
    public StringBinding of(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> get(key, arguments), language);
    }

    private ResourceBundle bundle() {
        return Wording.bundle(bundle, language.get());
    }
}
