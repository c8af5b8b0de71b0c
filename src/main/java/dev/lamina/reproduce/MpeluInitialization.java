package dev.lamina.reproduce;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.figure.FigureSpec;
import dev.lamina.metric.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The MPELU paper's test of its initialization: a plain network of 30 layers without normalization. Source: MPELU paper,
 * eq. 22; METHODS section 3.
 */
record MpeluInitialization(int images) implements Reproduction {
    private static final String ACCURACY = "train-accuracy";

    /** Ten classes are guessed with 10 %; a network above twice that has learned something. */
    private static final double LEARNED_PERCENT = 20;

    @Override
    public String title() {
        return String.format(
                Locale.ROOT, "MPELU paper: starting a plain network of 30 layers, on %,d CIFAR-10 images", images);
    }

    @Override
    public List<Arm> arms() {
        List<Arm> arms = new ArrayList<>();
        for (String activation : List.of("elu", "mpelu")) {
            String label = activation.toUpperCase(Locale.ROOT);
            arms.add(arm(activation, "gaussian", label + ", Gaussian 0.01"));
            arms.add(arm(activation, "mpelu", label + ", eq. 22"));
        }
        return arms;
    }

    private Arm arm(String activation, String initializer, String label) {
        ExperimentConfig config = PaperConfigs.mpelu(
                images,
                "network.preset=plain30",
                "activation=" + activation,
                "training.learningRate=0.01",
                "training.initializer=" + initializer);
        String id = activation + (initializer.equals("mpelu") ? "-eq22" : "-gaussian");
        return new Arm.Trained(id, label, config, Map.of());
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.last(ACCURACY, "training accuracy", Tags.TRAIN_ACCURACY),
                Quantity.last("train-loss", "training loss", Tags.TRAIN_LOSS),
                Quantity.testError());
    }

    @Override
    public List<String> remarks() {
        return List.of("The paper's network is trained on ImageNet with four times the channels; ours is its shape for"
                + " 32×32 images, at a rate of 0.01 that falls as for its residual networks. No published values.");
    }

    @Override
    public List<Claim> claims(Results results) {
        List<Claim> claims = new ArrayList<>();
        for (String activation : List.of("elu", "mpelu")) {
            String label = activation.toUpperCase(Locale.ROOT);
            claims.add(new Claim(
                    label + " does not learn from Gaussian 0.01 weights (at most 20 % of the training images)",
                    results.median(activation + "-gaussian", ACCURACY).map(a -> a <= LEARNED_PERCENT)));
            claims.add(new Claim(
                    label + " learns from weights by eq. 22",
                    results.median(activation + "-eq22", ACCURACY).map(a -> a > LEARNED_PERCENT)));
        }
        return claims;
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return Curves.compare(results, List.of(Tags.TRAIN_LOSS, Tags.TEST_ACCURACY));
    }
}
