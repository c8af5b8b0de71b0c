package dev.lamina.ui.help;

import dev.lamina.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/** F1: says what lies under the pointer, else what has the focus. Parts of the window say of themselves what they are. FX thread. */
public final class WhatIsThis {
    private static final EventType<Event> ASKED = new EventType<>(Event.ANY, "WHAT_IS_THIS_ASKED");

    private final Texts texts;
    private final Parent root;
    private final Consumer<String> guide;
    private @Nullable Node pointedAt;
    private @Nullable PopOver shown;

    /** What a node's properties keep it under, so that no node keeps another. */
    private record Key() {}

    private record Said(Supplier<List<Explanation>> what) {}

    private WhatIsThis(Texts texts, Parent root, Consumer<String> guide) {
        this.texts = texts;
        this.root = root;
        this.guide = guide;
    }

    /** @param guide opens a page of the guide */
    public static void listen(Texts texts, Parent root, Consumer<String> guide) {
        WhatIsThis help = new WhatIsThis(texts, root, guide);
        root.addEventFilter(MouseEvent.MOUSE_MOVED, event -> help.pointedAt = (Node) event.getTarget());
        root.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> help.pointedAt = null);
        root.addEventFilter(KeyEvent.KEY_PRESSED, help::pressed);
        root.addEventHandler(ASKED, event -> help.show((Node) event.getTarget()));
    }

    /** What a node, and all within it that does not say something else, is. */
    public static void explain(Node node, Supplier<List<Explanation>> what) {
        node.getProperties().put(new Key(), new Said(what));
    }

    /** What a node or the nearest one around it says of itself; nothing where none does. */
    public static List<Explanation> of(@Nullable Node node) {
        for (Node asked = node; asked != null; asked = asked.getParent()) {
            if (asked.hasProperties() && asked.getProperties().get(new Key()) instanceof Said said) {
                List<Explanation> what = said.what().get();
                if (!what.isEmpty()) {
                    return what;
                }
            }
        }
        return List.of();
    }

    /** A small "?" that says what it stands in. */
    public static Button button(Texts texts) {
        Button button = new Button("?");
        button.getStyleClass().addAll("chip", "what-is-this");
        button.accessibleTextProperty().bind(texts.of("what.is"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("what.tip"));
        button.setTooltip(tip);
        button.setOnAction(_ -> button.fireEvent(new Event(button, button, ASKED)));
        return button;
    }

    private void pressed(KeyEvent event) {
        boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.F1 && plain) {
            event.consume();
            asked().ifPresent(this::show);
        }
    }

    /** What is asked about: whatever of the two says anything. */
    Optional<Node> asked() {
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        return Optional.ofNullable(pointedAt)
                .filter(node -> !of(node).isEmpty())
                .or(() -> Optional.ofNullable(focused).filter(node -> !of(node).isEmpty()));
    }

    private void show(Node node) {
        if (shown != null) {
            shown.hide();
        }
        PopOver over = new PopOver();
        over.setContentNode(new ExplanationView(texts, of(node), page -> {
            over.hide();
            guide.accept(page);
        }));
        over.setAnimated(false);
        over.setDetachable(false);
        over.getRoot().getStylesheets().addAll(root.getScene().getStylesheets());
        over.show(node);
        shown = over;
    }
}
