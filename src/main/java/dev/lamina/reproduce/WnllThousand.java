package dev.lamina.reproduce;

import dev.lamina.figure.FigureSpec;
import dev.lamina.message.Message;
import dev.lamina.metric.Tags;
import dev.lamina.nn.layer.NormStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Few images, and what WNLL gains there: the WNLL stage as the paper prints it and as its released code has it, each
 * network read by linear head, 15 nearest neighbors and WNLL on the same features, with both readings of BN in testing.
 * Two alternations of 100 and 5 epochs. Source: Wang et al. 2018, table 2, and its code.
 *
 * @param base what both stages have in common
 */
@InCatalog(name = "wnll-thousand", network = "resnet20", images = 1_000)
record WnllThousand(String network, int images, PaperTraining base) implements Reproduction {
    private static final List<String> HEADS = List.of("linear", "neighbors", "wnll");
    private static final String PRINTED = "printed";
    private static final String RELEASED = "released";

    /** The rate is halved as often as in the paper's 400 epochs. */
    static WnllThousand of(String network, int images) {
        PaperTraining base = PaperConfigs.wnll(images, WnllArms.preset(network), "head=wnll")
                .with("training.epochs=100", "training.schedule.epochs=13");
        return new WnllThousand(network, images, base);
    }

    static WnllThousand of(ReproductionChoice choice) {
        return of(WnllArms.network(choice.network()), choice.images());
    }

    @Override
    public Message title() {
        return Message.of("reproduce.wnllThousand", network, images);
    }

    @Override
    public List<Arm> arms() {
        return List.of(
                arm(PRINTED, "head.learningRate=5e-4", "head.gradient=scores"),
                arm(RELEASED, "head.learningRate=0.05", "head.gradient=softmax-of-scores"));
    }

    private Arm arm(String id, String rate, String gradient) {
        return new Arm.Trained(id, Message.of("reproduce.stage." + id), base.with(rate, gradient), Map.of());
    }

    @Override
    public List<NormStatistics> comparedBy() {
        return List.of(NormStatistics.RUNNING, NormStatistics.BATCH);
    }

    /** The id of a head's error, heads in the order of the reading. */
    static String id(int head, NormStatistics statistics) {
        return HEADS.get(head) + (statistics == NormStatistics.BATCH ? "-batch" : "");
    }

    @Override
    public List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>();
        for (NormStatistics statistics : comparedBy()) {
            for (int head = 0; head < HEADS.size(); head++) {
                String id = id(head, statistics);
                quantities.add(Quantity.measuredApart(id, Message.of("reproduce.error." + id)));
            }
        }
        return quantities;
    }

    @Override
    public List<Message> remarks() {
        return List.of(Message.of("reproduce.thousandSchedule"), Message.of("reproduce.thousandBatches"));
    }

    /** Seed by seed on the same network, so that the differences are paired. */
    @Override
    public List<Claim> claims(Results results) {
        List<Claim> claims = new ArrayList<>();
        for (Arm arm : arms()) {
            for (NormStatistics statistics : comparedBy()) {
                String wnll = id(2, statistics);
                for (int head = 0; head < 2; head++) {
                    String other = id(head, statistics);
                    Message text = Message.of(
                            "reproduce.errorBelowOf",
                            Message.of("reproduce.error." + wnll),
                            Message.of("reproduce.error." + other),
                            arm.label());
                    claims.add(Claim.above(text, results.over(arm.id(), 0, run -> less(run, other, wnll))));
                }
            }
        }
        claims.add(results.below(
                Message.of("reproduce.releasedBelowPrinted"), id(2, NormStatistics.RUNNING), RELEASED, PRINTED));
        return claims;
    }

    private static OptionalDouble less(ArmRun run, String from, String what) {
        return run.value(from).stream()
                .flatMap(value -> run.value(what).stream().map(other -> value - other))
                .findFirst();
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return Curves.against(results, Tags.TEST_ACCURACY, Tags.WNLL_TEST_ACCURACY);
    }
}
