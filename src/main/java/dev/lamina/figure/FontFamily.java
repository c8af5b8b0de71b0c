package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The bundled type faces; both have the widths of the faces journals ask for (Arial or Helvetica, Times). */
public enum FontFamily {
    @JsonProperty("sans")
    SANS("LiberationSans", "Arial, Helvetica, sans-serif"),
    @JsonProperty("serif")
    SERIF("LiberationSerif", "Times New Roman, Times, serif");

    private final String fileName;
    private final String substitutes;

    FontFamily(String fileName, String substitutes) {
        this.fileName = fileName;
        this.substitutes = substitutes;
    }

    /** The name of the font's files up to "-Regular.ttf". */
    public String fileName() {
        return fileName;
    }

    /** Families of the same widths, as a CSS list, for viewers of an SVG that lack the bundled one. */
    public String substitutes() {
        return substitutes;
    }
}
