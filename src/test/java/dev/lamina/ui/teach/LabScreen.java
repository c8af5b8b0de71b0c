package dev.lamina.ui.teach;

import dev.lamina.data.DataLocation;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.message.Language;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** A laboratory in a scene without a window, for tests and pictures. */
final class LabScreen implements AutoCloseable {
    final PlaneLab lab;
    final Texts texts;
    private final Scene scene;
    private final SimpleObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.LIGHT);
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final ExecutorService painter = Executors.newSingleThreadExecutor();

    private LabScreen(double width, double height, Appearance look, Language language) throws Exception {
        texts = Texts.in(language);
        appearance.set(look);
        LabServices services = new LabServices(
                texts,
                appearance,
                () -> Runs.byBackend(DataLocation.standard(null)),
                FxExecutor.platform(),
                background,
                this::paint);
        lab = fx(() -> {
            look.apply();
            return PlaneLab.view(services);
        });
        scene = fx(() -> {
            Scene made = new Scene(lab, width, height);
            Appearance.dress(made);
            return made;
        });
        layout();
    }

    /** What comes after the end is left out. */
    private void paint(Runnable work) {
        try {
            painter.execute(work);
        } catch (RejectedExecutionException _) {
            // It is closed.
        }
    }

    static LabScreen open(double width, double height, Appearance look, Language language) throws Exception {
        new FxToolkit().beforeAll(null);
        return new LabScreen(width, height, look, language);
    }

    <T> T fx(Callable<T> action) throws Exception {
        return FxToolkit.onFx(action);
    }

    void layout() throws Exception {
        fx(() -> {
            lab.applyCss();
            lab.layout();
            return null;
        });
    }

    Node find(String selector) throws Exception {
        return fx(() -> {
            Node found = lab.lookup(selector);
            if (found == null) {
                throw new AssertionError("no " + selector);
            }
            return found;
        });
    }

    /** Waits until something is so, at most two minutes. */
    void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!fx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so in time, at step " + lab.step());
            }
            layout();
            Thread.sleep(20);
        }
    }

    /** What a scroll pane shows is cached until its size changes, where no window asks for it. */
    private void resize(double height) throws Exception {
        fx(() -> {
            lab.resize(scene.getWidth(), height);
            return null;
        });
        layout();
    }

    void writePng(Path file) throws Exception {
        resize(scene.getHeight() - 2);
        Thread.sleep(400);
        resize(scene.getHeight());
        Thread.sleep(400);
        layout();
        var image = fx(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        Files.createDirectories(file.toAbsolutePath().getParent());
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(image, 0, 0, null);
        ImageIO.write(opaque, "png", file.toFile());
    }

    @Override
    public void close() throws Exception {
        fx(() -> {
            lab.close();
            return null;
        });
        background.shutdownNow();
        painter.shutdownNow();
    }
}
