package dev.lamina.train;

import dev.lamina.setting.Setting;

/** Ends a run when validation accuracy no longer improves. Test data plays no part. */
public record EarlyStopping(
        @Setting(
                defaultValue = "10",
                min = 1,
                max = 1_000_000,
                unit = "epochs",
                meaning = "epochs without improvement after which the run ends")
        int patienceEpochs,

        @Setting(
                defaultValue = "0.0",
                min = 0,
                max = 1,
                meaning = "gain in validation accuracy (a fraction) that counts as improvement must exceed this")
        double minimumImprovement) {
    /** Whether the run ends after this epoch. */
    boolean endsAfter(int epoch, BestEpoch best) {
        return epoch - best.improvedInEpoch() >= patienceEpochs;
    }
}
