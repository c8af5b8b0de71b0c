package dev.lamina.message;

import java.util.IllegalFormatConversionException;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bundles' texts. In one {@code %s} stands for an argument, as in {@link String#format}, and
 * <code>{2:step|steps}</code> for the word that the second argument, a number, asks for.
 */
public final class Wording {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern COUNTED = Pattern.compile("\\{(\\d+):([^|}]*)\\|([^}]*)}");

    private static final Pattern NUMBER = Pattern.compile("%(\\d+\\$)?[,.\\d]*[dfeg]");

    private Wording() {}

    /** The bundle of a name with dots, such as "dev.lamina.message.data", in exactly this language. */
    public static ResourceBundle bundle(String name, Language language) {
        Locale locale = language == Language.ENGLISH ? Locale.ROOT : language.locale();
        return ResourceBundle.getBundle(name, locale, Wording.class.getClassLoader(), EXACT);
    }

    /** A text with its arguments, counted words chosen. */
    public static String format(String text, Object... arguments) {
        String counted = COUNTED.matcher(text).replaceAll(word -> {
            int argument = Integer.parseInt(word.group(1)) - 1;
            boolean one = String.valueOf(arguments[argument]).equals("1");
            return Matcher.quoteReplacement(one ? word.group(2) : word.group(3));
        });
        try {
            return String.format(Locale.ROOT, counted, arguments);
        } catch (IllegalFormatConversionException _) {
            // A number that was none, or came from a file as a text.
            return String.format(Locale.ROOT, NUMBER.matcher(counted).replaceAll("%$1s"), arguments);
        }
    }

    /** What stands at a message's key, empty where nobody wrote a text. */
    static Optional<String> template(String key, Language language) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            String bundle = "dev.lamina.message." + key.substring(0, dot);
            ResourceBundle texts = bundle(bundle, language);
            String name = key.substring(dot + 1);
            return texts.containsKey(name) ? Optional.of(texts.getString(name)) : Optional.empty();
        } catch (MissingResourceException _) {
            return Optional.empty();
        }
    }
}
