package dev.lamina.figure;

import dev.lamina.setting.Setting;

/**
 * A figure as a file holds it: all that is needed to draw it again, to the byte.
 *
 * @param configSha256 of the configuration its numbers come from; empty where there is no single one
 */
public record FigureDocument(
        @Setting(defaultValue = "1", min = 1, max = 1, meaning = "number of the format")
        int figure,

        @Setting(defaultValue = "\"\"", meaning = "hash of the configuration that the numbers come from")
        String configSha256,

        @Setting(meaning = "size, type and colors") FigureStyle style,
        @Setting(meaning = "what it shows") FigureSpec spec) {
    public static final int FORMAT = 1;

    public static FigureDocument of(FigureSpec spec, FigureStyle style, String configSha256) {
        return new FigureDocument(FORMAT, configSha256, style, spec);
    }
}
