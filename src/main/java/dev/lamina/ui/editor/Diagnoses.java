package dev.lamina.ui.editor;

import dev.lamina.graph.Diagnostic;
import dev.lamina.ui.fx.Texts;
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
 * What is wrong with a network, in the language chosen. Networks say it in English, as files and the command line need it;
 * the English bundle holds those sentences with {@code %s} for what varies, and the other languages hold the same ones. A
 * sentence that is not among them stays as it is.
 */
public final class Diagnoses {
    private static final String BUNDLE = "dev.lamina.ui.editor.diagnoses";
    private static final Map<String, Pattern> SENTENCES = sentences();

    private final Texts texts;

    /** @param window texts of any part, for the language */
    public Diagnoses(Texts window) {
        texts = window.ofBundle(BUNDLE);
    }

    private static Map<String, Pattern> sentences() {
        ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
        Map<String, Pattern> sentences = new LinkedHashMap<>();
        for (String key : new TreeSet<>(english.keySet())) {
            if (!key.startsWith("word.")) {
                String pattern = Pattern.quote(english.getString(key)).replace("%s", "\\E(.+)\\Q");
                sentences.put(key, Pattern.compile(pattern));
            }
        }
        return sentences;
    }

    /** The key of the sentence that a message is, nothing for an unknown one. */
    static Optional<String> key(String message) {
        return SENTENCES.entrySet().stream()
                .filter(sentence -> sentence.getValue().matcher(message).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A diagnostic's or a layer's message. */
    public String message(String english) {
        for (Map.Entry<String, Pattern> sentence : SENTENCES.entrySet()) {
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

    private String word(String english) {
        String key = "word." + english.replace(' ', '-');
        return texts.has(key) ? texts.get(key) : english;
    }

    /** Without the remedy, which follows the last semicolon. */
    String what(Diagnostic diagnostic) {
        String message = message(diagnostic.message());
        return message.substring(0, end(message));
    }

    /** What to do about it, empty where nothing is said. */
    String remedy(Diagnostic diagnostic) {
        String message = message(diagnostic.message());
        return message.substring(Math.min(message.length(), end(message) + 1)).strip();
    }

    private static int end(String message) {
        int end = Math.max(message.lastIndexOf("; "), message.lastIndexOf('；'));
        return end < 0 ? message.length() : end;
    }

    /** One line: place, what is wrong, remedy. */
    public String line(Diagnostic diagnostic) {
        return diagnostic.place().orElseGet(() -> word("network")) + ": " + message(diagnostic.message());
    }
}
