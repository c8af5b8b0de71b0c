package dev.lamina.ui.editor;

import dev.lamina.graph.Diagnostic;
import dev.lamina.graph.Node;
import dev.lamina.graph.Severity;
import dev.lamina.graph.edit.Content;
import dev.lamina.graph.edit.DocumentState;
import dev.lamina.graph.edit.NodeCost;
import dev.lamina.graph.edit.RenameNode;
import dev.lamina.graph.edit.RepeatBlock;
import dev.lamina.graph.edit.SetHyperparameter;
import dev.lamina.nn.block.ResidualBlock;
import dev.lamina.nn.block.ResidualStage;
import dev.lamina.tensor.Shape;
import dev.lamina.ui.form.RecordSettings;
import dev.lamina.ui.form.SettingForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The selected nodes: what they are, what is wrong with them, and every hyperparameter to change. */
final class Inspector extends ScrollPane {
    private final NetworkCanvas canvas;
    private final Phrases phrases;
    private final VBox content = new VBox();
    private final Label heading = new Label();
    private final Label subheading = new Label();
    private final TextField name = new TextField();
    private final GridPane facts = new GridPane();
    private final VBox problems = new VBox();
    private final Label empty = new Label();
    private final Spinner<Integer> times = new Spinner<>(1, 10_000, 1);
    private final RecordSettings settings;
    private final SettingForm form;
    private List<String> shown = List.of();
    private boolean showing;

    Inspector(NetworkCanvas canvas) {
        this.canvas = canvas;
        this.phrases = canvas.phrases();
        setId("inspector");
        getStyleClass().add("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        settings = new RecordSettings(this::change, () -> canvas.document().endGesture());
        form = new SettingForm(phrases.vocabulary(), SettingForm.Arrangement.NARROW, settings);
        heading.getStyleClass().add("inspector-heading");
        subheading.getStyleClass().add("inspector-subheading");
        facts.getStyleClass().add("inspector-facts");
        problems.getStyleClass().add("inspector-problems");
        empty.getStyleClass().add("inspector-empty");
        empty.setWrapText(true);
        name.setId("inspector-name");
        name.setOnAction(_ -> rename());
        name.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                rename();
            }
        });
        times.setId("inspector-repeat");
        times.setEditable(true);
        times.setPrefWidth(96);
        times.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && shown.size() == 1) {
                canvas.apply(new RepeatBlock(shown.getFirst(), chosen));
            }
        });
        content.getStyleClass().add("inspector-content");
        setContent(content);
        canvas.selection().listen(() -> show(canvas.document().state()));
    }

    void show(DocumentState state) {
        showing = true;
        List<Node> nodes = canvas.selectedNodes().stream()
                .flatMap(id -> state.drawing().node(id).stream())
                .toList();
        List<String> ids = nodes.stream().map(Node::id).toList();
        if (!ids.equals(shown)) {
            canvas.document().endGesture();
            setVvalue(0);
        }
        shown = ids;
        content.getChildren().clear();
        if (nodes.isEmpty()) {
            showNetwork(state);
        } else {
            showNodes(nodes, state);
        }
        showing = false;
    }

    /** Writes everything anew, in the language of now. */
    void relabel() {
        show(canvas.document().state());
    }

    private void showNetwork(DocumentState state) {
        heading.setText(phrases.get("inspector.network"));
        subheading.setText(phrases.get(
                "inspector.counts",
                state.drawing().graph().nodes().size(),
                state.drawing().graph().edges().size()));
        facts.getChildren().clear();
        fact(0, "inspector.examples", phrases.shape(state.drawing().exampleShape()));
        fact(1, "inspector.classes", String.valueOf(state.drawing().classes()));
        empty.setText(phrases.get("inspector.empty"));
        content.getChildren().addAll(heading, subheading, facts, empty);
    }

    private void showNodes(List<Node> nodes, DocumentState state) {
        if (nodes.size() == 1) {
            showOne(nodes.getFirst(), state);
        } else {
            heading.setText(phrases.get("inspector.several", nodes.size()));
            subheading.setText(nodes.stream()
                    .collect(Collectors.groupingBy(phrases::type, java.util.LinkedHashMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(entry -> entry.getValue() + " × " + entry.getKey())
                    .collect(Collectors.joining(", ")));
            content.getChildren().addAll(heading, subheading);
        }
        List<Record> records = nodes.stream()
                .filter(node -> !(node instanceof Node.Input))
                .map(Content::of)
                .toList();
        form.show(settings.take(records.size() == nodes.size() ? records : List.of()));
        content.getChildren().add(form);
        if (form.rows().isEmpty()) {
            empty.setText(phrases.get(nodes.size() == 1 ? "inspector.noSettings" : "inspector.nothingCommon"));
            content.getChildren().add(empty);
        }
    }

    private void showOne(Node node, DocumentState state) {
        String id = node.id();
        heading.setText(phrases.type(node));
        if (!name.isFocused()) {
            name.setText(id);
        }
        name.setAccessibleText(phrases.get("inspector.name"));
        name.setTooltip(new Tooltip(phrases.get("inspector.name.tip")));
        facts.getChildren().clear();
        Shape shape = state.shapes().get(id);
        NodeCost cost = state.costs().get(id);
        facts.addRow(0, label("inspector.name"), name);
        fact(1, "inspector.output", shape == null ? phrases.get("card.unknownShape") : phrases.shape(shape));
        fact(
                2,
                "totals.parameters",
                cost == null ? "–" : String.format(java.util.Locale.ROOT, "%,d", cost.parameters()));
        fact(3, "totals.flops", cost == null ? "–" : String.format(java.util.Locale.ROOT, "%,d", cost.flops()));
        problems.getChildren().clear();
        for (Diagnostic diagnostic : state.diagnostics()) {
            if (diagnostic.nodeId().filter(id::equals).isPresent()) {
                problems.getChildren().add(problem(diagnostic));
            }
        }
        content.getChildren().addAll(heading, facts);
        if (!problems.getChildren().isEmpty()) {
            content.getChildren().add(problems);
        }
        repetitions(node).ifPresent(count -> content.getChildren().add(repeat(count)));
    }

    /** How often a residual block stands there, nothing for what cannot be repeated. */
    private static Optional<Integer> repetitions(Node node) {
        return switch (node) {
            case Node.OfBlock(String _, ResidualBlock _) -> Optional.of(1);
            case Node.OfBlock(String _, ResidualStage(ResidualBlock _, int count)) -> Optional.of(count);
            default -> Optional.empty();
        };
    }

    private HBox repeat(int count) {
        times.getValueFactory().setValue(count);
        times.setTooltip(new Tooltip(phrases.get("inspector.repeat.tip")));
        times.setAccessibleText(phrases.get("inspector.repeat"));
        HBox row = new HBox(8, label("inspector.repeat"), times);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox problem(Diagnostic diagnostic) {
        Label what = new Label(phrases.texts().what(diagnostic.message()));
        Label remedy = new Label("→ " + phrases.texts().remedy(diagnostic.message()));
        what.setWrapText(true);
        remedy.setWrapText(true);
        what.getStyleClass().add("problem-what");
        VBox box = new VBox(3, what, remedy);
        box.getStyleClass().addAll("problem", diagnostic.severity() == Severity.ERROR ? "error" : "warning");
        return box;
    }

    private void fact(int row, String key, String value) {
        Label text = new Label(value);
        text.getStyleClass().add("fact");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        facts.addRow(row, label(key), text);
    }

    private Label label(String key) {
        Label label = new Label(phrases.get(key));
        label.getStyleClass().add("fact-name");
        return label;
    }

    private void rename() {
        if (!showing && shown.size() == 1 && !name.getText().equals(shown.getFirst())) {
            String from = shown.getFirst();
            String to = name.getText();
            if (canvas.apply(new RenameNode(from, to))) {
                canvas.document().endGesture();
                canvas.selection().set(List.of(to));
            } else {
                name.setText(from);
            }
        }
    }

    private void change(List<Record> records, String setting) {
        Map<String, Node> nodes =
                canvas.document().drawing().graph().nodes().stream().collect(Collectors.toMap(Node::id, node -> node));
        List<Node> changed = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (nodes.containsKey(shown.get(i))) {
                changed.add(Content.node(shown.get(i), records.get(i)));
            }
        }
        canvas.apply(new SetHyperparameter(changed, setting));
    }
}
