package dev.lamina.reproduce;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.text.NumberText;
import dev.lamina.message.Message;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.probe.GbrFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * ResNet-20 with and without the equal-norm constraint at λ = 10⁻⁴: accuracy, GBR of each of its functions, adversarial
 * images. The paper has a normalization behind the classifier that it constrains; without it the classifier is free.
 * Source: Li, Chen, Yang, eq. 22, section 4.3; METHODS section 4.
 *
 * @param base what all runs have in common
 */
@InCatalog(name = "enc", images = 10_000)
record EqualNormComparison(PaperTraining base, List<Double> epsilons) implements Reproduction {
    private static final String PLAIN = "plain";
    private static final String ENC = "enc";
    private static final String ENC_TO_THE_LAST = "enc-normalized";
    private static final String ACCURACY = "test-accuracy";

    static EqualNormComparison onImages(int images) {
        return new EqualNormComparison(
                PaperConfigs.gbr(images, "probes.gbr.enabled=true"), List.of(0.0, 0.5, 1.0, 2.0, 4.0, 8.0));
    }

    static EqualNormComparison of(ReproductionChoice choice) {
        return onImages(choice.images());
    }

    @Override
    public Message title() {
        return Message.of("reproduce.enc");
    }

    @Override
    public List<Arm> arms() {
        return List.of(
                new Arm.Trained(
                        PLAIN, Message.verbatim("λ = 10⁻⁴"), base, GbrErrors.ofTables(GbrErrors.BASELINE, epsilons)),
                new Arm.Trained(
                        ENC,
                        Message.of("reproduce.withEnc"),
                        base.with("training.equalNorm={}", normalization("off")),
                        Map.of()),
                new Arm.Trained(
                        ENC_TO_THE_LAST,
                        Message.of("reproduce.withEncAndNormalization"),
                        base.with("training.equalNorm={}", normalization("on")),
                        GbrErrors.ofTables(GbrErrors.ENC, epsilons)));
    }

    private static String normalization(String value) {
        return "head={\"type\": \"softmax\", \"normalization\": \"" + value + "\"}";
    }

    @Override
    public List<GbrFunction> functions() {
        return List.of(GbrFunction.LABEL_PROBABILITY, GbrFunction.BEFORE_NORMALIZATION);
    }

    @Override
    public List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>(List.of(
                Quantity.last(ACCURACY, Message.of("reproduce.testAccuracy"), Tags.TEST_ACCURACY),
                Quantity.last("train-accuracy", Message.of("reproduce.trainingAccuracy"), Tags.TRAIN_ACCURACY),
                Quantity.last("gbr", Message.of("reproduce.gbrOfTheLogits"), Tags.GBR),
                Quantity.ofFunction(GbrFunction.LABEL_PROBABILITY, Message.of("reproduce.gbrOfLabelProbability")),
                Quantity.ofFunction(GbrFunction.BEFORE_NORMALIZATION, Message.of("reproduce.gbrBeforeNormalization"))));
        epsilons.forEach(e -> quantities.add(Quantity.ofAttack(e)));
        return quantities;
    }

    @Override
    public List<Message> remarks() {
        return List.of(
                Message.of("reproduce.encSchedule"),
                Message.of("reproduce.encImages"),
                Message.of("reproduce.gbrFunctions"));
    }

    @Override
    public List<Claim> claims(Results results) {
        String before = GbrFunction.BEFORE_NORMALIZATION.tag().id();
        List<Claim> claims = new ArrayList<>(List.of(
                results.below(Message.of("reproduce.encHigher"), ACCURACY, PLAIN, ENC_TO_THE_LAST),
                results.below(Message.of("reproduce.encLowerGbr"), "gbr", ENC_TO_THE_LAST, PLAIN),
                results.below(Message.of("reproduce.encLowerBefore"), before, ENC_TO_THE_LAST, PLAIN)));
        if (epsilons.size() > 1) {
            double largest = epsilons.getLast();
            claims.add(Claim.above(
                    Message.of("reproduce.encFallsLess", NumberText.of(largest)),
                    results.difference(PLAIN, ENC_TO_THE_LAST, this::fall)));
        }
        return claims;
    }

    private OptionalDouble fall(ArmRun run) {
        return run.value(Quantity.attacked(epsilons.getFirst())).stream()
                .flatMap(clean -> run.value(Quantity.attacked(epsilons.getLast())).stream()
                        .map(attacked -> clean - attacked))
                .findFirst();
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        List<Tag> metrics = List.of(Tags.TRAIN_ACCURACY, Tags.TEST_ACCURACY, Tags.GBR);
        return Curves.compare(results, metrics).map(curves -> {
            List<Panel> panels = new ArrayList<>(curves.panels());
            new AttackCurves(epsilons).of(results.arms()).ifPresent(panels::add);
            return new FigureSpec("", panels);
        });
    }
}
