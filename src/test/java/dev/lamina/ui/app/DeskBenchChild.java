package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.Experiment;
import dev.lamina.message.Language;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.ClassPathRemark;
import dev.lamina.ui.run.Beginning;
import dev.lamina.ui.run.RunCurves;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/** One measurement of {@link DeskBench}, in a window of its own. */
final class DeskBenchChild {
    private static final int UPDATES_PER_SECOND = 20;
    private static final int OLD_POINTS = 200_000;
    private static final int QUANTITIES_OF_A_STEP = 3;
    private static final int ENDLESS = 10_000;
    private static final int BATCH = 128;

    /** Both cores, longer than any measurement. */
    private static final String TRAINING = """
            {"name": "desk", "data": {"source": {"type": "shapes", "trainCount": 5120, "testCount": 256}},
             "network": {"preset": "%s"}, "training": {"epochs": %d, "batchSize": %d},
             "probes": {"gbr": {"enabled": false}}, "backend": {"threads": 0}}""";

    private DeskBenchChild() {}

    static void run(List<String> arguments) throws Exception {
        String mode = arguments.getFirst();
        if (mode.equals("cli")) {
            commandLine();
            return;
        }
        ClassPathRemark.silence();
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        Platform.setImplicitExit(false);
        try (Screen screen =
                Screen.ofRunningToolkit(Files.createTempDirectory("desk-bench"), Appearance.LIGHT, Language.ENGLISH)) {
            screen.fx(() -> {
                Stage stage = new Stage();
                stage.setScene(screen.scene);
                stage.setWidth(Math.min(
                        1600, javafx.stage.Screen.getPrimary().getBounds().getWidth()));
                stage.setHeight(Math.min(
                        1000, javafx.stage.Screen.getPrimary().getBounds().getHeight()));
                stage.show();
                return null;
            });
            switch (mode) {
                case "first-point" -> firstPoint(screen, Integer.parseInt(arguments.get(1)));
                case "pulse" -> pulse(screen, Integer.parseInt(arguments.get(1)));
                case "heap" -> heap(screen, Integer.parseInt(arguments.get(1)));
                case "window" -> window(screen);
                default -> throw new IllegalArgumentException("no measurement " + mode);
            }
        }
    }

    private static ExperimentConfig config(String preset, int epochs) {
        return RecordFiles.parse(TRAINING.formatted(preset, epochs, BATCH), "desk", ExperimentConfig.class, List.of());
    }

    /** From the button to the picture with the first point, in a program that was started some seconds before. */
    private static void firstPoint(Screen screen, int seconds) throws Exception {
        WorkbenchApp.rehearse(DataLocation.standard(null));
        ExperimentDocument quick = ExperimentDocument.unsaved(Template.all().stream()
                .map(Template::config)
                .filter(config -> config.name().equals("quickstart"))
                .findFirst()
                .orElseThrow());
        screen.fx(() -> {
            screen.workbench.show(quick);
            return null;
        });
        screen.layout();
        Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
        long start = System.nanoTime();
        screen.press("run");
        screen.await(() -> screen.workbench.runs().current() != null
                && screen.workbench
                                .runs()
                                .current()
                                .curves()
                                .series(Tags.BATCH_LOSS)
                                .size()
                        > 0);
        double stepped = secondsSince(start);
        long pictures = screen.pictures.sum();
        screen.await(() -> screen.pictures.sum() > pictures + 1);
        System.out.printf(
                Locale.ROOT,
                "quick start, Run pressed %d s after the window opened: %.2f s to the first step, %.2f s to its point"
                        + " on the chart%n",
                seconds,
                stepped,
                secondsSince(start));
        stop(screen);
    }

    private static void pulse(Screen screen, int seconds) throws Exception {
        if (seconds == 0) {
            return;
        }
        begin(screen);
        Timeline updates = new Timeline(new KeyFrame(
                Duration.millis(1000.0 / UPDATES_PER_SECOND),
                _ -> screen.workbench.runPane().charts().refreshAll()));
        List<Double> gaps = new ArrayList<>();
        AnimationTimer timer = new AnimationTimer() {
            private long before;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (before != 0) {
                    gaps.add((time - before) * 1e-6);
                }
                before = time;
            }
        };
        screen.fx(() -> {
            updates.setCycleCount(Timeline.INDEFINITE);
            updates.play();
            timer.start();
            return null;
        });
        long pictures = screen.pictures.sum();
        long nanos = screen.pictureNanos.sum();
        Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
        long drawn = screen.pictures.sum() - pictures;
        double millis = (screen.pictureNanos.sum() - nanos) * 1e-6;
        screen.fx(() -> {
            timer.stop();
            updates.stop();
            return null;
        });
        System.out.printf(
                Locale.ROOT,
                "pulse gap over %d s, ResNet-110 on the canvas, training on all cores, %,d old points: p50 %.1f ms, p95"
                        + " %.1f ms, max %.1f ms; %.1f chart pictures/s of %.1f ms each%n",
                seconds,
                OLD_POINTS,
                quantile(gaps, 0.5),
                quantile(gaps, 0.95),
                quantile(gaps, 1),
                (double) drawn / seconds,
                millis / Math.max(1, drawn));
        stop(screen);
    }

    private static void heap(Screen screen, int minutes) throws Exception {
        if (minutes == 0) {
            return;
        }
        begin(screen);
        int looks = Math.max(4, 2 * minutes);
        List<String> mebibytes = new ArrayList<>();
        for (int i = 0; i <= looks; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            mebibytes.add(
                    String.format(Locale.ROOT, "%.1f", (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0));
            if (i < looks) {
                Thread.sleep(TimeUnit.MINUTES.toMillis(minutes) / looks);
            }
        }
        System.out.println(
                "heap after garbage collection over " + minutes + " min, MiB: " + String.join(" ", mebibytes));
        stop(screen);
    }

    private static void window(Screen screen) throws Exception {
        ExperimentConfig config = config("resnet20", ENDLESS);
        screen.fx(() -> {
            screen.workbench.show(ExperimentDocument.unsaved(config));
            screen.workbench.runs().start(config, screen.services.runs().resolve("speed"), Beginning.TO_THE_END);
            return null;
        });
        answer(() -> {
            TrainingEvent.StepCompleted step = screen.workbench.runs().latestStep();
            return step == null ? 0 : step.step();
        });
    }

    private static void commandLine() throws Exception {
        AtomicLong steps = new AtomicLong();
        Path folder = Files.createTempDirectory("desk-bench").resolve("speed");
        Experiment.start(config("resnet20", ENDLESS), folder, DataLocation.standard(null), event -> {
            if (event instanceof TrainingEvent.StepCompleted step) {
                steps.set(step.step());
            }
        });
        answer(steps::get);
    }

    /** Says how many images there have been each time a line comes in. */
    private static void answer(LongSupplier steps) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (questions.readLine() != null) {
            System.out.println(BATCH * steps.getAsLong());
        }
    }

    /** ResNet-110 on the canvas, a long run in the background of the charts, and one that goes on. */
    private static void begin(Screen screen) throws Exception {
        screen.fx(() -> {
            screen.workbench.show(ExperimentDocument.unsaved(config("resnet110", 1000)));
            RunEntry old = new RunEntry("old", Path.of("old"), oldCurves(), RunState.FINISHED);
            screen.workbench.runs().entries().add(old);
            old.shownProperty().set(true);
            screen.workbench
                    .runs()
                    .start(config("resnet20", ENDLESS), screen.services.runs().resolve("desk"), Beginning.TO_THE_END);
            return null;
        });
        screen.await(() -> {
            var step = screen.workbench.runs().latestStep();
            return step != null && step.step() > 60;
        });
    }

    private static RunCurves oldCurves() {
        RunCurves curves = new RunCurves();
        int steps = OLD_POINTS / QUANTITIES_OF_A_STEP;
        int stepsPerEpoch = 400;
        for (int step = 1; step <= steps; step++) {
            int epoch = 1 + (step - 1) / stepsPerEpoch;
            int inEpoch = 1 + (step - 1) % stepsPerEpoch;
            double loss = 2.3 * Math.exp(-3.0 * step / steps) * (1 + 0.3 * Math.sin(step));
            curves.on(new TrainingEvent.StepCompleted(
                    epoch, inEpoch, stepsPerEpoch, step, loss, 0.5, 0.1, 1000 + step % 50, 1));
            if (inEpoch == stepsPerEpoch) {
                curves.on(new TrainingEvent.EpochCompleted(
                        EpochMetrics.of(epoch, step, Map.of(Tags.TEST_ACCURACY, 1 - loss / 3, Tags.GBR, 1 / loss)),
                        epoch,
                        1,
                        1));
            }
        }
        return curves;
    }

    private static void stop(Screen screen) throws Exception {
        screen.fx(() -> {
            screen.workbench.runs().stop();
            return null;
        });
        screen.await(() -> !screen.workbench.runs().stateProperty().get().active());
    }

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) * 1e-9;
    }

    static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * (sorted.size() - 1)));
    }
}
