package dev.lamina.ui.run;

import dev.lamina.event.TrainingEvent;
import dev.lamina.ui.fx.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What happened, line by line, in the language of the window; lines are selected and copied. */
public final class LogView extends ListView<TrainingEvent> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Texts texts;

    public LogView(Texts texts, RunViewModel runs) {
        this.texts = texts;
        accessibleTextProperty().bind(texts.of("side.log.tip"));
        getStyleClass().addAll("mono", "edge-to-edge", "log");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(_ -> new Line());
        texts.languageProperty().addListener(_ -> refresh());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, selected()));
                event.consume();
            }
        });
        runs.log().addListener((ListChangeListener<TrainingEvent>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::add);
            }
        });
    }

    private void add(TrainingEvent event) {
        if (LogLine.of(event, texts).isEmpty()) {
            return;
        }
        getItems().add(event);
        if (getItems().size() > RunViewModel.MOST_EVENTS) {
            getItems().removeFirst();
        }
        scrollTo(getItems().size() - 1);
    }

    /** The lines that are selected, as they are to be read. */
    String selected() {
        return getSelectionModel().getSelectedItems().stream()
                .map(event -> LogLine.of(event, texts))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private final class Line extends ListCell<TrainingEvent> {
        @Override
        protected void updateItem(TrainingEvent event, boolean empty) {
            super.updateItem(event, empty);
            setText(empty || event == null ? "" : LogLine.of(event, texts).orElse(""));
        }
    }
}
