package dev.lamina.reproduce;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.figure.FigureSpec;
import dev.lamina.message.Message;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The MPELU paper's comparison of response functions in one network. Source: METHODS section 3. */
record MpeluActivations(String network, int images) implements Reproduction {
    static final List<String> NETWORKS = List.of("nin", "resnet20", "resnet110");

    private static final List<String> ACTIVATIONS = List.of("relu", "prelu", "elu", "mpelu");
    private static final String ERROR = "test-error";

    /** Block (b) and ReLU of depth 110: the only ones of this comparison whose published errors METHODS has. */
    private static final Map<String, Double> RESNET110 = Map.of("relu", 6.61, "block-b", 5.47);

    MpeluActivations {
        if (!NETWORKS.contains(network)) {
            throw new BadInputException(
                    Message.of("reproduce.chooseOne", NETWORKS).at("--network " + network));
        }
    }

    @Override
    public Message title() {
        return Message.of("reproduce.mpeluActivations", network, images);
    }

    @Override
    public List<Arm> arms() {
        List<Arm> arms = new ArrayList<>();
        for (String activation : ACTIVATIONS) {
            arms.add(arm(activation, Message.verbatim(label(activation)), network, "activation=" + activation));
        }
        if (!network.equals("nin")) {
            arms.add(arm("block-b", Message.of("reproduce.mpeluBlockB"), "mpelu-" + network, "activation=mpelu"));
        }
        return arms;
    }

    private Arm arm(String id, Message label, String preset, String activation) {
        // Without normalization a rate of 0.1 ends with dead units after a few steps.
        double rate = network.equals("nin") ? 0.01 : 0.1;
        ExperimentConfig config =
                PaperConfigs.mpelu(images, "network.preset=" + preset, activation, "training.learningRate=" + rate);
        Map<String, Published> published = network.equals("resnet110")
                ? RESNET110.entrySet().stream()
                        .filter(row -> row.getKey().equals(id))
                        .collect(Collectors.toMap(
                                _ -> ERROR,
                                row -> new Published(
                                        row.getValue(),
                                        Message.of("reproduce.mpeluPaper"),
                                        Optional.of(Message.of("reproduce.wholeCifar")))))
                : Map.of();
        return new Arm.Trained(id, label, config, published);
    }

    private static String label(String activation) {
        return switch (activation) {
            case "relu" -> "ReLU";
            case "prelu" -> "PReLU";
            default -> activation.toUpperCase(Locale.ROOT);
        };
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.testError(),
                Quantity.last("train-accuracy", Message.of("reproduce.trainingAccuracy"), Tags.TRAIN_ACCURACY));
    }

    @Override
    public List<Message> remarks() {
        List<Message> remarks = new ArrayList<>(List.of(Message.of("reproduce.meansAndMedians")));
        if (network.equals("nin")) {
            remarks.add(Message.of("reproduce.ninSchedule"));
        }
        return remarks;
    }

    @Override
    public List<Claim> claims(Results results) {
        return List.of(
                results.below(Message.of("reproduce.errorBelow", "MPELU", "ReLU"), ERROR, "mpelu", "relu"),
                results.below(Message.of("reproduce.errorBelow", "MPELU", "PReLU"), ERROR, "mpelu", "prelu"),
                results.below(Message.of("reproduce.errorBelow", "MPELU", "ELU"), ERROR, "mpelu", "elu"));
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return Curves.compare(results, List.of(Tags.TEST_ACCURACY, Tags.TRAIN_LOSS));
    }
}
