package dev.lamina.graph.edit;

import dev.lamina.setting.Setting;

/** Where a card's upper left corner lies on the canvas; y grows downward. */
public record Position(
        @Setting(unit = "pixels", meaning = "distance from the left at zoom 1")
        double x,

        @Setting(unit = "pixels", meaning = "distance from the top at zoom 1")
        double y) {
    public static final Position ORIGIN = new Position(0, 0);

    public Position plus(double dx, double dy) {
        return new Position(x + dx, y + dy);
    }
}
