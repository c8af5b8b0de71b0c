package dev.lamina.reproduce;

import dev.lamina.figure.FigureSpec;
import dev.lamina.message.Message;
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
@InCatalog(name = "mpelu-initialisation", images = 10_000)
record MpeluInitialization(int images) implements Reproduction {
    private static final String ACCURACY = "train-accuracy";

    /** Ten classes are guessed with 10 %; a network above twice that has learned something. */
    private static final double LEARNED_PERCENT = 20;

    static MpeluInitialization of(ReproductionChoice choice) {
        return new MpeluInitialization(choice.images());
    }

    @Override
    public Message title() {
        return Message.of("reproduce.mpeluInitialization", images);
    }

    @Override
    public List<Arm> arms() {
        List<Arm> arms = new ArrayList<>();
        for (String activation : List.of("elu", "mpelu")) {
            String label = activation.toUpperCase(Locale.ROOT);
            arms.add(arm(activation, "gaussian", Message.of("reproduce.gaussian", label)));
            arms.add(arm(activation, "mpelu", Message.of("reproduce.equation22", label)));
        }
        return arms;
    }

    private Arm arm(String activation, String initializer, Message label) {
        PaperTraining training = PaperConfigs.mpelu(
                images,
                "network.preset=plain30",
                // The paper's section 4.3 decays neither α nor β.
                "activation="
                        + (activation.equals("mpelu")
                                ? "{\"type\": \"mpelu\", \"weightDecayFactor\": 0}"
                                : "\"" + activation + "\""),
                "training.learningRate=0.01",
                "training.initializer=" + initializer);
        String id = activation + (initializer.equals("mpelu") ? "-eq22" : "-gaussian");
        return new Arm.Trained(id, label, training, Map.of());
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.last(ACCURACY, Message.of("reproduce.trainingAccuracy"), Tags.TRAIN_ACCURACY),
                Quantity.last("train-loss", Message.of("reproduce.trainingLoss"), Tags.TRAIN_LOSS),
                Quantity.testError());
    }

    @Override
    public List<Message> remarks() {
        return List.of(Message.of("reproduce.plainNetwork"));
    }

    @Override
    public List<Claim> claims(Results results) {
        List<Claim> claims = new ArrayList<>();
        for (String activation : List.of("elu", "mpelu")) {
            String label = activation.toUpperCase(Locale.ROOT);
            claims.add(Claim.above(
                    Message.of("reproduce.learnsNot", label),
                    learned(results, activation + "-gaussian").map(Difference::negated)));
            claims.add(Claim.above(Message.of("reproduce.learns", label), learned(results, activation + "-eq22")));
        }
        return claims;
    }

    private static Optional<Difference> learned(Results results, String arm) {
        return results.over(arm, LEARNED_PERCENT, run -> run.value(ACCURACY));
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return Curves.compare(results, List.of(Tags.TRAIN_LOSS, Tags.TEST_ACCURACY));
    }
}
