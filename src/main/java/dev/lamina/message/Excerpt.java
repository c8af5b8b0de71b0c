package dev.lamina.message;

/** As much of a refused text as tells which one it was, so that an error stays one line. Names of files stand whole. */
public final class Excerpt {
    private static final int MOST_LETTERS = 60;

    private Excerpt() {}

    /** The text, or its beginning and "…". */
    public static String of(String text) {
        return text.codePointCount(0, text.length()) <= MOST_LETTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_LETTERS)) + "…";
    }
}
