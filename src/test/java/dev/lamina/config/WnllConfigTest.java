package dev.lamina.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.manifold.WeightKernel;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.setting.RecordFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WnllConfigTest {
    private static ExperimentConfig config(String head) {
        String text = "{\"data\": {\"source\": \"moons\"}, \"network\": {\"preset\": \"mlp\"}, \"head\": " + head + "}";
        return RecordFiles.parse(text, "test", ExperimentConfig.class, List.of());
    }

    @Test
    void theShortFormHasThePapersNumbers() {
        assertEquals(
                new WnllHead(true, WnllSettings.DEFAULT, 2, 0.2, 5, 2000, 5e-4, ScoreGradient.SCORES, 0.5, 0),
                config("\"wnll\"").head());
    }

    @Test
    void everyNumberCanBeSetAndComesBackFromItsFile() {
        ExperimentConfig config = config(
                "{\"type\": \"wnll\", \"alternations\": 3, \"probeEveryEpochs\": 4,"
                        + " \"interpolation\": {\"kernel\": \"paper\", \"templateBatch\": 500, \"templateVote\": \"majority\"}}");
        WnllHead head = (WnllHead) config.head();
        assertEquals(3, head.alternations());
        assertEquals(WeightKernel.PAPER, head.interpolation().kernel());
        assertEquals(
                config, RecordFiles.parse(RecordFiles.write(config), "written", ExperimentConfig.class, List.of()));
    }

    @Test
    void theEpochsOfAllStagesAreThoseOfTheRun() {
        ExperimentConfig preset = config("{\"type\": \"wnll\", \"alternations\": 3, \"epochs\": 4}");
        int epochs = 3 * (preset.training().epochs() + 4);
        assertEquals(epochs, preset.epochs());
        String graph = RecordFiles.write(preset.networkGraph());
        ExperimentConfig drawn = RecordFiles.parse(
                "{\"data\": {\"source\": \"moons\"}, \"network\": {\"graph\": " + graph + "}}",
                "drawn",
                ExperimentConfig.class,
                List.of());
        assertEquals(epochs, drawn.epochs());
        assertEquals(preset.training().epochs(), config("\"svm\"").epochs());
    }

    @Test
    void theSampleNamesTheTwoStages() {
        ExperimentConfig sample =
                RecordFiles.read(Path.of("sample-configs/cifar10-wnll.json"), ExperimentConfig.class, List.of());
        assertEquals(2, ((WnllHead) sample.head()).alternations());
        assertEquals(40, sample.training().epochs());
    }
}
