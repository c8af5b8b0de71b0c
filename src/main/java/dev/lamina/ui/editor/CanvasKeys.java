package dev.lamina.ui.editor;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.graph.edit.Box;
import dev.lamina.graph.edit.Connect;
import dev.lamina.graph.edit.MoveNodes;
import dev.lamina.graph.edit.Ports;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keyboard's way around the canvas: arrows move the selected cards, with Alt they go to the next card in their
 * direction; W takes a wire from the selected card, arrows choose where to, Enter connects, Escape lets go.
 */
final class CanvasKeys {
    private static final double STEP = 8;

    private final NetworkCanvas canvas;
    private final EditorCommands commands;
    private @Nullable String wireFrom;

    CanvasKeys(NetworkCanvas canvas, EditorCommands commands) {
        this.canvas = canvas;
        this.commands = commands;
    }

    void attach() {
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (wireFrom != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE)) {
            finishWire(event.getCode() == KeyCode.ENTER);
            event.consume();
        } else if (event.getCode().isArrowKey()) {
            arrow(event);
            event.consume();
        } else if (event.getCode() == KeyCode.W && !event.isShortcutDown() && !event.isAltDown()) {
            beginWire();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            canvas.selection().clear();
            event.consume();
        } else {
            commands.key(event);
        }
    }

    private void arrow(KeyEvent event) {
        double dx = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        double dy = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (event.isAltDown() || wireFrom != null || canvas.selection().ids().isEmpty()) {
            neighbor(dx, dy).ifPresent(canvas::select);
        } else {
            double step = event.isShiftDown() ? 1 : STEP;
            canvas.apply(new MoveNodes(canvas.selection().ids(), dx * step, dy * step));
        }
    }

    /** The nearest card in a direction; things to the side count as further away. */
    private Optional<String> neighbor(double dx, double dy) {
        Map<String, Box> cards = canvas.content().shown().cards();
        Box from = canvas.selection().last().map(cards::get).orElse(null);
        if (from == null) {
            return cards.keySet().stream().findFirst();
        }
        return cards.entrySet().stream()
                .filter(entry -> along(from, entry.getValue(), dx, dy) > 1)
                .min(Comparator.comparingDouble(entry -> {
                    double along = along(from, entry.getValue(), dx, dy);
                    return along + 3 * Math.abs(along(from, entry.getValue(), dy, dx));
                }))
                .map(Map.Entry::getKey);
    }

    private static double along(Box from, Box to, double dx, double dy) {
        return (to.centerX() - from.centerX()) * dx + (to.centerY() - from.centerY()) * dy;
    }

    private void beginWire() {
        wireFrom = canvas.selection()
                .single()
                .filter(id -> canvas.document().drawing().node(id).isPresent())
                .orElse(null);
        canvas.hint().show(canvas.phrases().get(wireFrom == null ? "wire.selectFirst" : "wire.choose"));
    }

    private void finishWire(boolean connect) {
        String from = wireFrom;
        wireFrom = null;
        canvas.hint().hide();
        Optional<Node> to =
                canvas.selection().single().flatMap(canvas.document().drawing()::node);
        if (connect && from != null && to.isPresent()) {
            int port = Ports.free(canvas.document().drawing(), to.get());
            canvas.apply(new Connect(new Edge(from, to.get().id(), port)));
            canvas.document().endGesture();
        } else if (from != null) {
            canvas.selection().set(List.of(from));
        }
    }
}
