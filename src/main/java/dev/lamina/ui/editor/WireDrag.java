package dev.lamina.ui.editor;

import dev.lamina.graph.Edge;
import dev.lamina.graph.edit.Connect;
import dev.lamina.graph.edit.Ports;
import dev.lamina.graph.edit.Refusal;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/** Drawing a wire from port to port: shows where it fits while it is in the hand, and says why where it does not. */
final class WireDrag {
    private static final double REACH = 20;

    private final NetworkCanvas canvas;
    private final Path rubber = new Path();
    private @Nullable PortView start;
    private @Nullable PortView over;

    WireDrag(NetworkCanvas canvas) {
        this.canvas = canvas;
        rubber.getStyleClass().addAll("wire", "pending");
        rubber.setMouseTransparent(true);
    }

    void attach() {
        canvas.content().onNewCard(this::attach);
    }

    /** Handles presses on the card's ports, those that come later included, before the card does. */
    private void attach(NodeCard card) {
        card.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof PortView port && event.getButton() == MouseButton.PRIMARY) {
                begin(port);
                event.consume();
            }
        });
        card.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            if (start != null) {
                drag(start, canvas.toWorld(event.getSceneX(), event.getSceneY()));
                event.consume();
            }
        });
        card.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (start != null) {
                finish(start, canvas.toWorld(event.getSceneX(), event.getSceneY()));
                event.consume();
            }
        });
    }

    private void begin(PortView port) {
        start = port;
        canvas.requestFocus();
        canvas.hint().hide();
        rubber.getElements().clear();
        canvas.content().wireLayer().getChildren().add(rubber);
        markFitting(port);
    }

    /** Colors the ports this one may be connected with. */
    private void markFitting(PortView from) {
        for (NodeCard card : canvas.content().cards()) {
            for (PortView port : from.direction() == PortView.Direction.OUT ? card.inputs() : List.of(card.output())) {
                boolean fits = port.isVisible()
                        && edge(from, port)
                                .filter(edge -> canvas.document()
                                        .refusal(new Connect(edge))
                                        .isEmpty())
                                .isPresent();
                port.mark(fits ? PortView.Mark.TARGET : PortView.Mark.NONE);
            }
        }
    }

    private void drag(PortView from, Point2D at) {
        boolean out = from.direction() == PortView.Direction.OUT;
        double x = from.centerX();
        double y = from.centerY();
        WireView.draw(
                rubber, out ? WirePath.free(x, y, at.getX(), at.getY()) : WirePath.free(at.getX(), at.getY(), x, y));
        PortView found = target(from, at).orElse(null);
        if (over != null && over != found) {
            markFitting(from);
            canvas.hint().hide();
        }
        over = found;
        if (found != null) {
            refusal(from, found).ifPresent(reason -> {
                found.mark(PortView.Mark.REFUSED);
                canvas.hint().show(canvas.phrases().refusal(reason));
            });
        }
    }

    private void finish(PortView from, Point2D at) {
        canvas.content().wireLayer().getChildren().remove(rubber);
        Optional<PortView> to = target(from, at);
        start = null;
        over = null;
        for (NodeCard card : canvas.content().cards()) {
            card.inputs().forEach(port -> port.mark(PortView.Mark.NONE));
            card.output().mark(PortView.Mark.NONE);
        }
        to.ifPresent(port -> edge(from, port)
                .ifPresentOrElse(
                        edge -> canvas.apply(new Connect(edge)),
                        () -> canvas.hint().show(canvas.phrases().get("refusal.same-direction"))));
        canvas.document().endGesture();
    }

    /** The port at a point, or the best one of the card there. */
    private Optional<PortView> target(PortView from, Point2D at) {
        Optional<PortView> port = canvas.content().portAt(at.getX(), at.getY(), REACH);
        if (port.isPresent() && !port.get().cardId().equals(from.cardId())) {
            return port;
        }
        return canvas.content()
                .cardAt(at.getX(), at.getY())
                .filter(card -> !card.cardId().equals(from.cardId()))
                .flatMap(card -> from.direction() == PortView.Direction.OUT
                        ? freeInput(card)
                        : Optional.of(card.output()).filter(PortView::isVisible));
    }

    private Optional<PortView> freeInput(NodeCard card) {
        return canvas.document()
                .drawing()
                .node(card.cardId())
                .filter(_ -> !card.inputs().isEmpty())
                .map(node -> card.input(Ports.free(canvas.document().drawing(), node)));
    }

    private Optional<Refusal> refusal(PortView from, PortView to) {
        return edge(from, to).flatMap(edge -> canvas.document().refusal(new Connect(edge)));
    }

    /** From output to input; nothing for two of one direction. */
    private static Optional<Edge> edge(PortView a, PortView b) {
        if (a.direction() == b.direction()) {
            return Optional.empty();
        }
        PortView out = a.direction() == PortView.Direction.OUT ? a : b;
        PortView in = a.direction() == PortView.Direction.OUT ? b : a;
        return Optional.of(new Edge(out.cardId(), in.cardId(), in.index()));
    }
}
