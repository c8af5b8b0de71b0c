package dev.lamina.reproduce;

import dev.lamina.figure.FigureSpec;
import dev.lamina.message.Message;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The MPELU paper's comparison of response functions in one network. Source: METHODS section 3. */
@InCatalog(name = "mpelu-activations", network = "nin", images = 10_000)
record MpeluActivations(String network, int images) implements Reproduction {
    static final List<String> NETWORKS = List.of("nin", "resnet8", "resnet20", "resnet110");

    private static final String ERROR = "test-error";

    /** Responses by arm; of residual networks with MPELU in block (a), or what stands for it. */
    private static final Map<String, String> RESPONSES = responses();

    /** Residual networks alone: what follows the addition in the MPELU paper's own block. */
    private static final Map<String, String> BLOCKS = Map.of("block-b", "none", "near-identity", "near-identity");

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

    static MpeluActivations of(ReproductionChoice choice) {
        return new MpeluActivations(choice.network(), choice.images());
    }

    @Override
    public Message title() {
        return Message.of("reproduce.mpeluActivations", network, images);
    }

    private static Map<String, String> responses() {
        Map<String, String> responses = new LinkedHashMap<>();
        responses.put("relu", "\"relu\"");
        responses.put("prelu", "\"prelu\"");
        responses.put("elu", "\"elu\"");
        responses.put("mpelu", "\"mpelu\"");
        responses.put("mpelu-quarter", "{\"type\": \"mpelu\", \"initialAlpha\": 0.25}");
        return responses;
    }

    @Override
    public List<Arm> arms() {
        List<Arm> arms = new ArrayList<>();
        RESPONSES.forEach((id, response) -> arms.add(arm(id, "\"" + network + "\"", response)));
        if (!isPlain()) {
            int depth = Integer.parseInt(network.substring("resnet".length()));
            new TreeMap<>(BLOCKS)
                    .forEach((id, after) -> arms.add(arm(
                            id,
                            "{\"type\": \"mpelu-resnet\", \"depth\": " + depth + ", \"afterAddition\": \"" + after
                                    + "\"}",
                            "\"mpelu\"")));
        }
        return arms;
    }

    private boolean isPlain() {
        return network.equals("nin");
    }

    private Arm arm(String id, String preset, String response) {
        List<String> choices = new ArrayList<>(List.of("network.preset=" + preset, "activation=" + response));
        if (isPlain() && id.startsWith("mpelu")) {
            // The paper's section 4.1 decays neither α nor β, its residual networks decay both.
            choices.add("activation.weightDecayFactor=0");
        }
        String[] overrides = choices.toArray(String[]::new);
        PaperTraining training = switch (network) {
            // Without normalization a rate of 0.1 ends with dead units after a few steps.
            case "nin" -> PaperConfigs.nin(images, overrides).with("training.learningRate=0.01");
            case "resnet8" ->
                PaperConfigs.mpelu(images, overrides).with("training.epochs=60", "training.schedule=cosine");
            default -> PaperConfigs.mpelu(images, overrides);
        };
        return new Arm.Trained(id, Message.of("reproduce.response." + id), training, published(id));
    }

    private Map<String, Published> published(String arm) {
        Map<String, Double> errors = switch (network) {
            case "nin" -> NIN;
            case "resnet110" -> RESNET110;
            default -> Map.of();
        };
        Message protocol = Message.of(isPlain() ? "reproduce.augmented" : "reproduce.wholeCifar");
        return Optional.ofNullable(errors.get(arm))
                .map(error ->
                        Map.of(ERROR, new Published(error, Message.of("reproduce.mpeluPaper"), Optional.of(protocol))))
                .orElse(Map.of());
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.testError(),
                Quantity.stepsToTrainingError15(),
                Quantity.last("train-accuracy", Message.of("reproduce.trainingAccuracy"), Tags.TRAIN_ACCURACY));
    }

    @Override
    public List<Message> remarks() {
        List<Message> remarks = new ArrayList<>(List.of(Message.of("reproduce.meansAndMedians")));
        if (isPlain()) {
            remarks.add(Message.of("reproduce.ninSchedule"));
        }
        if (network.equals("resnet8")) {
            remarks.add(Message.of("reproduce.resnet8Schedule"));
        }
        return remarks;
    }

    @Override
    public List<Claim> claims(Results results) {
        List<Claim> claims = new ArrayList<>(List.of(
                below(results, "mpelu", "relu"), below(results, "mpelu", "prelu"), below(results, "mpelu", "elu")));
        if (!isPlain()) {
            // Table 9, of networks with batch normalization.
            claims.add(below(results, "relu", "elu"));
            claims.add(below(results, "mpelu-quarter", "relu"));
            claims.add(below(results, "block-b", "relu"));
            claims.add(below(results, "near-identity", "mpelu"));
            claims.add(below(results, "near-identity", "relu"));
        }
        return claims;
    }

    private static Claim below(Results results, String lower, String higher) {
        return results.below(
                Message.of(
                        "reproduce.errorBelow",
                        Message.of("reproduce.response." + lower),
                        Message.of("reproduce.response." + higher)),
                ERROR,
                lower,
                higher);
    }

    @Override
    public Optional<FigureSpec> figure(Results results) {
        return Curves.compare(results, List.of(Tags.TEST_ACCURACY, Tags.TRAIN_LOSS));
    }
}
