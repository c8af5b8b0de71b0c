package dev.lamina.ui.run;

import dev.lamina.ui.fx.Sentences;
import dev.lamina.ui.fx.Texts;

/** What is to be said of data, or is wrong with it, in the language chosen. */
public final class DataSentences {
    static final String BUNDLE = "dev.lamina.ui.run.data";

    private final Sentences sentences;

    /** @param window texts of any part, for the language */
    public DataSentences(Texts window) {
        sentences = new Sentences(window, BUNDLE);
    }

    /** A line that begins in English. */
    public String line(String english) {
        return sentences.translate(english);
    }
}
