package dev.lamina.graph.edit;

import dev.lamina.graph.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Things laid out with their upper left corner at the origin.
 *
 * @param anchor distance from the top of the line on which the main chain's ports lie
 */
record Arrangement(Map<String, Position> positions, double width, double height, double anchor) {
    static Arrangement card(String id) {
        return new Arrangement(Map.of(id, Position.ORIGIN), CardSize.WIDTH, CardSize.HEIGHT, CardSize.HEIGHT / 2);
    }

    /** Within a frame that leaves this much room at each side, above and below. */
    Arrangement framed(double side, double top, double bottom) {
        Map<String, Position> moved = new LinkedHashMap<>();
        positions.forEach((id, position) -> moved.put(id, position.plus(side, top)));
        return new Arrangement(moved, width + 2 * side, height + top + bottom, anchor + top);
    }
}
