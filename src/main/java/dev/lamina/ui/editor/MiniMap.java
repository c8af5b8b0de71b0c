package dev.lamina.ui.editor;

import dev.lamina.graph.edit.Box;
import dev.lamina.graph.edit.DocumentState;
import java.util.Collection;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/** The whole drawing, small, while it is larger than the canvas, with a frame around what is seen; a click or drag goes there. */
final class MiniMap extends Pane {
    private static final double WIDTH = 120;
    private static final double HEIGHT = 68;
    private static final double MARGIN = 8;

    private final NetworkCanvas canvas;
    private final Path cards = new Path();
    private final Path frames = new Path();
    private final Rectangle view = new Rectangle();
    private Box world = new Box(0, 0, 1, 1);

    MiniMap(NetworkCanvas canvas) {
        this.canvas = canvas;
        setId("mini-map");
        getStyleClass().add("mini-map");
        cards.getStyleClass().add("mini-cards");
        frames.getStyleClass().add("mini-frames");
        view.getStyleClass().add("mini-view");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setClip(new Rectangle(WIDTH, HEIGHT));
        managedProperty().bind(visibleProperty());
        getChildren().addAll(frames, view, cards);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(canvas.phrases().texts().of("miniMap.tip"));
        Tooltip.install(this, tip);
        accessibleTextProperty().bind(canvas.phrases().texts().of("miniMap.tip"));
        canvas.viewport().xProperty().addListener(_ -> showView());
        canvas.viewport().yProperty().addListener(_ -> showView());
        canvas.viewport().zoomProperty().addListener(_ -> showView());
        canvas.widthProperty().addListener(_ -> showView());
        canvas.heightProperty().addListener(_ -> showView());
    }

    void show(DocumentState state) {
        Optional<Box> bounds = canvas.content().bounds();
        world = bounds.orElse(world);
        draw(cards, canvas.content().shown().cards().values());
        draw(frames, canvas.content().shown().frames().values());
        showView();
    }

    private double scale() {
        return Math.min((WIDTH - 2 * MARGIN) / world.width(), (HEIGHT - 2 * MARGIN) / world.height());
    }

    private double x(double at) {
        return WIDTH / 2 + (at - world.centerX()) * scale();
    }

    private double y(double at) {
        return HEIGHT / 2 + (at - world.centerY()) * scale();
    }

    private void draw(Path path, Collection<Box> boxes) {
        path.getElements().clear();
        for (Box box : boxes) {
            path.getElements()
                    .addAll(
                            new MoveTo(x(box.x()), y(box.y())),
                            new LineTo(x(box.right()), y(box.y())),
                            new LineTo(x(box.right()), y(box.bottom())),
                            new LineTo(x(box.x()), y(box.bottom())),
                            new ClosePath());
        }
    }

    private void showView() {
        Box seen = canvas.viewport().visible(canvas.getWidth(), canvas.getHeight());
        view.setX(x(seen.x()));
        view.setY(y(seen.y()));
        view.setWidth(seen.width() * scale());
        view.setHeight(seen.height() * scale());
        // Where all of it is seen, there is nowhere to go.
        boolean all = seen.contains(world.x(), world.y()) && seen.contains(world.right(), world.bottom());
        setVisible(!all && canvas.content().bounds().isPresent());
    }

    private void go(MouseEvent event) {
        Point2D at = sceneToLocal(event.getSceneX(), event.getSceneY());
        double worldX = world.centerX() + (at.getX() - WIDTH / 2) / scale();
        double worldY = world.centerY() + (at.getY() - HEIGHT / 2) / scale();
        canvas.viewport().centerOn(worldX, worldY, canvas.getWidth(), canvas.getHeight());
        event.consume();
    }
}
