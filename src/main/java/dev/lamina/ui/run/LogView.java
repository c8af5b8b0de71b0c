package dev.lamina.ui.run;

import dev.lamina.event.TrainingEvent;
import dev.lamina.ui.fx.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TextArea;

/** What happened, line by line. */
public final class LogView extends TextArea {
    private static final int MOST_CHARACTERS = 200_000;

    private final Texts texts;

    public LogView(Texts texts, RunViewModel runs) {
        this.texts = texts;
        setEditable(false);
        accessibleTextProperty().bind(texts.of("side.log.tip"));
        setWrapText(false);
        getStyleClass().addAll("mono", "edge-to-edge");
        runs.log().addListener((ListChangeListener<TrainingEvent>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::add);
            }
        });
    }

    private void add(TrainingEvent event) {
        LogLine.of(event, texts).ifPresent(line -> {
            appendText(line + "\n");
            if (getLength() > MOST_CHARACTERS) {
                deleteText(0, getLength() - MOST_CHARACTERS);
            }
        });
    }
}
