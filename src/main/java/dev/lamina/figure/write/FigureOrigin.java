package dev.lamina.figure.write;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

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

    /** Of several configurations: the hash of their hashes, sorted, a line each; of one its own, of none unknown. */
    public static FigureOrigin of(Collection<String> configSha256s) {
        List<String> sorted = configSha256s.stream().distinct().sorted().toList();
        return switch (sorted.size()) {
            case 0 -> UNKNOWN;
            case 1 -> new FigureOrigin(sorted.getFirst());
            default -> new FigureOrigin(Hash.of(String.join("\n", sorted).getBytes(StandardCharsets.UTF_8)));
        };
    }

    boolean isKnown() {
        return !configSha256.isEmpty();
    }
}
