package dev.lamina.ui.app;

import dev.lamina.event.TrainingCommand;
import dev.lamina.launch.VectorModule;
import dev.lamina.message.Language;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.run.Beginning;
import dev.lamina.ui.run.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.TabPane;

/** Takes the pictures of the window: {@code mvn -Pscreens}. The first argument names the folder they go to. */
final class Screens {
    private static final int EPOCHS = 10;

    private Screens() {}

    public static void main(String[] args) throws Exception {
        VectorModule.load();
        Path target = Path.of(args.length > 0 ? args[0] : "target/screens");
        Path work = Files.createTempDirectory("lamina-screens");
        try (Screen screen = Screen.open(work, Appearance.LIGHT, Language.ENGLISH)) {
            screen.writePng(target.resolve("start-page-light.png"));
            ExperimentDocument quick =
                    ExperimentDocument.unsaved(Template.quickStart().config());
            screen.fx(() -> {
                quick.set("data.source.trainCount", "1200");
                quick.set("data.source.testCount", "300");
                quick.set("data.validation", "{\"fraction\": 0.1}");
                quick.set("probes.gbr.images", "64");
                screen.workbench.show(quick);
                return null;
            });
            screen.layout();
            train(screen, quick);
            screen.writePng(target.resolve("run-light.png"));
            screen.fx(() -> {
                screen.workbench.setAppearance(Appearance.DARK);
                screen.workbench.setLanguage(Language.CHINESE);
                ((TabPane) Objects.requireNonNull(screen.workbench.experimentPane()))
                        .getSelectionModel()
                        .select(4);
                return null;
            });
            screen.writePng(target.resolve("run-dark-chinese.png"));
            screen.fx(() -> {
                screen.workbench.runs().stop();
                return null;
            });
            screen.await(() -> !screen.workbench.runs().stateProperty().get().active());
        }
        try (Screen screen =
                Screen.open(Files.createTempDirectory("lamina-screens"), Appearance.DARK, Language.CHINESE)) {
            screen.writePng(target.resolve("start-page-dark-chinese.png"));
        }
        System.exit(0);
    }

    /** Up to the middle of an epoch, with a change of the learning rate on the way. */
    private static void train(Screen screen, ExperimentDocument document) throws Exception {
        screen.fx(() -> {
            screen.workbench
                    .runs()
                    .start(document.config(), screen.services.runs().resolve("quickstart"), Beginning.TO_THE_END);
            return null;
        });
        screen.await(() -> epoch(screen) >= EPOCHS / 2);
        screen.fx(() -> {
            screen.workbench.runs().submit(new TrainingCommand.SetLearningRate(0.03));
            return null;
        });
        screen.await(() -> epoch(screen) >= EPOCHS);
        if (screen.workbench.runs().stateProperty().get() != RunState.RUNNING) {
            throw new IllegalStateException("the run has ended");
        }
    }

    private static int epoch(Screen screen) {
        var step = screen.workbench.runs().latestStep();
        return step == null ? 0 : step.epoch();
    }
}
