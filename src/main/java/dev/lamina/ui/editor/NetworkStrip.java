package dev.lamina.ui.editor;

import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.Node;
import dev.lamina.graph.edit.TypeId;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.WhileUsed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A network in one line, node after node; of one with many nodes only their pictures. A click goes to a node. */
public final class NetworkStrip extends ScrollPane {
    private static final int MOST_NAMES = 10;

    private final Phrases phrases;
    private final Consumer<String> chosen;
    private final HBox line = new HBox(4);
    private List<Node> nodes = List.of();

    /**
     * @param window texts of the window, for the language
     * @param chosen takes the id of a node that a person wants to see
     */
    public NetworkStrip(Texts window, Consumer<String> chosen) {
        this.phrases = new Phrases(window);
        this.chosen = chosen;
        setId("network-strip");
        getStyleClass().addAll("network-strip", "edge-to-edge");
        getStylesheets()
                .add(Objects.requireNonNull(NetworkStrip.class.getResource("/dev/lamina/ui/editor/editor.css"))
                        .toExternalForm());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("network-strip-line");
        setContent(line);
        setFitToHeight(true);
        setPannable(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        WhileUsed.listen(this, phrases.texts().languageProperty(), this::show);
    }

    /** Shows the nodes of a network in the order in which they follow each other. */
    public void show(NetworkGraph graph) {
        nodes = ordered(graph);
        show();
    }

    /** Each after those it gets its values from; what lies on a circle comes last. */
    private static List<Node> ordered(NetworkGraph graph) {
        Map<String, Node> placed = new LinkedHashMap<>();
        List<Node> left = new ArrayList<>(graph.nodes());
        boolean more = true;
        while (more) {
            List<Node> ready = left.stream()
                    .filter(node -> graph.edges().stream()
                            .filter(edge -> edge.to().equals(node.id()))
                            .allMatch(edge -> placed.containsKey(edge.from())))
                    .toList();
            ready.forEach(node -> placed.put(node.id(), node));
            more = left.removeAll(ready);
        }
        return Stream.concat(placed.values().stream(), left.stream()).toList();
    }

    private void show() {
        List<javafx.scene.Node> parts = new ArrayList<>();
        for (Node node : nodes) {
            if (!parts.isEmpty()) {
                Label wire = new Label("›");
                wire.getStyleClass().add("muted");
                parts.add(wire);
            }
            parts.add(chip(node));
        }
        line.getChildren().setAll(parts);
    }

    private Button chip(Node node) {
        Button chip = new Button(nodes.size() > MOST_NAMES ? "" : node.id(), Glyph.of(node, TypeId.of(node)));
        chip.getStyleClass().addAll("flat", "strip-chip", Kind.of(node).styleClass());
        String words = node.id() + ": " + Details.line(node, phrases);
        chip.setAccessibleText(words);
        chip.setTooltip(new Tooltip(words));
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(_ -> chosen.accept(node.id()));
        return chip;
    }
}
