package dev.lamina.ui.editor;

import dev.lamina.graph.edit.DocumentState;
import dev.lamina.graph.edit.NetworkDocument;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.ui.fx.Texts;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The editor of one network: palette on the left, canvas in the middle with mini-map and totals, inspector on the right,
 * problems below. Follows the document and the language of its texts.
 */
public final class EditorPane extends StackPane {
    private final NetworkDocument document;
    private final Phrases phrases;
    private final Selection selection = new Selection();
    private final NetworkCanvas canvas;
    private final Palette palette;
    private final Inspector inspector;
    private final ProblemsTable problems;
    private final TitledPane problemsPane = new TitledPane();
    private final MiniMap miniMap;
    private final TotalsView totals;
    private final EditorToolBar toolBar;
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
        EditorCommands commands = new EditorCommands(canvas, new NodeClipboard());
        new CanvasKeys(canvas, commands).attach();
        new CanvasMenu(canvas, commands).attach();
        toolBar = new EditorToolBar(commands, canvas);
        miniMap = new MiniMap(canvas);
        totals = new TotalsView(phrases);
        inspector = new Inspector(canvas);
        problems = new ProblemsTable(canvas);
        Pane overlay = new Pane();
        overlay.setMouseTransparent(true);
        palette = new Palette(phrases, new PaletteDrag(canvas, overlay));
        getChildren().addAll(parts(), overlay);
        document.listen(this::show);
        phrases.texts().languageProperty().addListener(_ -> relabel());
        canvas.widthProperty().addListener(_ -> fitOnce());
        canvas.heightProperty().addListener(_ -> fitOnce());
    }

    private BorderPane parts() {
        totals.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        HBox corner = new HBox(8, totals, miniMap);
        corner.setAlignment(Pos.BOTTOM_RIGHT);
        corner.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        corner.setPickOnBounds(false);
        StackPane middle = new StackPane(canvas, corner);
        StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(corner, new Insets(10));
        VBox center = new VBox(toolBar, middle, problemsPane);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(120);
        problemsPane.setContent(problems);
        problemsPane.setAnimated(false);
        problemsPane.getStyleClass().addAll("dense", "problems-pane");
        problemsPane.setExpanded(false);
        problems.setPrefHeight(132);
        SplitPane split = new SplitPane(palette, center, inspector);
        split.setOrientation(Orientation.HORIZONTAL);
        split.getStyleClass().add("editor-split");
        SplitPane.setResizableWithParent(palette, false);
        SplitPane.setResizableWithParent(inspector, false);
        palette.setMinWidth(150);
        palette.setPrefWidth(212);
        inspector.setMinWidth(200);
        inspector.setPrefWidth(306);
        split.widthProperty().addListener((_, before, width) -> {
            if (before.doubleValue() == 0 && width.doubleValue() > 0) {
                split.setDividerPositions(212 / width.doubleValue(), 1 - 306 / width.doubleValue());
            }
        });
        return new BorderPane(split);
    }

    public NetworkDocument document() {
        return document;
    }

    /** What the estimate of memory counts with. */
    public void setTraining(int batchSize, Optimizer optimizer) {
        totals.setTraining(batchSize, optimizer);
        totals.show(document.state());
    }

    /** Shows the whole network, as large as it fits. */
    public void fit() {
        canvas.fit();
    }

    /** Selects a node and brings it into sight. */
    public void select(String nodeId) {
        canvas.select(nodeId);
    }

    private void show(DocumentState state) {
        canvas.show(state);
        miniMap.show(state);
        totals.show(state);
        inspector.show(state);
        problems.show(state);
        problemsPane.setText(phrases.get("problems.title", state.diagnostics().size()));
        problemsPane.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("faulty"),
                !state.resolution().errors().isEmpty());
    }

    private void relabel() {
        palette.relabel();
        toolBar.relabel();
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
