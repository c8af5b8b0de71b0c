package dev.lamina.tensor;

import java.util.Locale;

/** A number with the word it counts, in English. */
public final class Counted {
    private Counted() {}

    /** "1 thread", "2,000 threads". */
    public static String of(long number, String word) {
        return String.format(Locale.ROOT, number == 1 ? "%,d %s" : "%,d %ss", number, word);
    }
}
