package dev.lamina.ui.teach;

import dev.lamina.data.TrainTest;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.event.TrainingListener;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.figure.Theme;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.probe.PlaneQuantity;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.FxExecutor;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A laboratory and what is seen of it: its plane, with the newest readings. FX thread. */
final class LabPlane {
    private final Lab lab;
    private final LabHistory history = new LabHistory();
    private final LabCurves curves = new LabCurves();
    private final Watching watching;
    private final PlaneView view;
    private final Runs runs;
    private final FxExecutor fx;
    private final Executor background;
    private PlanePoints training = PlanePoints.NONE;
    private PlanePoints test = PlanePoints.NONE;
    private Optional<Reading.ImageStack> scores = Optional.empty();
    private Optional<Reading.Field> norms = Optional.empty();
    private Optional<Reading.Field> margins = Optional.empty();
    private Optional<Reading.ImageStack> leads = Optional.empty();
    private Consumer<Reading.ImageStack> units = _ -> {};
    private Runnable scored = () -> {};
    private DataSettings loaded = DataSettings.FIRST;
    private Set<PlaneLayer> layers = EnumSet.noneOf(PlaneLayer.class);
    private Theme theme = Theme.SCREEN_LIGHT;

    LabPlane(Runs runs, Path folder, LabSettings first, FxExecutor fx, Executor background, Executor painter) {
        this.runs = runs;
        this.fx = fx;
        this.background = background;
        TrainingListener all = event -> {
            history.on(event);
            curves.on(event);
            if (event instanceof TrainingEvent.RunStarted || event instanceof TrainingEvent.WentBack) {
                fx.execute(this::forget);
            }
        };
        this.lab = new Lab(runs, folder, fx, first, all);
        this.watching = new Watching(lab, history, (plane, reading) -> fx.execute(() -> take(plane, reading)));
        this.view =
                new PlaneView(new PixelView(painter, fx), first.data().kind().plane());
    }

    Lab lab() {
        return lab;
    }

    LabHistory history() {
        return history;
    }

    LabCurves curves() {
        return curves;
    }

    PlaneView view() {
        return view;
    }

    PlanePoints training() {
        return training;
    }

    PlanePoints test() {
        return test;
    }

    Optional<Reading.ImageStack> scores() {
        return scores;
    }

    Optional<Reading.Field> norms() {
        return norms;
    }

    /** Told of the hidden units' responses, and of every new picture of the scores. */
    void onRead(Consumer<Reading.ImageStack> responses, Runnable newScores) {
        units = responses;
        scored = newScores;
    }

    private void forget() {
        watching.forget();
    }

    /** Reads the points of the settings of now, and shows them before anything is known of them. */
    void loadData() {
        DataSettings wanted = lab.settings().data();
        if (wanted.kind() != loaded.kind()) {
            scores = Optional.empty();
            norms = Optional.empty();
            margins = Optional.empty();
            leads = Optional.empty();
        }
        loaded = wanted;
        background.execute(() -> {
            try {
                TrainTest data = wanted.source().load(runs.data());
                fx.execute(() -> {
                    if (wanted.equals(loaded)) {
                        training = PlanePoints.of(data.training());
                        test = PlanePoints.of(data.test());
                        forget();
                        repaint();
                    }
                });
            } catch (BadInputException _) {
                // The run that begins says so.
                fx.execute(() -> {
                    training = PlanePoints.NONE;
                    test = PlanePoints.NONE;
                    repaint();
                });
            }
        });
    }

    /** Shows points that are being drawn. */
    void showDrawn(PlanePoints drawn) {
        training = drawn;
        test = PlanePoints.NONE;
        repaint();
    }

    /** Colors and layers from now on. */
    void setLook(Theme colors, Set<PlaneLayer> shown) {
        theme = colors;
        layers = EnumSet.copyOf(shown);
        repaint();
    }

    /** Asks for what is due. */
    void tick(Set<PlaneQuantity> wanted) {
        watching.tick(wanted);
    }

    /** What was seen of another plane comes too late. */
    private void take(Plane plane, ReadingMeasured reading) {
        if (!plane.equals(lab.settings().data().kind().plane())) {
            return;
        }
        reading.readings().forEach(this::take);
        if (reading.readings().containsKey(Tags.CLASS_SCORES)) {
            scored.run();
        }
        if (!reading.readings().containsKey(Tags.UNIT_RESPONSES)) {
            repaint();
        }
    }

    private void take(Tag tag, Reading reading) {
        switch (reading) {
            case Reading.ImageStack stack -> {
                if (tag.equals(Tags.CLASS_SCORES)) {
                    scores = Optional.of(stack);
                } else if (tag.equals(Tags.LEAD_GRADIENT)) {
                    leads = Optional.of(stack);
                } else {
                    units.accept(stack);
                }
            }
            case Reading.Field field -> {
                if (tag.equals(Tags.GBR_FIELD)) {
                    norms = Optional.of(field);
                } else {
                    margins = Optional.of(field);
                }
            }
            case Reading.Points points -> {
                if (tag.equals(Tags.PREDICTED_TRAINING)) {
                    training = training.predictedAs(points.group());
                } else {
                    test = test.predictedAs(points.group());
                }
            }
            default -> {}
        }
    }

    private void repaint() {
        view.show(new PlanePicture(
                lab.settings().data().kind().plane(),
                theme,
                layers,
                scores,
                lab.settings().head().fullLead(),
                norms,
                margins,
                leads,
                training,
                test));
    }

    void close() {
        lab.close();
    }
}
