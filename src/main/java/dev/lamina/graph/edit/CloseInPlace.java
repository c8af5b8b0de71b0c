package dev.lamina.graph.edit;

import dev.lamina.graph.Position;
import dev.lamina.tensor.Shape;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an opened block one card again. Where its inside was changed, the parts stay in the network and are folded
 * behind the card.
 */
public record CloseInPlace(String id) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("close", id);
    }

    @Override
    public Optional<Refusal> refusal(Drawing drawing, Map<String, Shape> shapes) {
        return drawing.openBlocks().containsKey(id) ? Optional.empty() : Optional.of(Refusal.of("not-open", id));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        OpenBlock open = drawing.openBlocks().get(id);
        if (open == null) {
            return drawing;
        }
        Position place = BlockClosing.place(drawing, id);
        Drawing closed = BlockClosing.close(drawing, id)
                .orElseGet(() ->
                        drawing.withOpenBlocks(Maps.with(drawing.openBlocks(), id, open.with(OpenBlock.Fold.FOLDED))));
        return Reflow.after(drawing, closed.withPositions(Map.of(id, place)), id);
    }
}
