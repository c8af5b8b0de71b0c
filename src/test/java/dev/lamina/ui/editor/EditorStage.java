package dev.lamina.ui.editor;

import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.lamina.graph.edit.AutoLayout;
import dev.lamina.graph.edit.Drawing;
import dev.lamina.graph.edit.NetworkDocument;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.LeNet5;
import dev.lamina.message.Language;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.tensor.Shape;
import dev.lamina.ui.fx.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToolBar;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javax.imageio.ImageIO;

/** An editor in a scene without a window, and the hands of a person on it. FX thread. */
final class EditorStage {
    static final Shape DIGITS = Shape.of(1, 28, 28);

    static Drawing leNet() {
        return AutoLayout.of(new LeNet5(6).graph(new Relu(), new SoftmaxHead(true, 0)), DIGITS, 10);
    }

    static Drawing resNet(int depth) {
        return AutoLayout.of(
                new CifarResNet(depth, 16, Shortcut.PROJECTION).graph(new Relu(), new SoftmaxHead(true, 0)),
                Shape.of(3, 32, 32),
                10);
    }

    final NetworkDocument document;
    final Texts texts;
    final EditorPane pane;
    private final BorderPane window;
    private final Scene scene;

    EditorStage(Drawing drawing) {
        this(drawing, Language.ENGLISH, new PrimerLight());
    }

    EditorStage(Drawing drawing, Language language, Theme theme) {
        document = new NetworkDocument(drawing);
        texts = Texts.in(language);
        pane = new EditorPane(document, texts);
        // Its tools stand in the window's tool bar, which is stood in for here.
        ToolBar bar = new ToolBar();
        Bindings.bindContent(bar.getItems(), pane.tools());
        window = new BorderPane(pane, bar, null, null, null);
        scene = new Scene(window, 1600, 1000);
        scene.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        scene.getStylesheets().add("data:text/css,.root{-fx-font-size:13px;-fx-background-color:-color-bg-default;}");
        layout();
    }

    void layout() {
        for (int i = 0; i < 3; i++) {
            window.applyCss();
            window.layout();
        }
    }

    Node find(String selector) {
        return Objects.requireNonNull(window.lookup(selector), selector + " is not on the screen");
    }

    <T extends Node> T find(String selector, Class<T> type) {
        return type.cast(find(selector));
    }

    NodeCard card(String id) {
        return find("#card-" + id, NodeCard.class);
    }

    static Point2D middle(Node node) {
        return node.localToScene(
                node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
    }

    /** A point of the canvas, as a share of its size, in the scene. */
    Point2D onCanvas(double x, double y) {
        NetworkCanvas canvas = find("#canvas", NetworkCanvas.class);
        return canvas.localToScene(canvas.getWidth() * x, canvas.getHeight() * y);
    }

    void drag(Node node, Point2D from, Point2D to, KeyCode... held) {
        fire(node, MouseEvent.MOUSE_PRESSED, from, held);
        for (int i = 1; i <= 5; i++) {
            fire(node, MouseEvent.MOUSE_DRAGGED, from.interpolate(to, i / 5.0), held);
        }
        fire(node, MouseEvent.MOUSE_RELEASED, to, held);
        layout();
    }

    /** From the palette to a place on the canvas. */
    void dragIn(String entry, Point2D to) {
        Node item = find("#palette-" + entry);
        drag(item, middle(item), to);
    }

    /** From output to input. */
    void wire(String from, String to, int port) {
        drag(
                card(from).output(),
                middle(card(from).output()),
                middle(card(to).inputs().get(port)));
    }

    void click(Node node, KeyCode... held) {
        fire(node, MouseEvent.MOUSE_PRESSED, middle(node), held);
        fire(node, MouseEvent.MOUSE_RELEASED, middle(node), held);
        fire(node, MouseEvent.MOUSE_CLICKED, middle(node), held);
        layout();
    }

    void key(KeyCode code, KeyCode... held) {
        Event.fireEvent(
                find("#canvas"),
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        code,
                        has(held, KeyCode.SHIFT),
                        has(held, KeyCode.CONTROL),
                        has(held, KeyCode.ALT),
                        false));
        layout();
    }

    /** Types into the inspector's field of a setting. */
    void type(String setting, String text) {
        ((TextField) find("#setting-" + setting).lookup(".text-field")).setText(text);
        layout();
    }

    void choose(String menu, String item) {
        find("#" + menu, MenuButton.class).getItems().stream()
                .filter(i -> item.equals(i.getId()))
                .findFirst()
                .orElseThrow()
                .fire();
        layout();
    }

    String text(String selector) {
        return find(selector, Labeled.class).getText();
    }

    private static boolean has(KeyCode[] held, KeyCode code) {
        return java.util.List.of(held).contains(code);
    }

    private static void fire(Node node, EventType<MouseEvent> type, Point2D at, KeyCode... held) {
        boolean down = type != MouseEvent.MOUSE_RELEASED && type != MouseEvent.MOUSE_CLICKED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        has(held, KeyCode.SHIFT),
                        has(held, KeyCode.CONTROL),
                        has(held, KeyCode.ALT),
                        false,
                        down,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    /** Writes target/screens/NAME.png. */
    WritableImage snapshot(String name) throws IOException {
        layout();
        WritableImage image = scene.snapshot(null);
        Path file = Path.of("target", "screens", name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        return image;
    }
}
