package dev.lamina.ui.editor;

import dev.lamina.graph.Diagnostic;
import dev.lamina.ui.fx.Sentences;
import dev.lamina.ui.fx.Texts;

/** What is wrong with a network, in the language chosen. */
public final class Diagnoses {
    static final String BUNDLE = "dev.lamina.ui.editor.diagnoses";

    private final Sentences sentences;

    /** @param window texts of any part, for the language */
    public Diagnoses(Texts window) {
        sentences = new Sentences(window, BUNDLE);
    }

    /** A diagnostic's or a layer's message. */
    public String message(String english) {
        return sentences.translate(english);
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
        return diagnostic.place().orElseGet(() -> sentences.word("network")) + ": " + message(diagnostic.message());
    }
}
