package dev.lamina.reproduce;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.text.NumberText;
import dev.lamina.message.Message;
import dev.lamina.metric.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figure 1 of the GBR paper: GBR against epoch for growing weight decay λ. Source: Li, Chen, Yang; METHODS section 4.
 *
 * @param base what all runs have in common
 * @param decays λ of each arm
 */
@InCatalog(name = "gbr-weight-decay", images = 10_000)
record GbrWeightDecay(PaperTraining base, List<Double> decays) implements Reproduction {
    private static final List<Double> PUBLISHED = List.of(0.0, 1e-8, 1e-6, 1e-4, 1e-3, 1e-2);
    private static final String GBR = "gbr";

    static GbrWeightDecay onImages(int images) {
        return new GbrWeightDecay(PaperConfigs.gbr(images, "probes.gbr.enabled=true"), PUBLISHED);
    }

    static GbrWeightDecay of(ReproductionChoice choice) {
        return onImages(choice.images());
    }

    @Override
    public Message title() {
        return Message.of("reproduce.gbrWeightDecay");
    }

    @Override
    public List<Arm> arms() {
        return decays.stream().map(this::arm).toList();
    }

    private Arm arm(double decay) {
        PaperTraining training = base.with("training.weightDecay=" + decay);
        return new Arm.Trained(id(decay), Message.verbatim(NumberText.setting("λ", decay)), training, Map.of());
    }

    private static String id(double decay) {
        return decay == 0 ? "decay-0" : "decay-1e" + Math.round(Math.log10(decay));
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.last(GBR, Message.of("reproduce.lastGbr"), Tags.GBR),
                Quantity.last("test-accuracy", Message.of("reproduce.testAccuracy"), Tags.TEST_ACCURACY),
                Quantity.last("train-accuracy", Message.of("reproduce.trainingAccuracy"), Tags.TRAIN_ACCURACY));
    }

    @Override
    public List<Message> remarks() {
        return List.of(Message.of("reproduce.gbrSchedule"), Message.of("reproduce.gbrOfLogits"));
    }

    @Override
    public List<Claim> claims(Results results) {
        return List.of(
                results.below(Message.of("reproduce.gbrLower", "10⁻³", "0"), GBR, id(1e-3), id(0)),
                results.below(Message.of("reproduce.gbrLower", "10⁻²", "10⁻³"), GBR, id(1e-2), id(1e-3)));
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return Curves.compare(results, List.of(Tags.GBR, Tags.TEST_ACCURACY));
    }
}
