package dev.lamina.ui.explore;

import dev.lamina.message.Language;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of every view of a folder of runs in both looks, both languages and two sizes, and how long lines take. */
final class ExploreScreens {
    private static final int SETTLE_MILLIS = 3000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ExploreScreens() {}

    public static void main(String[] arguments) throws Exception {
        measure(1000);
        measure(5000);
        Path runs = Path.of(arguments[0]);
        Path target = Files.createDirectories(Path.of(arguments[1]));
        new FxToolkit().beforeAll(null);
        pictures(runs, target, Appearance.LIGHT, Language.ENGLISH, 1600, 1000);
        pictures(runs, target, Appearance.DARK, Language.CHINESE, 1366, 768);
        System.exit(0);
    }

    private static void pictures(
            Path runs, Path target, Appearance appearance, Language language, int width, int height) throws Exception {
        ExecutorService background = Executors.newSingleThreadExecutor();
        ExecutorService painter = Executors.newSingleThreadExecutor();
        ExploreView view = FxToolkit.onFx(() -> {
            appearance.apply();
            ExploreView made = ExploreView.of(
                    Texts.in(language),
                    runs,
                    new ReadOnlyObjectWrapper<>(appearance),
                    background,
                    painter,
                    FxExecutor.platform(),
                    config -> System.out.println(config.search()));
            Scene scene = new Scene(made, width, height);
            Appearance.dress(scene);
            made.reload();
            return made;
        });
        settle(view);
        TabPane tabs = (TabPane) FxToolkit.onFx(() -> view.lookup(".tab-pane"));
        int count = FxToolkit.onFx(() -> tabs.getTabs().size());
        for (int i = 0; i < count; i++) {
            int tab = i;
            FxToolkit.onFx(() -> {
                tabs.getSelectionModel().select(tab);
                return null;
            });
            settle(view);
            if (i == 0) {
                FxToolkit.onFx(() -> {
                    brush(view.model());
                    return null;
                });
                settle(view);
            }
            String name = tabs.getTabs().get(i).getId() + "-" + width + "-" + appearance + "-" + language + ".png";
            write(FxToolkit.onFx(() -> view.getScene().snapshot(null)), target.resolve(name.toLowerCase(Locale.ROOT)));
        }
        FxToolkit.onFx(() -> {
            view.lookup("#explore-searchHere").fireEvent(new ActionEvent());
            return null;
        });
        settle(view);
        background.shutdown();
        painter.shutdown();
    }

    private static void brush(ExploreViewModel model) {
        model.axesProperty().get().stream()
                .filter(axis -> axis.column().name().equals("training.learningRate"))
                .findFirst()
                .ifPresent(axis -> model.brush(axis.column().name(), Optional.of(new Brush(0.3, 0.85))));
        BitSet chosen = model.chosenProperty().get();
        chosen.stream().limit(3).forEach(model::togglePin);
        model.hoveredProperty().set(chosen.nextSetBit(0));
    }

    private static void settle(ExploreView view) throws Exception {
        for (int i = 0; i < 3; i++) {
            FxToolkit.onFx(() -> {
                view.applyCss();
                view.layout();
                return null;
            });
            Thread.sleep(SETTLE_MILLIS / 3);
        }
    }

    private static void write(WritableImage image, Path file) throws Exception {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        ImageIO.write(copy, "png", file.toFile());
    }

    /** Frames of a brush that moves over lines on 8 axes, 1200 × 480 pixels. */
    private static void measure(int lines) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] units = new double[8][lines];
        for (double[] axis : units) {
            Arrays.setAll(axis, _ -> random.nextDouble());
        }
        double[] places = new double[8];
        Arrays.setAll(places, i -> i * 1199 / 7.0);
        LineRaster raster = new LineRaster(
                1200, 480, places, units, random.ints(lines, 0, 1 << 24).toArray());
        BitSet all = new BitSet();
        all.set(0, lines);
        int[] pixels = new int[1200 * 480];
        double[] millis = new double[200];
        for (int frame = -100; frame < 200; frame++) {
            long start = THREADS.getCurrentThreadCpuTime();
            if (frame <= 0) {
                raster.setContext(all);
            }
            BitSet focus = new BitSet();
            double low = 0.3 + 0.002 * frame;
            for (int row = 0; row < lines; row++) {
                focus.set(row, units[2][row] > low && units[2][row] < low + 0.3);
            }
            raster.setFocus(focus);
            raster.paint(pixels, Color.GRAY);
            if (frame >= 0) {
                millis[frame] = (THREADS.getCurrentThreadCpuTime() - start) * 1e-6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "%d lines: median %.1f ms, p95 %.1f ms of processor time a frame%n", lines, millis[100], millis[190]);
    }
}
