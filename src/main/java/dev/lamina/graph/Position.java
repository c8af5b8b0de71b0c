package dev.lamina.graph;

import dev.lamina.setting.Setting;

/** Where a node's upper left corner is drawn; y grows downward. Changes nothing in the network. */
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
