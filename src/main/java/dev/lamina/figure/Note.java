package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Setting;

/** What a panel says about what it shows. Places are values of its x axis and its left y axis. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Note permits Band, ReferenceLine, Note.Text, Note.Arrow, Note.Bracket, Note.Inset {
    /** What it says; "" for nothing. */
    String label();

    /** Words, centered on a place. */
    @JsonTypeName("text")
    record Text(double x, double y, String label) implements Note {}

    /** An arrow between two places, with words at its beginning. */
    @JsonTypeName("arrow")
    record Arrow(double fromX, double fromY, double toX, double toY, String label) implements Note {}

    /** A bracket over a stretch of x with its middle at a height, as over two bars that are compared. */
    @JsonTypeName("bracket")
    record Bracket(double from, double to, double y, String label) implements Note {}

    /**
     * The panel's own curves drawn again, larger, in a frame inside its own.
     *
     * @param x stretch across that it shows
     * @param y stretch upward
     * @param share of the panel's frame, each way
     */
    @JsonTypeName("inset")
    record Inset(
            AxisRange x,
            AxisRange y,

            @Setting(defaultValue = "\"top-right\"", meaning = "corner of the panel's frame")
            Corner at,

            @Setting(defaultValue = "0.4", min = 0.1, max = 0.9, meaning = "of the panel's frame, each way")
            double share)
            implements Note {
        @Override
        public String label() {
            return "";
        }
    }

    /** A corner of a frame. */
    enum Corner {
        @JsonProperty("top-left")
        TOP_LEFT,
        @JsonProperty("top-right")
        TOP_RIGHT,
        @JsonProperty("bottom-left")
        BOTTOM_LEFT,
        @JsonProperty("bottom-right")
        BOTTOM_RIGHT;

        public boolean isTop() {
            return this == TOP_LEFT || this == TOP_RIGHT;
        }

        public boolean isLeft() {
            return this == TOP_LEFT || this == BOTTOM_LEFT;
        }
    }
}
