package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.TrainingCommand;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.run.Beginning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Pictures of the live charts of a run with WNLL stages: both tabs, both looks, both languages. */
final class ChartScreens {
    private static final String WNLL = """
            {"name": "shapes-wnll",
             "data": {"source": {"type": "shapes", "trainCount": 320, "testCount": 100}, "validation": {"fraction": 0.2}},
             "network": {"preset": {"type": "resnet8"}},
             "head": {"type": "wnll", "alternations": 2, "epochs": 4, "probeEveryEpochs": 1},
             "training": {"epochs": 6, "batchSize": 32, "learningRate": 0.05},
             "probes": {"gbr": {"images": 16}}, "backend": {"threads": 1}}""";

    private ChartScreens() {}

    public static void main(String[] args) throws Exception {
        Path target = Path.of(args.length > 0 ? args[0] : "target/screens");
        Path work = Files.createTempDirectory("lamina-chart-screens");
        try (Screen screen = Screen.open(work, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentConfig config = RecordFiles.parse(WNLL, "wnll", ExperimentConfig.class, List.of());
            screen.fx(() -> {
                screen.workbench.show(ExperimentDocument.unsaved(config));
                screen.workbench.runs().start(config, screen.services.runs().resolve("wnll"), Beginning.TO_THE_END);
                return null;
            });
            screen.await(() -> {
                var step = screen.workbench.runs().latestStep();
                return step != null && step.epoch() >= 4;
            });
            screen.fx(() -> {
                screen.workbench.runs().submit(new TrainingCommand.SetLearningRate(0.02));
                screen.workbench.runs().submit(new TrainingCommand.SetWeightDecay(0.001));
                return null;
            });
            screen.await(() -> !screen.workbench.runs().stateProperty().get().active());
            System.out.println(screen.workbench.runs().messageProperty().get());
            screen.writePng(target.resolve("charts-wnll-light.png"));
            screen.fx(() -> {
                screen.workbench.runPane().charts().tabs().getSelectionModel().select(1);
                return null;
            });
            screen.writePng(target.resolve("charts-updates-light.png"));
            screen.fx(() -> {
                screen.workbench.setAppearance(Appearance.DARK);
                screen.workbench.setLanguage(Language.CHINESE);
                return null;
            });
            screen.writePng(target.resolve("charts-updates-dark-chinese.png"));
        }
        System.exit(0);
    }
}
