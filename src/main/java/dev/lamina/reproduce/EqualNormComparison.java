package dev.lamina.reproduce;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.text.NumberText;
import dev.lamina.message.Message;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * ResNet-20 with and without the equal-norm constraint at λ = 10⁻⁴: accuracy, GBR, adversarial images. Source: Li, Chen,
 * Yang, eq. 22; METHODS section 4.
 *
 * @param base what both runs have in common
 */
record EqualNormComparison(PaperTraining base, List<Double> epsilons) implements Reproduction {
    private static final String PLAIN = "plain";
    private static final String ENC = "enc";

    static EqualNormComparison onImages(int images) {
        return new EqualNormComparison(
                PaperConfigs.gbr(images, "probes.gbr.enabled=true"), List.of(0.0, 0.5, 1.0, 2.0, 4.0, 8.0));
    }

    @Override
    public Message title() {
        return Message.of("reproduce.enc");
    }

    @Override
    public List<Arm> arms() {
        PaperTraining constrained = base.with("training.equalNorm={}");
        return List.of(
                new Arm.Trained(PLAIN, Message.verbatim("λ = 10⁻⁴"), base, Map.of()),
                new Arm.Trained(ENC, Message.of("reproduce.withEnc"), constrained, Map.of()));
    }

    @Override
    public List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>(List.of(
                Quantity.last("test-accuracy", Message.of("reproduce.testAccuracy"), Tags.TEST_ACCURACY),
                Quantity.last("train-accuracy", Message.of("reproduce.trainingAccuracy"), Tags.TRAIN_ACCURACY),
                Quantity.last("gbr", Message.of("reproduce.lastGbr"), Tags.GBR)));
        epsilons.forEach(e -> quantities.add(
                Quantity.measuredApart(fgsm(e), Message.of("reproduce.attackedAccuracy", NumberText.of(e)))));
        return quantities;
    }

    /** The id of the accuracy at one ε. */
    static String fgsm(double epsilon) {
        return "fgsm-" + epsilon;
    }

    @Override
    public List<Message> remarks() {
        return List.of(Message.of("reproduce.encSchedule"), Message.of("reproduce.encImages"));
    }

    @Override
    public List<Claim> claims(Results results) {
        List<Claim> claims = new ArrayList<>(List.of(
                results.below(Message.of("reproduce.encHigher"), "test-accuracy", PLAIN, ENC),
                results.below(Message.of("reproduce.encLowerGbr"), "gbr", ENC, PLAIN)));
        if (epsilons.size() > 1) {
            double largest = epsilons.getLast();
            claims.add(Claim.above(
                    Message.of("reproduce.encFallsLess", NumberText.of(largest)),
                    results.difference(PLAIN, ENC, this::fall)));
        }
        return claims;
    }

    private OptionalDouble fall(ArmRun run) {
        return run.value(fgsm(epsilons.getFirst())).stream()
                .flatMap(clean -> run.value(fgsm(epsilons.getLast())).stream().map(attacked -> clean - attacked))
                .findFirst();
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        List<Tag> metrics = List.of(Tags.TRAIN_ACCURACY, Tags.TEST_ACCURACY, Tags.GBR);
        return Curves.compare(results, metrics).map(curves -> {
            List<Panel> panels = new ArrayList<>(curves.panels());
            List<Series> attacked = results.arms().stream().map(this::attacked).toList();
            if (attacked.stream().anyMatch(series -> series.size() > 0)) {
                panels.add(Panel.of(
                        AxisSpec.of(Message.of("reproduce.epsilonAxis").toString(), AxisScale.LINEAR),
                        AxisSpec.of(Message.of("reproduce.testAccuracyAxis").toString(), AxisScale.LINEAR),
                        attacked));
            }
            return new FigureSpec("", panels);
        });
    }

    private Series attacked(Results.OfArm of) {
        List<Double> measured =
                epsilons.stream().filter(e -> of.spread(fgsm(e)).isPresent()).toList();
        return Series.of(
                of.arm().label().toString(),
                measured.stream().mapToDouble(e -> e).toArray(),
                measured.stream()
                        .mapToDouble(e -> of.spread(fgsm(e)).orElseThrow().median())
                        .toArray());
    }
}
