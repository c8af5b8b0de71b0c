package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.launch.VectorModule;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.run.Beginning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;

/** Pictures of the workspaces in two sizes, before and after a run, in both looks and languages. */
final class WorkspaceScreens {
    private static final String RUN = """
            {"name": "shapes", "data": {"source": {"type": "shapes", "trainCount": 128, "testCount": 64}, "validation": {"fraction": 0.2}},
             "network": {"preset": {"type": "resnet8", "width": 8}},
             "training": {"epochs": 4, "batchSize": 32, "learningRate": 0.05},
             "probes": {"gbr": {"images": 8}}, "backend": {"threads": 1}}""";

    private WorkspaceScreens() {}

    public static void main(String[] args) throws Exception {
        VectorModule.load();
        Path target = Path.of(args.length > 0 ? args[0] : "target/screens");
        Files.createDirectories(target);
        Path work = Files.createTempDirectory("lamina-workspace-screens");
        try (Screen screen = Screen.open(work, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentConfig config = RecordFiles.parse(RUN, "run", ExperimentConfig.class, List.of());
            screen.fx(() -> {
                screen.workbench.show(ExperimentDocument.unsaved(config));
                return null;
            });
            all(screen, target, "before");
            screen.fx(() -> {
                screen.workbench.runs().start(config, screen.services.runs().resolve("shapes"), Beginning.TO_THE_END);
                return null;
            });
            screen.await(() -> screen.workbench.runs().latestStep() != null
                    && !screen.workbench.runs().stateProperty().get().active());
            all(screen, target, "after");
            screen.fx(() -> {
                screen.workbench.setAppearance(Appearance.DARK);
                screen.workbench.setLanguage(Language.CHINESE);
                return null;
            });
            all(screen, target, "dark-chinese");
        }
        System.exit(0);
    }

    private static void all(Screen screen, Path target, String name) throws Exception {
        for (Workspace workspace : Workspace.values()) {
            screen.fx(() -> {
                screen.workbench.workspaceProperty().set(workspace);
                return null;
            });
            for (int[] size : new int[][] {{1366, 768}, {1600, 1000}}) {
                screen.resize(size[0], size[1]);
                Thread.sleep(300);
                screen.layout();
                var image = screen.fx(() -> SwingFXUtils.fromFXImage(screen.workbench.snapshot(null, null), null));
                String file = name + "-" + workspace.name().toLowerCase(Locale.ROOT) + "-" + size[0] + ".png";
                ImageIO.write(image, "png", target.resolve(file).toFile());
            }
        }
    }
}
