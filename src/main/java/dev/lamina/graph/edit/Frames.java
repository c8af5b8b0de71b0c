package dev.lamina.graph.edit;

import dev.lamina.graph.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The boxes of all cards and of the frames around opened blocks, hidden ones left out. */
public final class Frames {
    private final Drawing drawing;
    private final Map<String, Box> boxes = new HashMap<>();

    private Frames(Drawing drawing) {
        this.drawing = drawing;
        for (var node : drawing.graph().nodes()) {
            boxes.put(node.id(), Box.card(drawing.position(node.id())));
        }
        for (String id : drawing.openBlocks().keySet()) {
            box(id);
        }
    }

    public static Frames of(Drawing drawing) {
        return new Frames(drawing);
    }

    /** Of a node's card, a folded block's card or an opened block's frame. */
    public Optional<Box> boxOf(String id) {
        return Optional.ofNullable(boxes.get(id));
    }

    private Box box(String id) {
        Box known = boxes.get(id);
        if (known != null) {
            return known;
        }
        OpenBlock open = Objects.requireNonNull(drawing.openBlocks().get(id));
        Box box = open.folded() ? Box.card(drawing.position(id)) : frame(open);
        boxes.put(id, box);
        return box;
    }

    private Box frame(OpenBlock open) {
        List<Box> inside = open.members().stream()
                .filter(m -> boxes.containsKey(m) || drawing.openBlocks().containsKey(m))
                .map(this::box)
                .toList();
        double arc = drawing.hasArcs(open.members()) ? CardSize.ARC : 0;
        double side = CardSize.FRAME_PADDING;
        return Box.around(inside)
                .map(box -> box.padded(side, CardSize.FRAME_TITLE + side / 2, side, side + arc))
                .orElse(Box.card(Position.ORIGIN));
    }
}
