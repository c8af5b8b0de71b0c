package dev.lamina.ui.app;

import dev.lamina.data.DataLocation;
import dev.lamina.message.Language;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Preferences;
import dev.lamina.ui.fx.PreferencesFile;
import dev.lamina.ui.fx.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** A workbench in a scene without a window, for tests and pictures. */
final class Screen implements AutoCloseable {
    static final int WIDTH = 1600;
    static final int HEIGHT = 1000;
    private static final int SHOWN_WIDTH = 1200;
    private static final int SHOWN_HEIGHT = 750;

    final Services services;
    final Workbench workbench;
    final Scene scene;
    final AnsweredDialogs dialogs = new AnsweredDialogs();
    final LongAdder pictures = new LongAdder();
    final LongAdder pictureNanos = new LongAdder();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final ExecutorService painter = Executors.newSingleThreadExecutor();

    private Screen(Path folder, Appearance appearance, Language language, DataLocation where) throws Exception {
        PreferencesFile file = new PreferencesFile(folder.resolve("memory"));
        Preferences remembered = file.read().with(appearance).with(language);
        services = new Services(
                Texts.in(language),
                file,
                where,
                FxExecutor.platform(),
                background,
                this::paint,
                folder.resolve("runs"),
                folder.resolve("memory"));
        workbench = FxToolkit.onFx(() -> {
            appearance.apply();
            return new Workbench(services, dialogs, remembered);
        });
        scene = FxToolkit.onFx(() -> {
            Scene made = new Scene(workbench, WIDTH, HEIGHT);
            Appearance.dress(made);
            return made;
        });
        layout();
    }

    static Screen open(Path folder, Appearance appearance, Language language) throws Exception {
        return open(folder, appearance, language, DataLocation.standard(null));
    }

    /** @param where data sets are looked for */
    static Screen open(Path folder, Appearance appearance, Language language, DataLocation where) throws Exception {
        new FxToolkit().beforeAll(null);
        return new Screen(folder, appearance, language, where);
    }

    /** Where the toolkit runs already, whichever it is. */
    static Screen ofRunningToolkit(Path folder, Appearance appearance, Language language) throws Exception {
        return new Screen(folder, appearance, language, DataLocation.standard(null));
    }

    /** Puts it into a window, which must lie within the screen in memory. */
    void show() throws Exception {
        fx(() -> {
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.setWidth(SHOWN_WIDTH);
            stage.setHeight(SHOWN_HEIGHT);
            stage.show();
            return null;
        });
    }

    /** Gives the workbench another size, as a window does. */
    void resize(double width, double height) throws Exception {
        fx(() -> {
            workbench.resize(width, height);
            return null;
        });
        layout();
        layout();
    }

    private void paint(Runnable work) {
        painter.execute(() -> {
            long start = System.nanoTime();
            work.run();
            pictures.increment();
            pictureNanos.add(System.nanoTime() - start);
        });
    }

    /** What a person would see now, all background work done. */
    void layout() throws Exception {
        fx(() -> {
            workbench.applyCss();
            workbench.layout();
            return null;
        });
        background.submit(() -> {}).get();
        fx(() -> null);
        painter.submit(() -> {}).get();
        fx(() -> null);
    }

    <T> T fx(Callable<T> action) throws Exception {
        return FxToolkit.onFx(action);
    }

    /** Waits until something is so, at most four minutes. */
    void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
        while (!fx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so in time; state "
                        + workbench.runs().stateProperty().get() + " "
                        + workbench.runs().messageProperty().get());
            }
            Thread.sleep(20);
        }
    }

    /** Presses the tool bar's button of an action. */
    void press(String key) throws Exception {
        fx(() -> {
            Button button = (Button) workbench.lookup("#" + key);
            if (button.isDisabled()) {
                throw new AssertionError(
                        key + " is disabled: " + workbench.hindranceProperty().get());
            }
            button.fire();
            return null;
        });
    }

    Node find(String selector) throws Exception {
        return fx(() -> workbench.lookup(selector));
    }

    void writePng(Path file) throws Exception {
        layout();
        layout();
        Thread.sleep(250);
        layout();
        var image = fx(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    @Override
    public void close() throws Exception {
        // A tick that found the painter gone would end in the toolkit's loop with a stack trace.
        fx(() -> {
            workbench.stopClock();
            return null;
        });
        background.shutdownNow();
        painter.shutdownNow();
    }
}
