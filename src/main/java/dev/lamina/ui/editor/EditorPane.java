package dev.lamina.ui.editor;

import dev.lamina.graph.Diagnostic;
import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.graph.Severity;
import dev.lamina.graph.edit.DocumentState;
import dev.lamina.graph.edit.Drawing;
import dev.lamina.graph.edit.NetworkDocument;
import dev.lamina.graph.edit.SpliceNode;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.WhileUsed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The editor of one network: palette on the left, canvas in the middle with hints, and one line of totals and problems below,
 * inspector on the right; a mini-map below the palette while the network is larger than the canvas. Its tools stand in the
 * window's tool bar. Follows the document and the language of its texts.
 */
public final class EditorPane extends StackPane {
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final double WIDE = 1500;
    private static final double LEAST_PALETTE = 132;
    private static final double WIDE_PALETTE = 200;
    private static final double LEAST_INSPECTOR = 222;
    private static final double WIDE_INSPECTOR = 306;
    private static final double PROBLEMS_HEIGHT = 132;

    private final NetworkDocument document;
    private final Phrases phrases;
    private final Selection selection = new Selection();
    private final NetworkCanvas canvas;
    private final Palette palette;
    private final Inspector inspector;
    private final ProblemsTable problems;
    private final ToggleButton problemsSwitch = new ToggleButton();
    private final MiniMap miniMap;
    private final TotalsView totals;
    private final EditorTools tools;
    private List<Diagnostic> unserved = List.of();
    private boolean fitted;

    /** @param window texts of the window, for the language; the editor has its own */
    public EditorPane(NetworkDocument document, Texts window) {
        this.document = document;
        this.phrases = new Phrases(window);
        setId("editor");
        getStyleClass().add("network-editor");
        getStylesheets()
                .add(Objects.requireNonNull(EditorPane.class.getResource("/dev/lamina/ui/editor/editor.css"))
                        .toExternalForm());
        canvas = new NetworkCanvas(document, phrases, selection);
        new CanvasGestures(canvas).attach();
        new CardDrag(canvas).attach();
        new WireDrag(canvas).attach();
        EditorCommands commands = new EditorCommands(canvas, new NodeClipboard());
        new CanvasKeys(canvas, commands).attach();
        new CanvasMenu(canvas, commands).attach();
        tools = new EditorTools(commands, canvas);
        miniMap = new MiniMap(canvas);
        totals = new TotalsView(phrases);
        inspector = new Inspector(canvas);
        problems = new ProblemsTable(canvas);
        Pane overlay = new Pane();
        overlay.setMouseTransparent(true);
        palette = new Palette(phrases, new PaletteDrag(canvas, overlay));
        getChildren().addAll(parts(), overlay);
        document.listen(this::show);
        WhileUsed.listen(this, phrases.texts().languageProperty(), this::relabel);
        canvas.widthProperty().addListener(_ -> fitOnce());
        canvas.heightProperty().addListener(_ -> fitOnce());
    }

    private BorderPane parts() {
        StackPane middle = new StackPane(canvas);
        // Beside the canvas, not on it: nothing is painted over a card, a port or a wire.
        VBox center = new VBox(middle, canvas.hint(), lowest(), problems);
        VBox left = new VBox(palette, miniMap);
        left.getStyleClass().add("palette-side");
        VBox.setVgrow(palette, Priority.ALWAYS);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(120);
        SplitPane split = new SplitPane(left, center, inspector);
        split.setOrientation(Orientation.HORIZONTAL);
        split.getStyleClass().add("editor-split");
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(inspector, false);
        left.setMinWidth(LEAST_PALETTE);
        inspector.setMinWidth(LEAST_INSPECTOR);
        split.widthProperty().addListener((_, before, width) -> {
            if (before.doubleValue() == 0 && width.doubleValue() > 0) {
                divide(split, width.doubleValue());
            }
        });
        return new BorderPane(split);
    }

    /** In a small window the canvas has the room, and what stands beside it what it needs. */
    private static void divide(SplitPane split, double width) {
        boolean wide = width >= WIDE;
        double palette = wide ? WIDE_PALETTE : LEAST_PALETTE;
        double inspector = wide ? WIDE_INSPECTOR : LEAST_INSPECTOR;
        split.setDividerPositions(palette / width, 1 - inspector / width);
    }

    /** Totals, and the switch that shows the problems below them. */
    private HBox lowest() {
        problemsSwitch.setId("problems-switch");
        problemsSwitch.getStyleClass().addAll("flat", "problems-switch");
        problemsSwitch.setMinWidth(USE_PREF_SIZE);
        problems.visibleProperty().bind(problemsSwitch.selectedProperty());
        problems.managedProperty().bind(problems.visibleProperty());
        problems.setMinHeight(PROBLEMS_HEIGHT);
        problems.setPrefHeight(PROBLEMS_HEIGHT);
        HBox.setHgrow(totals, Priority.ALWAYS);
        HBox line = new HBox(totals, problemsSwitch);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("totals-line");
        return line;
    }

    /** What can be done with the canvas, for the window's tool bar. */
    public ObservableList<javafx.scene.Node> tools() {
        return tools.items();
    }

    public NetworkDocument document() {
        return document;
    }

    /** What the estimate of memory counts with. */
    public void setTraining(int batchSize, Optimizer optimizer) {
        totals.setTraining(batchSize, optimizer);
        totals.show(document.state());
    }

    /** Settings beside the network that keep it from being trained; they stand among its problems. */
    public void setUnserved(List<Diagnostic> settings) {
        unserved = List.copyOf(settings);
        showProblems(document.state());
    }

    /** Shows the whole network, as large as it fits. */
    public void fit() {
        canvas.fit();
    }

    /** Selects a node and brings it into sight. */
    public void select(String nodeId) {
        canvas.select(nodeId);
    }

    /** Puts a Flatten into the wire that enters a node. */
    public void flattenBefore(String nodeId) {
        Drawing drawing = document.drawing();
        Optional<Edge> wire = drawing.graph().edges().stream()
                .filter(edge -> edge.to().equals(nodeId))
                .findFirst();
        wire.ifPresent(edge -> {
            Node flatten = new Node.OfLayer(drawing.freshId("flatten"), new Flatten());
            Position place = Objects.requireNonNull(drawing.positions().get(nodeId));
            if (canvas.apply(new SpliceNode(flatten, place, edge))) {
                document.endGesture();
                canvas.select(flatten.id());
            }
        });
    }

    /** Says something below the canvas for a while. */
    public void hint(String text) {
        canvas.hint().show(text);
    }

    private void show(DocumentState state) {
        canvas.show(state);
        miniMap.show(state);
        totals.show(state);
        inspector.show(state);
        showProblems(state);
    }

    private void showProblems(DocumentState state) {
        List<Diagnostic> all =
                Stream.concat(state.diagnostics().stream(), unserved.stream()).toList();
        problems.show(all);
        problemsSwitch.setText(phrases.get("problems.title", all.size()));
        problemsSwitch.setTooltip(new Tooltip(phrases.get("problems.tip")));
        problemsSwitch.pseudoClassStateChanged(
                FAULTY, all.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR));
    }

    private void relabel() {
        palette.relabel();
        tools.relabel();
        problems.relabel();
        show(document.state());
        inspector.relabel();
    }

    /** The first time there is room. */
    private void fitOnce() {
        if (!fitted && canvas.getWidth() > 100 && canvas.getHeight() > 100) {
            fitted = canvas.content().bounds().isPresent();
            canvas.fit();
        }
    }
}
