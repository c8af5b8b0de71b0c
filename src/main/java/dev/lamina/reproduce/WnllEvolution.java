package dev.lamina.reproduce;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figure 4 of the WNLL paper: accuracy of both heads on the same features, epoch by epoch. */
record WnllEvolution(String network, int images) implements Reproduction {
    @Override
    public String title() {
        return String.format(
                Locale.ROOT,
                "Wang et al. 2018, figure 4: both heads of %s while it trains on %,d CIFAR-10 images",
                network,
                images);
    }

    @Override
    public List<Arm> arms() {
        return List.of(WnllArms.wnll("wnll", "WNLL", network, images, "head.probeEveryEpochs=1"));
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.testError(),
                beforeTheChange("linear-1", "linear head, before the head changes", Tags.TEST_ACCURACY),
                beforeTheChange("wnll-1", "WNLL on the same features", Tags.WNLL_TEST_ACCURACY),
                new Quantity(
                        "linear-end",
                        "linear head, last epoch",
                        "%",
                        epochs -> epochs.isEmpty()
                                ? OptionalDouble.empty()
                                : error(epochs.getLast(), Tags.TEST_ACCURACY)));
    }

    /** The last epoch with both accuracies before the head changes for the first time. */
    private static Quantity beforeTheChange(String id, String label, Tag metric) {
        return new Quantity(
                id,
                label,
                "%",
                epochs -> epochs.stream()
                        .filter(WnllEvolution::inFirstStage)
                        .filter(epoch -> epoch.value(Tags.TEST_ACCURACY).isPresent())
                        .filter(epoch -> epoch.value(Tags.WNLL_TEST_ACCURACY).isPresent())
                        .reduce((_, later) -> later)
                        .map(epoch -> error(epoch, metric))
                        .orElse(OptionalDouble.empty()));
    }

    private static boolean inFirstStage(EpochMetrics epoch) {
        return epoch.stage() != null
                && epoch.stage().id().equals("linear")
                && epoch.stage().alternation() == 1;
    }

    private static OptionalDouble error(EpochMetrics epoch, Tag accuracy) {
        return epoch.value(accuracy).stream().map(a -> 100 * (1 - a)).findFirst();
    }

    @Override
    public List<String> remarks() {
        return List.of("All rows are test errors. The figure is that of the first seed.");
    }

    @Override
    public List<Claim> claims(Results results) {
        String jump = "error falls where the head changes for the first time";
        Optional<Double> after = results.median("wnll", "wnll-1");
        return List.of(new Claim(
                jump, after.flatMap(a -> results.median("wnll", "linear-1").map(b -> a < b))));
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return results.arms().getFirst().curves().stream()
                .filter(curve -> !curve.isEmpty())
                .findFirst()
                .map(TrainingFigures::accuracyAndBound);
    }
}
