package dev.lamina.ui.app;

import dev.lamina.archive.StoredRun;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.figure.FigurePane;
import dev.lamina.ui.figure.FigureRequest;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunViewModel;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A run's figures, ready to be formed, copied and saved. Files are read in the background. FX thread. */
final class FigurePage extends BorderPane {
    private static final double LIST_WIDTH = 240;

    private final Services services;
    private final Texts texts;
    private final RunViewModel runs;
    private final ComboBox<RunEntry> run = new ComboBox<>();
    private final ListView<String> figures = new ListView<>();
    private final Label said = new Label();
    private Map<String, FigureSpec> found = Map.of();

    FigurePage(Services services, RunViewModel runs) {
        this.services = services;
        this.texts = services.texts();
        this.runs = runs;
        setTop(new PagePurpose(texts, Workspace.FIGURE));
        Described.by(texts, run, "figures-run");
        run.setConverter(
                Described.converter(entry -> String.valueOf(entry.folder().getFileName())));
        run.setMaxWidth(Double.MAX_VALUE);
        run.valueProperty().addListener(_ -> read());
        Described.by(texts, figures, "figures-list");
        figures.setCellFactory(_ -> new Cell());
        figures.getSelectionModel().selectedItemProperty().addListener(_ -> open());
        said.getStyleClass().add("muted");
        said.setWrapText(true);
        VBox left = new VBox(8, run, figures, said);
        left.getStyleClass().add("figure-list");
        left.setPrefWidth(LIST_WIDTH);
        VBox.setVgrow(figures, Priority.ALWAYS);
        setLeft(left);
    }

    /** Shows the figures of the last run, or of the one that was chosen. */
    void enter() {
        RunEntry before = run.getValue();
        run.getItems().setAll(runs.entries());
        RunEntry wanted = before != null ? before : runs.current();
        run.setValue(
                wanted != null || runs.entries().isEmpty()
                        ? wanted
                        : runs.entries().getFirst());
        read();
    }

    private void read() {
        RunEntry entry = run.getValue();
        if (entry == null) {
            show(Map.of(), texts.get("figures.noRun"));
            return;
        }
        services.background().execute(() -> {
            try {
                Map<String, FigureSpec> all =
                        TrainingFigures.ofRun(StoredRun.in(entry.folder()).metrics());
                String none = all.isEmpty() ? texts.get("figures.none") : "";
                services.fx().execute(() -> show(all, none));
            } catch (BadInputException e) {
                services.fx().execute(() -> show(Map.of(), texts.text(e.problem())));
            }
        });
    }

    private void show(Map<String, FigureSpec> all, String text) {
        String before = figures.getSelectionModel().getSelectedItem();
        found = all;
        said.setText(text);
        figures.getItems().setAll(List.copyOf(all.keySet()));
        figures.getSelectionModel()
                .select(
                        before != null && all.containsKey(before)
                                ? before
                                : figures.getItems().stream().findFirst().orElse(null));
        open();
    }

    private void open() {
        @Nullable String name = figures.getSelectionModel().getSelectedItem();
        RunEntry entry = run.getValue();
        if (name == null || entry == null || !found.containsKey(name)) {
            setCenter(null);
            return;
        }
        StoredRun stored = StoredRun.in(entry.folder());
        FigureOrigin origin = new FigureOrigin(stored.configSha256());
        FigureRequest request =
                new FigureRequest(found.get(name), origin, stored.folder().figures(), name);
        setCenter(new FigurePane(texts, request, services.background(), services.fx()));
    }

    /** The name of a figure's files, in the language of now. */
    private final class Cell extends ListCell<String> {
        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            textProperty().unbind();
            if (empty || name == null) {
                setText("");
            } else {
                textProperty().bind(texts.of("figures." + name));
            }
        }
    }
}
