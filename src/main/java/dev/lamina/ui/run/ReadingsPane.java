package dev.lamina.ui.run;

import dev.lamina.archive.StoredRun;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.message.Message;
import dev.lamina.probe.GeneralizationBound;
import dev.lamina.probe.ProbeSettings;
import dev.lamina.setting.RecordModel;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.figure.FigureRequest;
import dev.lamina.ui.form.Explanations;
import dev.lamina.ui.form.Vocabulary;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.help.Explanation;
import dev.lamina.ui.help.WhatIsThis;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What the probes of a run read, as pictures: one probe at one epoch, or at two beside each other. What is on the screen
 * is the figure that is saved. Files are read and pictures drawn on the worker.
 */
public final class ReadingsPane extends BorderPane {
    private final Texts texts;
    private final Executor worker;
    private final FxExecutor fx;
    private final BiFunction<RunEntry, String, CompletableFuture<ReadingMeasured>> measuring;
    private final Consumer<FigureRequest> figures;
    private final ComboBox<String> probes = new ComboBox<>();
    private final ComboBox<ReadingMeasured> shown = new ComboBox<>();
    private final ComboBox<Optional<ReadingMeasured>> compared = new ComboBox<>();
    private final Button save = new Button();
    private final ComboBox<String> askable = new ComboBox<>();
    private final Button measure = new Button();
    private final Label said = new Label();
    private final ImageView picture = new ImageView();
    private final Pane canvas = new Pane(picture);
    private final AtomicInteger asked = new AtomicInteger();
    private Appearance appearance;
    private @Nullable RunEntry run;
    private List<ReadingMeasured> listed = List.of();
    /** Answers of the run at work, which it does not keep. */
    private List<ReadingMeasured> answers = List.of();

    private @Nullable String wantedProbe;
    private boolean following = true;
    private boolean filling;

    /**
     * @param worker one thread
     * @param measuring measures a run with a type of probe
     * @param figures takes what a person wants as a figure
     */
    public ReadingsPane(
            Texts texts,
            Appearance appearance,
            Executor worker,
            FxExecutor fx,
            BiFunction<RunEntry, String, CompletableFuture<ReadingMeasured>> measuring,
            Consumer<FigureRequest> figures) {
        this.measuring = measuring;
        this.figures = figures;
        this.texts = texts;
        this.appearance = appearance;
        this.worker = worker;
        this.fx = fx;
        getStyleClass().add("chart-card");
        Described.by(texts, probes, "readings-probe");
        Described.by(texts, shown, "readings-shown");
        Described.by(texts, compared, "readings-compared");
        Described.by(texts, save, "readings-save");
        shown.setConverter(Described.converter(this::epoch));
        compared.setConverter(
                Described.converter(choice -> choice.map(this::epoch).orElseGet(() -> texts.get("readings.alone"))));
        probes.setConverter(Described.converter(this::probe));
        save.textProperty().bind(texts.of("readings.save"));
        save.setOnAction(_ -> save());
        Described.by(texts, askable, "readings-askable");
        askable.setConverter(Described.converter(this::probe));
        askable.getItems().setAll(ProbeSettings.ids());
        askable.setValue(askable.getItems().getFirst());
        Described.by(texts, measure, "readings-measure");
        measure.textProperty().bind(texts.of("readings.measure"));
        measure.setOnAction(_ -> measure());
        said.getStyleClass().add("muted");
        said.setWrapText(true);
        probes.valueProperty().addListener(_ -> chooseProbe());
        shown.valueProperty().addListener(_ -> choose());
        compared.valueProperty().addListener(_ -> choose());
        FlowPane head = new FlowPane(8, 4, probes, shown, compared, save, askable, measure);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(4, head, said);
        top.setPadding(new Insets(2, 6, 4, 6));
        setTop(top);
        setCenter(canvas);
        WhatIsThis.explain(this, this::explained);
        WhatIsThis.explain(askable, () -> explained(askable.getValue()));
        canvas.setMinSize(40, 40);
        canvas.widthProperty().addListener(_ -> draw());
        canvas.heightProperty().addListener(_ -> draw());
        texts.languageProperty().addListener(_ -> {
            // What is chosen is written anew.
            askable.setConverter(Described.converter(this::probe));
            probes.setConverter(Described.converter(this::probe));
            fill();
        });
        fill();
    }

    /** The probe, and what it has read. */
    private List<Explanation> explained() {
        ReadingMeasured reading = shown.getValue();
        if (reading == null) {
            return explained(askable.getValue());
        }
        return Stream.concat(
                        explained(reading.probe().replaceFirst("-\\d+$", "")).stream(),
                        reading.readings().keySet().stream().map(tag -> Explanation.of(tag, texts)))
                .toList();
    }

    private List<Explanation> explained(String type) {
        return Optional.ofNullable(RecordModel.subtypes(ProbeSettings.class).get(type)).stream()
                .map(probe -> Explanations.ofType(probe.type(), probe(type), new Vocabulary(texts)))
                .toList();
    }

    private String epoch(ReadingMeasured reading) {
        return texts.get("readings.epoch", reading.epoch(), reading.step());
    }

    /** Its type in the language of now; the second of a kind keeps its number. */
    private String probe(String name) {
        String type = name.replaceFirst("-\\d+$", "");
        String key = "readings." + type;
        return texts.has(key) ? texts.get(key) + name.substring(type.length()).replace('-', ' ') : name;
    }

    /** The run whose readings are to be seen, none where it is null. */
    public void show(@Nullable RunEntry entry) {
        if (entry != run) {
            answers = List.of();
        }
        run = entry;
        following = true;
        refresh();
    }

    public void setAppearance(Appearance other) {
        appearance = other;
        draw();
    }

    /** Reads anew what the run has kept. */
    void refresh() {
        RunEntry entry = run;
        if (entry == null) {
            listed = List.of();
            fill();
            return;
        }
        worker.execute(() -> {
            List<ReadingMeasured> found;
            try {
                found = StoredRun.in(entry.folder()).readings();
            } catch (BadInputException e) {
                fx.execute(() -> said.setText(texts.text(e.problem())));
                return;
            }
            fx.execute(() -> {
                if (entry.equals(run)) {
                    listed = Stream.concat(found.stream(), answers.stream())
                            .sorted(Comparator.comparingLong(ReadingMeasured::step))
                            .toList();
                    fill();
                }
            });
        });
    }

    /** The choices that there are; what was chosen stays, and the newest stays the newest. */
    private void fill() {
        filling = true;
        String before = wantedProbe == null ? probes.getValue() : wantedProbe;
        wantedProbe = null;
        List<String> names = listed.stream()
                .map(ReadingMeasured::probe)
                .filter(this::isDrawn)
                .distinct()
                .toList();
        probes.setItems(FXCollections.observableArrayList(names));
        probes.setValue(names.contains(before) ? before : names.isEmpty() ? null : names.getFirst());
        fillEpochs();
        filling = false;
        boolean none = names.isEmpty();
        List.of(probes, shown, compared, save).forEach(node -> {
            node.setVisible(!none);
            node.setManaged(!none);
        });
        askable.setDisable(run == null);
        measure.setDisable(run == null);
        said.setText(none ? texts.get(run == null ? "readings.noRun" : "readings.none") : "");
        draw();
    }

    /** GBR has a chart of its own. */
    private boolean isDrawn(String probe) {
        return !probe.equals(GeneralizationBound.ID);
    }

    private void fillEpochs() {
        String probe = probes.getValue();
        List<ReadingMeasured> of =
                listed.stream().filter(r -> r.probe().equals(probe)).toList();
        @Nullable ReadingMeasured before = shown.getValue();
        Optional<ReadingMeasured> other =
                Optional.ofNullable(compared.getValue()).flatMap(c -> c);
        shown.setItems(FXCollections.observableArrayList(of));
        compared.setItems(FXCollections.observableArrayList(Stream.concat(
                        Stream.of(Optional.<ReadingMeasured>empty()),
                        of.stream().map(Optional::of))
                .toList()));
        shown.setValue(
                of.isEmpty()
                        ? null
                        : following ? of.getLast() : same(of, before).orElse(of.getLast()));
        compared.setValue(other.flatMap(o -> same(of, o)));
    }

    private static Optional<ReadingMeasured> same(List<ReadingMeasured> among, @Nullable ReadingMeasured wanted) {
        return among.stream()
                .filter(r ->
                        wanted != null && r.step() == wanted.step() && r.probe().equals(wanted.probe()))
                .findFirst();
    }

    private void chooseProbe() {
        if (!filling) {
            filling = true;
            following = true;
            fillEpochs();
            filling = false;
            draw();
        }
    }

    private void choose() {
        if (!filling) {
            following = shown.getValue() != null
                    && shown.getItems().indexOf(shown.getValue())
                            == shown.getItems().size() - 1;
            draw();
        }
    }

    private Optional<ReadingPicture> wanted() {
        RunEntry entry = run;
        ReadingMeasured first = shown.getValue();
        if (entry == null || first == null) {
            return Optional.empty();
        }
        List<ReadingMeasured> both = Optional.ofNullable(compared.getValue())
                .flatMap(c -> c)
                .map(second -> List.of(first, second))
                .orElse(List.of(first));
        List<String> titles =
                both.size() == 1 ? List.of("") : both.stream().map(this::epoch).toList();
        return Optional.of(new ReadingPicture(StoredRun.in(entry.folder()), both, titles));
    }

    /** Only the last one asked for is shown. */
    private void draw() {
        int number = asked.incrementAndGet();
        Optional<ReadingPicture> wanted = wanted();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (wanted.isEmpty() || width < ReadingPicture.LEAST_PIXELS || height < ReadingPicture.LEAST_PIXELS) {
            picture.setImage(null);
            return;
        }
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        Appearance look = appearance;
        worker.execute(() -> {
            if (number != asked.get()) {
                return;
            }
            try {
                var image = wanted.get().image(width, height, scale, look);
                fx.execute(() -> {
                    if (number == asked.get()) {
                        picture.setImage(image);
                        picture.setFitWidth(width);
                        picture.setFitHeight(height);
                    }
                });
            } catch (BadInputException e) {
                fx.execute(() -> said.setText(texts.text(e.problem())));
            }
        });
    }

    /** Asks the run, and shows what it answers. */
    private void measure() {
        RunEntry entry = run;
        String probe = askable.getValue();
        if (entry == null) {
            return;
        }
        measure.setDisable(true);
        said.setText(texts.get("readings.measuring"));
        CompletableFuture<ReadingMeasured> answer = measuring.apply(entry, probe);
        Thread.ofVirtual().name("reading").start(() -> {
            try {
                ReadingMeasured reading = answer.join();
                fx.execute(() -> answered(entry, () -> show(reading)));
            } catch (CompletionException e) {
                Message why = e.getCause() instanceof BadInputException refused
                        ? refused.problem()
                        : Message.verbatim(String.valueOf(e.getCause()));
                fx.execute(() -> answered(entry, () -> said.setText(texts.text(why))));
            }
        });
    }

    /** Another run may be in front by now. */
    private void answered(RunEntry entry, Runnable then) {
        measure.setDisable(run == null);
        if (entry == run) {
            then.run();
        }
    }

    private void show(ReadingMeasured reading) {
        if (reading.id() != null) {
            answers = Stream.concat(answers.stream(), Stream.of(reading)).toList();
        }
        wantedProbe = reading.probe();
        following = true;
        refresh();
    }

    private void save() {
        wanted().ifPresent(figure -> worker.execute(() -> {
            try {
                FigureRequest request = figure.request();
                fx.execute(() -> figures.accept(request));
            } catch (BadInputException e) {
                fx.execute(() -> said.setText(texts.text(e.problem())));
            }
        }));
    }
}
