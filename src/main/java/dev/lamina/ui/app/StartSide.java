package dev.lamina.ui.app;

import dev.lamina.metric.Tags;
import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.help.Explanation;
import dev.lamina.ui.help.WhatIsThis;
import dev.lamina.ui.run.RunEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Beside the templates: experiments that were open before, the last runs, and the folder that runs go into. */
final class StartSide extends VBox {
    private static final int MOST_RUNS = 6;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Texts texts;
    private final VBox recent = new VBox(6);
    private final VBox runs = new VBox(6);
    private final Label place = new Label();

    /** @param choose asks for another folder of runs */
    StartSide(Texts texts, Action open, Runnable choose) {
        super(10);
        this.texts = texts;
        place.setId("run-folder");
        place.getStyleClass().add("muted");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setMaxWidth(Double.MAX_VALUE);
        place.setMinWidth(0);
        Button change = new Button();
        Described.by(texts, change, "start-runFolder");
        change.textProperty().bind(texts.of("start.change"));
        change.getStyleClass().add("small");
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.setOnAction(_ -> choose.run());
        Label kept = none("start.keptIn");
        kept.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(6, kept, place, change);
        line.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        gap.setMinHeight(8);
        getChildren()
                .addAll(
                        title("start.recent"),
                        recent,
                        new HBox(open.button(texts, "accent")),
                        gap,
                        title("start.runs"),
                        runs,
                        line);
        setMinWidth(240);
        setPrefWidth(300);
        setMaxWidth(300);
    }

    private Label title(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.of(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    private Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        label.setMinWidth(0);
        return label;
    }

    private Label none(String key) {
        Label label = muted("");
        label.textProperty().bind(texts.of(key));
        return label;
    }

    void showRecent(List<String> files, Consumer<Path> open) {
        recent.getChildren()
                .setAll(files.stream().map(file -> file(Path.of(file), open)).toList());
        if (files.isEmpty()) {
            recent.getChildren().add(none("start.noRecent"));
        }
    }

    private VBox file(Path path, Consumer<Path> open) {
        Hyperlink link = new Hyperlink(String.valueOf(path.getFileName()));
        link.setTooltip(new Tooltip(path.toString()));
        link.setOnAction(_ -> open.accept(path));
        String folder = String.valueOf(path.getParent());
        return new VBox(link, muted(changed(path).map(date -> date + "  ").orElse("") + folder));
    }

    private static Optional<String> changed(Path file) {
        try {
            return Optional.of(
                    DATE.format(Files.getLastModifiedTime(file).toInstant().atZone(ZoneId.systemDefault())));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** @param open opens the experiment of a run, with its curves */
    void showRuns(List<RunEntry> entries, Consumer<RunEntry> open) {
        runs.getChildren()
                .setAll(entries.stream()
                        .limit(MOST_RUNS)
                        .map(run -> run(run, open))
                        .toList());
        if (entries.isEmpty()) {
            runs.getChildren().add(none("start.noRuns"));
        }
    }

    private HBox run(RunEntry entry, Consumer<RunEntry> open) {
        Hyperlink link = new Hyperlink(String.valueOf(entry.folder().getFileName()));
        link.setTooltip(new Tooltip(entry.folder().toString()));
        link.setOnAction(_ -> open.accept(entry));
        link.setMinWidth(0);
        Label summary =
                muted(entry.summaryProperty().get().map(how -> how.text(texts)).orElse(""));
        summary.setTextOverrun(OverrunStyle.ELLIPSIS);
        VBox text = new VBox(link, summary);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(
                8, text, new Sparkline(entry.curves().series(Tags.TEST_ACCURACY).points()));
        line.setAlignment(Pos.CENTER_LEFT);
        WhatIsThis.explain(
                line,
                () -> Stream.of(Tags.TEST_ACCURACY, Tags.GBR)
                        .map(tag -> Explanation.of(tag, texts))
                        .toList());
        return line;
    }

    /** Where new runs go. */
    void showFolder(Path folder) {
        place.setText(folder.toString());
        place.setTooltip(new Tooltip(folder.toString()));
    }
}
