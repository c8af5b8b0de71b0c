package dev.lamina.reproduce;

import dev.lamina.archive.MachineDescription;
import dev.lamina.backend.Cores;
import dev.lamina.config.BackendConfig;
import dev.lamina.data.TrainTest;
import dev.lamina.experiment.Backends;
import dev.lamina.experiment.LaminaBuild;
import dev.lamina.experiment.pixels.RawPixelComparison;
import dev.lamina.experiment.pixels.RawPixelRow;
import dev.lamina.experiment.pixels.RawPixelSettings;
import dev.lamina.manifold.WeightKernel;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.setting.RecordFiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Does one classifier on raw pixels.
 *
 * @param threads 0 takes every core
 */
record PixelArms(RunSequence runs, int threads) {
    private static final int VOTERS = 5;
    private static final double EXPONENT = 3;

    /** @throws java.util.concurrent.CancellationException after a stop */
    ArmRun run(Arm.Pixels arm, long seed, BiConsumer<Double, Double> progress) {
        runs.requireGoingOn();
        TrainTest data = arm.data().load(runs.where());
        WeightKernel kernel = arm.method() == PixelMethod.WNLL_PAPER ? WeightKernel.PAPER : WeightKernel.REFERENCE_CODE;
        int workers = threads > 0 ? threads : Cores.usable();
        var settings = new RawPixelSettings(WnllSettings.DEFAULT.with(kernel), VOTERS, workers, seed, 0, EXPONENT);
        var comparison = new RawPixelComparison(data, data, settings, (_, fraction, secondsLeft) -> {
            runs.requireGoingOn();
            progress.accept(fraction, secondsLeft);
        });
        RawPixelRow row = switch (arm.method()) {
            case SOFTMAX -> comparison.softmaxRegression();
            case NEIGHBORS -> comparison.nearestNeighbors();
            case P_LAPLACIAN -> comparison.pLaplacian();
            case WNLL, WNLL_PAPER -> comparison.wnll();
        };
        return new ArmRun(
                ArmRun.FORMAT,
                arm.id(),
                seed,
                Map.of(WnllTable1.ACCURACY, 100 * row.accuracy()),
                "",
                Instant.now(),
                row.seconds(),
                row.note(),
                LaminaBuild.current().version(),
                machine());
    }

    private MachineDescription machine() {
        return Backends.machine(
                RecordFiles.parse("{\"threads\": " + threads + "}", "backend", BackendConfig.class, List.of()));
    }
}
