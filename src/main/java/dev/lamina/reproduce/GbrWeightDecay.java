package dev.lamina.reproduce;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.text.NumberText;
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
record GbrWeightDecay(ExperimentConfig base, List<Double> decays) implements Reproduction {
    private static final List<Double> PUBLISHED = List.of(0.0, 1e-8, 1e-6, 1e-4, 1e-3, 1e-2);
    private static final String GBR = "gbr";

    static GbrWeightDecay onImages(int images) {
        return new GbrWeightDecay(PaperConfigs.mpelu(images, "probes.gbr.enabled=true"), PUBLISHED);
    }

    @Override
    public String title() {
        return "Li, Chen, Yang, figure 1: GBR against epoch for weight decays λ";
    }

    @Override
    public List<Arm> arms() {
        return decays.stream().map(this::arm).toList();
    }

    private Arm arm(double decay) {
        ExperimentConfig config = PaperConfigs.with(base, "training.weightDecay=" + decay);
        return new Arm.Trained(id(decay), NumberText.setting("λ", decay), config, Map.of());
    }

    private static String id(double decay) {
        return decay == 0 ? "decay-0" : "decay-1e" + Math.round(Math.log10(decay));
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.last(GBR, "GBR, last epoch", Tags.GBR),
                Quantity.last("test-accuracy", "test accuracy", Tags.TEST_ACCURACY),
                Quantity.last("train-accuracy", "training accuracy", Tags.TRAIN_ACCURACY));
    }

    @Override
    public List<String> remarks() {
        return List.of(
                "Network and schedule are those of residual networks in the MPELU paper (200 epochs, rate 0.1, a tenth at"
                        + " 81 and 122): we have no schedule of the GBR paper's figure 1 to go by.",
                "GBR of the logits in normalized pixels, exact on 256 training images; batch normalization in test mode."
                        + " No values are published beside the curves.");
    }

    @Override
    public List<Claim> claims(Results results) {
        return List.of(
                results.below("GBR is lower for λ = 10⁻³ than for λ = 0", GBR, id(1e-3), id(0)),
                results.below("GBR is lower for λ = 10⁻² than for λ = 10⁻³", GBR, id(1e-2), id(1e-3)));
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return Curves.compare(results, List.of(Tags.GBR, Tags.TEST_ACCURACY));
    }
}
