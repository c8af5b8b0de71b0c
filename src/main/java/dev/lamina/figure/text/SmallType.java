package dev.lamina.figure.text;

/**
 * Superscript and subscript characters of Unicode. Few fonts have all of them and none evenly, so they are drawn as
 * ordinary characters, smaller and raised or lowered.
 */
enum SmallType {
    NORMAL(1, 0),
    SUPERSCRIPT(0.72, 0.36),
    SUBSCRIPT(0.72, -0.16);

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉₊₋";
    private static final String BASES = "0123456789+−";

    private final double scale;
    private final double rise;

    SmallType(double scale, double rise) {
        this.scale = scale;
        this.rise = rise;
    }

    /** Size as a fraction of the text's size. */
    double scale() {
        return scale;
    }

    /** Height of the base line above the text's, as a fraction of the text's size. */
    double rise() {
        return rise;
    }

    static SmallType of(int codePoint) {
        if (SUPERSCRIPTS.indexOf(codePoint) >= 0) {
            return SUPERSCRIPT;
        }
        return SUBSCRIPTS.indexOf(codePoint) >= 0 ? SUBSCRIPT : NORMAL;
    }

    /** The ordinary character that is drawn for a raised or lowered one; others as they are. */
    static int baseOf(int codePoint) {
        int raised = SUPERSCRIPTS.indexOf(codePoint);
        int lowered = SUBSCRIPTS.indexOf(codePoint);
        int index = Math.max(raised, lowered);
        return index < 0 ? codePoint : BASES.charAt(index);
    }
}
