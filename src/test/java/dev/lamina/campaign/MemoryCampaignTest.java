package dev.lamina.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.experiment.ExperimentPreview;
import dev.lamina.setting.RecordFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code describe} says training will take is what it takes: the greatest resident memory of a real training
 * process less that of an empty one. {@code -Dlamina.campaign.networks=N} measures the first N.
 */
@Tag("campaign")
class MemoryCampaignTest {
    private static final double MOST_OFF = 0.15;

    private static final Case EMPTY = new Case("{\"type\": \"mlp\", \"hiddenWidths\": [1]}", 1, 2, "");
    private static final String WNLL =
            ", \"head\": {\"type\": \"wnll\", \"alternations\": 1, \"epochs\": 1, \"probeEveryEpochs\": 2}";

    private static final List<Case> CASES = List.of(
            new Case("\"resnet20\"", 128, 2, ""),
            new Case("\"lenet5\"", 1024, 2, ""),
            new Case("\"mpelu-resnet20\"", 128, 2, ""),
            new Case("\"resnet20\"", 192, 1, ""),
            new Case("\"resnet20\"", 160, 2, WNLL),
            new Case("\"resnet18\"", 16, 2, ""),
            new Case("\"vgg11\"", 128, 2, ""),
            new Case("\"vgg16\"", 64, 2, ""),
            new Case("\"nin\"", 128, 2, ""),
            new Case("\"preactresnet18\"", 64, 2, ""),
            new Case("\"resnet56\"", 128, 2, ""),
            new Case("\"resnet110\"", 128, 2, ""));

    private static final int NETWORKS = Integer.getInteger("lamina.campaign.networks", CASES.size());

    @TempDir
    private Path folder;

    /** @param more keys of the configuration, each after a comma */
    private record Case(String preset, int batchSize, int threads, String more) {
        String config() {
            return """
                    {"name": "memory",
                     "data": {"source": {"type": "shapes", "trainCount": %d, "testCount": %d}},
                     "network": {"preset": %s}%s,
                     "training": {"epochs": 2, "batchSize": %d, "learningRate": 0.001},
                     "probes": {"gbr": {"images": 10, "everyEpochs": 2}},
                     "backend": {"threads": %d}}""".formatted(
                    Math.max(10, batchSize), Math.max(10, Math.min(batchSize, 128)), preset, more, batchSize, threads);
        }

        long estimatedBytes() {
            ExperimentConfig config = RecordFiles.parse(config(), "memory", ExperimentConfig.class, List.of());
            return ExperimentPreview.of(config, DataLocation.standard(null))
                    .memory()
                    .bytes();
        }
    }

    private long measured(Case one, int number) throws Exception {
        Path config = Files.writeString(folder.resolve(number + ".json"), one.config());
        return MeasuredProcess.run(config, folder.resolve("run" + number)).greatestResidentBytes();
    }

    @Test
    void describeIsRightWithinAFewPercent() throws Exception {
        assumeTrue(MeasuredProcess.isPossible(), "the system does not tell what a process takes");
        long empty = measured(EMPTY, 0);
        System.out.println("empty run: " + (empty >> 20) + " MiB");
        List<String> off = new ArrayList<>();
        for (int i = 0; i < Math.min(NETWORKS, CASES.size()); i++) {
            Case one = CASES.get(i);
            long measured = measured(one, i + 1) - empty;
            long estimated = one.estimatedBytes();
            String line = String.format(
                    Locale.ROOT,
                    "%s, batch %d, threads %d%s: measured %d MiB, estimated %d MiB, ratio %.2f",
                    one.preset,
                    one.batchSize,
                    one.threads,
                    one.more.isEmpty() ? "" : ", wnll",
                    measured >> 20,
                    estimated >> 20,
                    (double) measured / estimated);
            System.out.println(line);
            if (Math.abs(measured - estimated) > MOST_OFF * measured) {
                off.add(line);
            }
        }
        assertEquals(List.of(), off);
    }
}
