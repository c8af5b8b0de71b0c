package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.BackendName;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceComparisonTest {
    private static final BackendName CPU = BackendName.of("cpu");
    private static final double TERA = 1e12;

    private static BenchOptions options(BenchNetwork... networks) {
        return new BenchOptions(List.of(networks), Set.of(), List.of(1), 1, 0, 0);
    }

    private static Measurement measurement(Mode mode, double milliseconds) {
        Contestant contestant = new SleepingContestant(Path.of(""));
        return new Measurement(new Task(contestant, mode, "resnet20@64", 1), List.of(milliseconds), -1);
    }

    private static List<String> row(double limitTeraflops, Measurement measured, Measurement... others) {
        List<Measurement> all = new ArrayList<>(List.of(others));
        all.add(measured);
        return List.of(new DeviceComparison(CPU, List.of(64), limitTeraflops, options(), _ -> {}, _ -> {})
                .row(BenchNetwork.RESNET_20, 64, measured, all, 0.1 * TERA)
                .toString()
                .split("\\s+"));
    }

    @Test
    void aRowHasTheRatesAndTheRatioToPyTorchsEagerMode() {
        assertEquals(
                List.of("ResNet-20", "64", "sleeper", "A", "20.00", "3200", "1.50", "5.000", "25.0"),
                row(20, measurement(SleepingContestant.mode("A"), 20), measurement(TorchContestant.EAGER_F32, 30)));
    }

    @Test
    void withoutAPeerAndALimitTheirColumnsAreEmpty() {
        assertEquals(
                List.of("ResNet-20", "64", "sleeper", "A", "20.00", "3200", "–", "5.000", "–"),
                row(Double.NaN, measurement(SleepingContestant.mode("A"), 20)));
    }

    @Test
    void aBatchOfNothingIsRefused() {
        String message = assertThrows(
                        BadInputException.class,
                        () -> new DeviceComparison(CPU, List.of(64, 0), Double.NaN, options(), _ -> {}, _ -> {}))
                .getMessage();
        assertTrue(message.startsWith("--batch [64, 0]"), message);
    }

    @Test
    void theWorkOfAStepGrowsWithTheBatch() {
        assertEquals(
                FlopCount.of(LaminaNetworks.step("vgg11")) / 64, FlopCount.of(LaminaNetworks.step("vgg11@2")), 1e-3);
    }

    @Test
    void theProfileNamesTheOperationsOfEveryBatchSize() {
        List<String> lines = new ArrayList<>();
        DeviceComparison.profile(
                CPU, List.of(1, 2), options(BenchNetwork.RESNET_20), line -> lines.add(line.toString()));
        assertTrue(lines.contains("resnet20@1 on cpu") && lines.contains("resnet20@2 on cpu"), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.contains("convolution backward weights")), lines.toString());
    }

    @Test
    void pyTorchsWorkerIsAmongTheResourcesAndKnowsEveryNetworkAndMode() {
        String script = TorchContestant.script();
        for (BenchNetwork network : BenchNetwork.values()) {
            assertTrue(
                    script.contains("def " + network.id() + "(")
                            && script.matches("(?s).*for builder in \\([^)]*\\b" + network.id() + "\\b.*"),
                    network.id());
        }
        assertTrue(script.contains("\"" + WorkerLoop.READY + "\""));
        assertTrue(script.contains("print(\"" + WorkerLoop.MILLISECONDS + "\""));
    }
}
