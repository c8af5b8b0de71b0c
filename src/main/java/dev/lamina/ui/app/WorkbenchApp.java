package dev.lamina.ui.app;

import dev.lamina.data.DataLocation;
import dev.lamina.experiment.Rehearsal;
import dev.lamina.log.UncaughtErrors;
import dev.lamina.tensor.HomeFolder;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.ClassPathRemark;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Preferences;
import dev.lamina.ui.fx.PreferencesFile;
import dev.lamina.ui.fx.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The program with its window. */
public final class WorkbenchApp extends Application {
    private static final System.Logger LOG = System.getLogger(WorkbenchApp.class.getName());
    private static final Duration REHEARSAL = Duration.ofSeconds(3);
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;

    /**
     * Shows the window and returns when it is closed.
     *
     * @return why there is none, where the toolkit cannot start; empty after a window
     */
    public static Optional<String> open() {
        try {
            ClassPathRemark.silence();
            launch(WorkbenchApp.class);
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            if (Display.isOwn(e)) {
                throw e;
            }
            return Optional.of(Display.reason(e));
        }
    }

    @Override
    public void start(Stage stage) {
        Path memory = PreferencesFile.standardFolder(
                System.getenv(), System.getProperty("os.name", ""), HomeFolder.current());
        PreferencesFile file = new PreferencesFile(memory);
        Preferences remembered = file.read();
        remembered.appearance().apply();
        Services services = new Services(
                Texts.in(remembered.language()),
                file,
                DataLocation.standard(null),
                FxExecutor.platform(),
                oneThread("background"),
                oneThread("chart-painter"),
                RunPlaces.standard(Path.of(""), HomeFolder.current()).usual(),
                memory);
        speak(services.texts());
        Workbench workbench = new Workbench(
                services,
                new WindowDialogs(
                        services.texts(),
                        () -> stage,
                        address -> getHostServices().showDocument(address)),
                remembered);
        new UncaughtErrors(report -> services.fx().execute(() -> workbench.show(report))).install();
        Scene scene = new Scene(workbench, remembered.windowWidth(), remembered.windowHeight());
        Appearance.dress(scene);
        FileDrop.attach(scene, workbench::open);
        stage.setScene(scene);
        fit(stage, Screen.getPrimary().getVisualBounds());
        entitle(stage, workbench);
        stage.setOnCloseRequest(event -> {
            event.consume();
            workbench.close(() -> leave(stage, file, workbench));
        });
        stage.focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                workbench.lookOutside();
            }
        });
        stage.show();
        rehearse(services.where());
    }

    /** Not larger than the screen at first, and never so small that the tool bar and the tabs find no room. */
    private static void fit(Stage stage, Rectangle2D screen) {
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setMaximized(stage.getScene().getWidth() >= screen.getWidth()
                || stage.getScene().getHeight() >= screen.getHeight());
    }

    /** The toolkit's own words, as in the menu of a text field, come in the language of the machine. */
    private static void speak(Texts texts) {
        Locale.setDefault(texts.languageProperty().get().locale());
        texts.languageProperty().addListener((_, _, language) -> Locale.setDefault(language.locale()));
    }

    /** Warms the engine up while the person finds out what to do. */
    static void rehearse(DataLocation where) {
        Thread.ofPlatform().daemon().name("rehearsal").start(() -> {
            try {
                Rehearsal.train(Template.rehearsal(), where, REHEARSAL);
            } catch (RuntimeException | LinkageError e) {
                // What is wrong with the engine is said when a person wants something of it.
                LOG.log(System.Logger.Level.WARNING, "rehearsal failed", e);
            }
        });
    }

    private static void leave(Stage stage, PreferencesFile file, Workbench workbench) {
        file.write(workbench
                .preferences()
                .withWindow(stage.getScene().getWidth(), stage.getScene().getHeight()));
        stage.close();
    }

    private static Executor oneThread(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private static void entitle(Stage stage, Workbench workbench) {
        stage.setTitle("Lamina");
        workbench.documentProperty().addListener((_, _, opened) -> {
            stage.titleProperty().unbind();
            stage.setTitle("Lamina");
            opened.ifPresent(document -> stage.titleProperty()
                    .bind(Bindings.createStringBinding(
                            () -> WindowTitle.of(document) + " – Lamina",
                            document.configProperty(),
                            document.changedProperty())));
        });
    }
}
