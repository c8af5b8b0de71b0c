package dev.lamina.reproduce;

import dev.lamina.figure.FigureSpec;
import dev.lamina.message.Message;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The MPELU paper's comparison of response functions in one network. Source: METHODS section 3. */
record MpeluActivations(String network, int images) implements Reproduction {
    static final List<String> NETWORKS = List.of("nin", "resnet20", "resnet110");

    private static final List<String> ACTIVATIONS = List.of("relu", "prelu", "elu", "mpelu");
    private static final String ERROR = "test-error";

    /** Published test errors, by arm. */
    private static final Map<String, Double> RESNET110 = Map.of("relu", 6.61, "block-b", 5.47);

    /** With augmentation. */
    private static final Map<String, Double> NIN = Map.of("elu", 7.77, "mpelu", 7.30);

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
        String[] overrides = {"network.preset=" + preset, activation};
        // Without normalization a rate of 0.1 ends with dead units after a few steps.
        PaperTraining training = network.equals("nin")
                ? PaperConfigs.nin(images, overrides).with("training.learningRate=0.01")
                : PaperConfigs.mpelu(images, overrides);
        return new Arm.Trained(id, label, training, published(id));
    }

    private Map<String, Published> published(String arm) {
        Map<String, Double> errors = switch (network) {
            case "nin" -> NIN;
            case "resnet110" -> RESNET110;
            default -> Map.of();
        };
        Message protocol = Message.of(network.equals("nin") ? "reproduce.augmented" : "reproduce.wholeCifar");
        return Optional.ofNullable(errors.get(arm))
                .map(error ->
                        Map.of(ERROR, new Published(error, Message.of("reproduce.mpeluPaper"), Optional.of(protocol))))
                .orElse(Map.of());
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
        List<Claim> claims = new ArrayList<>(List.of(
                results.below(Message.of("reproduce.errorBelow", "MPELU", "ReLU"), ERROR, "mpelu", "relu"),
                results.below(Message.of("reproduce.errorBelow", "MPELU", "PReLU"), ERROR, "mpelu", "prelu"),
                results.below(Message.of("reproduce.errorBelow", "MPELU", "ELU"), ERROR, "mpelu", "elu")));
        if (!network.equals("nin")) {
            // Table 9, of networks with batch normalization.
            claims.add(results.below(Message.of("reproduce.errorBelow", "ReLU", "ELU"), ERROR, "relu", "elu"));
        }
        return claims;
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return Curves.compare(results, List.of(Tags.TEST_ACCURACY, Tags.TRAIN_LOSS));
    }
}
