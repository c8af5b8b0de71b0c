package dev.lamina.testing;

/** Lines that Java itself writes, whatever runs in it. */
public final class JavaRemark {
    private JavaRemark() {}

    /** A warning, or the note that options were found in the environment. */
    public static boolean isOne(String line) {
        return line.startsWith("WARNING") || line.startsWith("NOTE: Picked up");
    }
}
