package dev.lamina.ui.fx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * English sentences of the engine, which files and the command line need, in the language chosen. The English bundle holds
 * them with {@code %s} for what varies, and the other languages hold the same ones; {@code word.} keys translate what varies.
 * The first key in the order of the alphabet wins. A sentence that is not among them stays as it is.
 */
public final class Sentences {
    private final Texts texts;
    private final Map<String, Pattern> patterns;

    /** @param window texts of any part, for the language */
    public Sentences(Texts window, String bundle) {
        texts = window.ofBundle(bundle);
        patterns = patterns(bundle);
    }

    private static Map<String, Pattern> patterns(String bundle) {
        ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ROOT);
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        for (String key : new TreeSet<>(english.keySet())) {
            if (!key.startsWith("word.")) {
                String pattern = Pattern.quote(english.getString(key)).replace("%s", "\\E(.+)\\Q");
                patterns.put(key, Pattern.compile(pattern, Pattern.DOTALL));
            }
        }
        return patterns;
    }

    /** The key of the sentence that a message is, nothing for an unknown one. */
    public Optional<String> key(String message) {
        return patterns.entrySet().stream()
                .filter(sentence -> sentence.getValue().matcher(message).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The sentence in the language of now. */
    public String translate(String english) {
        for (Map.Entry<String, Pattern> sentence : patterns.entrySet()) {
            Matcher found = sentence.getValue().matcher(english);
            if (found.matches()) {
                List<String> arguments = new ArrayList<>();
                for (int i = 1; i <= found.groupCount(); i++) {
                    arguments.add(word(found.group(i)));
                }
                return texts.get(sentence.getKey(), arguments.toArray());
            }
        }
        return english;
    }

    /** A word that varies. */
    public String word(String english) {
        String key = "word." + english.replace(' ', '-');
        return texts.has(key) ? texts.get(key) : english;
    }
}
