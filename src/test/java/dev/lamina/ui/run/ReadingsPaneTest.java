package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.experiment.Experiment;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.figure.FigureRequest;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** With -Dlamina.snapshots=FOLDER what is seen is written there. */
@ExtendWith(FxToolkit.class)
class ReadingsPaneTest {
    private static final String CONFIG = """
            {"name": "readings",
             "data": {"source": {"type": "shapes", "trainCount": 96, "testCount": 40}, "validation": {"count": 16}},
             "network": {"preset": "lenet5"},
             "training": {"epochs": 2, "batchSize": 32, "learningRate": 0.01},
             "probes": {"gbr": {"images": 8, "everySeconds": 0},
               "readings": ["confusion-matrix", "filters", {"type": "feature-maps", "image": 3}]},
             "backend": {"name": "cpu", "threads": 1}}""";

    @TempDir
    private static Path folder;

    private static final ExecutorService WORKER = Executors.newSingleThreadExecutor();
    private final Texts texts = Texts.in(Language.ENGLISH);
    private final List<FigureRequest> wanted = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void train() throws Exception {
        ExperimentConfig config = RecordFiles.parse(CONFIG, "test", ExperimentConfig.class, List.of());
        Experiment.start(config, folder.resolve("run"), new DataLocation(List.of(), Path.of("nowhere")), _ -> {})
                .await();
    }

    @AfterAll
    static void end() {
        WORKER.shutdown();
    }

    private ReadingsPane shown(Appearance appearance) throws Exception {
        ReadingsPane pane = FxToolkit.onFx(() -> {
            ReadingsPane made = new ReadingsPane(
                    texts,
                    appearance,
                    WORKER,
                    FxExecutor.afterwards(),
                    (run, probe) -> CompletableFuture.supplyAsync(
                            () -> Runs.byBackend(DataLocation.standard(null)).measure(run.folder(), probe), WORKER),
                    wanted::add);
            new Scene(new StackPane(made), 900, 420).getRoot().applyCss();
            made.getScene().getRoot().layout();
            made.show(EarlierRuns.read(new RunStore(folder.resolve("run")), 1)
                    .runs()
                    .getFirst());
            return made;
        });
        settle();
        return pane;
    }

    /** What the worker and the FX thread hand each other is done. */
    private static void settle() throws Exception {
        for (int i = 0; i < 4; i++) {
            WORKER.submit(() -> {}).get(60, TimeUnit.SECONDS);
            FxToolkit.onFx(() -> null);
        }
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!FxToolkit.onFx(condition::getAsBoolean)) {
            assertTrue(System.nanoTime() < end, "not so within a minute");
            Thread.sleep(10);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> box(ReadingsPane pane, String id) {
        return (ComboBox<T>) pane.lookup("#" + id);
    }

    private static ImageView picture(ReadingsPane pane) {
        return (ImageView) pane.lookup("ImageView");
    }

    @Test
    void aRunsReadingsAreThereTheNewestFirstAndTwoEpochsBesideEachOther() throws Exception {
        ReadingsPane pane = shown(Appearance.LIGHT);
        ComboBox<String> probes = box(pane, "readings-probe");
        assertEquals(List.of("confusion-matrix", "filters", "feature-maps"), List.copyOf(probes.getItems()));
        ComboBox<ReadingMeasured> epoch = box(pane, "readings-shown");
        assertEquals(2, epoch.getItems().size());
        assertEquals(2, epoch.getValue().epoch());
        int alone = colors(pane);
        assertTrue(alone > 3, alone + " colors");
        save(pane, "confusion");
        ComboBox<Optional<ReadingMeasured>> compared = box(pane, "readings-compared");
        FxToolkit.onFx(() -> {
            compared.setValue(compared.getItems().get(1));
            return null;
        });
        settle();
        save(pane, "compared");
        FxToolkit.onFx(() -> {
            probes.setValue("feature-maps");
            return null;
        });
        settle();
        assertEquals(2, epoch.getValue().epoch());
        save(pane, "maps");
    }

    @Test
    void whatIsSeenIsWantedAsAFigureOfTheRun() throws Exception {
        ReadingsPane pane = shown(Appearance.DARK);
        save(pane, "dark");
        FxToolkit.onFx(() -> {
            ReadingsPaneTest.<String>box(pane, "readings-probe").setValue("filters");
            ((Button) pane.lookup("#readings-save")).fire();
            return null;
        });
        settle();
        FigureRequest request = wanted.getFirst();
        assertEquals("filters", request.name());
        assertEquals(folder.resolve("run/figures"), request.folder());
        assertEquals(64, request.origin().configSha256().length());
    }

    @Test
    void aRunIsMeasuredWhenAPersonWantsIt() throws Exception {
        ReadingsPane pane = shown(Appearance.LIGHT);
        FxToolkit.onFx(() -> {
            ReadingsPaneTest.<String>box(pane, "readings-askable").setValue("sensitivity-map");
            ((Button) pane.lookup("#readings-measure")).fire();
            return null;
        });
        await(() -> "sensitivity-map".equals(box(pane, "readings-probe").getValue()));
        settle();
        assertTrue(colors(pane) > 3);
        assertTrue(StoredRun.in(folder.resolve("run")).readings().stream()
                .anyMatch(reading -> reading.probe().equals("sensitivity-map")));
        FxToolkit.onFx(() -> {
            ReadingsPaneTest.<String>box(pane, "readings-askable").setValue("learned-responses");
            ((Button) pane.lookup("#readings-measure")).fire();
            return null;
        });
        // ReLU learns nothing.
        await(() -> pane.lookupAll("Label").stream()
                .anyMatch(node -> ((Label) node).getText().contains("learned")));
    }

    @Test
    void aRunWithoutReadingsSaysHowToHaveSome() throws Exception {
        ReadingsPane pane = shown(Appearance.LIGHT);
        FxToolkit.onFx(() -> {
            pane.show(null);
            return null;
        });
        settle();
        assertFalse(box(pane, "readings-probe").isVisible());
        assertTrue(pane.lookupAll("Label").stream()
                .anyMatch(node -> ((Label) node).getText().equals(texts.get("readings.noRun"))));
    }

    private static int colors(ReadingsPane pane) throws Exception {
        return FxToolkit.onFx(() -> {
            var image = picture(pane).getImage();
            return (int) IntStream.range(0, (int) image.getWidth())
                    .map(x -> image.getPixelReader().getArgb(x, (int) image.getHeight() / 2))
                    .distinct()
                    .count();
        });
    }

    private static void save(ReadingsPane pane, String name) throws Exception {
        String to = System.getProperty("lamina.snapshots");
        if (to == null) {
            return;
        }
        BufferedImage image = FxToolkit.onFx(() -> {
            WritableImage shot = pane.getScene().snapshot(null);
            int width = (int) shot.getWidth();
            int height = (int) shot.getHeight();
            BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    copy.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
                }
            }
            return copy;
        });
        ImageIO.write(image, "png", Path.of(to, name + ".png").toFile());
    }
}
