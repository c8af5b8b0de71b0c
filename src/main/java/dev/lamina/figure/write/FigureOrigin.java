package dev.lamina.figure.write;

/**
 * What a figure's numbers come from, written into each of its files where it is in nobody's way: SVG metadata, the PDF's
 * document information, a text chunk of the PNG, a last column of the CSV.
 *
 * @param configSha256 of the configuration as resolved, 64 hexadecimal digits; empty where there is no single one
 */
public record FigureOrigin(String configSha256) {
    public static final FigureOrigin UNKNOWN = new FigureOrigin("");

    /** The name of the hash in every format. */
    static final String KEY = "configSha256";

    boolean isKnown() {
        return !configSha256.isEmpty();
    }
}
