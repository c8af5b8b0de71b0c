package dev.lamina.reproduce;

import dev.lamina.experiment.RunTags;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** Figure 4 of the WNLL paper: accuracy of both heads on the same features, epoch by epoch. */
@InCatalog(name = "wnll-evolution", network = "resnet20", images = 1_000)
record WnllEvolution(String network, int images) implements Reproduction {
    static WnllEvolution of(ReproductionChoice choice) {
        return new WnllEvolution(WnllArms.network(choice.network()), choice.images());
    }

    @Override
    public Message title() {
        return Message.of("reproduce.wnllEvolution", network, images);
    }

    @Override
    public List<Arm> arms() {
        return List.of(arm());
    }

    private Arm.Trained arm() {
        return WnllArms.wnll("wnll", Message.of("reproduce.head.wnll"), network, images, "head.probeEveryEpochs=1");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.testError(),
                beforeTheChange("linear-1", Message.of("reproduce.linearBefore"), Tags.TEST_ACCURACY),
                beforeTheChange("wnll-1", Message.of("reproduce.wnllBefore"), Tags.WNLL_TEST_ACCURACY),
                new Quantity(
                        "linear-end",
                        Message.of("reproduce.linearLast"),
                        "%",
                        epochs -> epochs.isEmpty()
                                ? OptionalDouble.empty()
                                : error(epochs.getLast(), Tags.TEST_ACCURACY)));
    }

    /** The last epoch with both accuracies before the head changes for the first time. */
    private static Quantity beforeTheChange(String id, Message label, Tag metric) {
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
    public List<Message> remarks() {
        return List.of(Message.of("reproduce.testErrors"));
    }

    @Override
    public List<Claim> claims(Results results) {
        return List.of(Claim.above(Message.of("reproduce.errorFalls"), results.over("wnll", 0, WnllEvolution::fall)));
    }

    /** From the end of the first linear stage to that of the WNLL stage behind it. */
    private static OptionalDouble fall(ArmRun run) {
        return run.value("linear-1").stream()
                .flatMap(before -> run.value("wnll-1").stream().map(after -> before - after))
                .findFirst();
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        UnaryOperator<Tag> said = RunTags.of(arm().training().config());
        return results.arms().getFirst().curves().stream()
                .filter(curve -> !curve.isEmpty())
                .findFirst()
                .map(curve -> TrainingFigures.accuracyAndBound(curve, said));
    }
}
