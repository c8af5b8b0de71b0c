package dev.lamina.reproduce;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.setting.EditDistance;
import dev.lamina.tensor.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Networks of the WNLL paper with its three heads. WNLL: two alternations of 400 epochs through the linear head and 5
 * through WNLL. The others are trained for as many epochs together, 810. Source: Wang et al. 2018; METHODS section 1.2.
 */
final class WnllArms {
    static final String ERROR = "test-error";

    private static final String ALL_STAGES = "training.epochs=810";

    private WnllArms() {}

    /** Softmax on the network as it is. */
    static Arm.Trained vanilla(String id, Message label, String network, int images) {
        return arm(id, label, "vanilla", network, images, PaperConfigs.wnll(images, preset(network), ALL_STAGES));
    }

    /** The squared hinge is steeper than the cross-entropy by an order: at a rate of 0.05 all units die at once. */
    static Arm.Trained svm(String id, Message label, String network, int images) {
        PaperTraining training =
                PaperConfigs.wnll(images, preset(network), ALL_STAGES, "head=svm", "training.learningRate=0.005");
        return arm(id, label, "svm", network, images, training);
    }

    /** @param overrides of the configuration */
    static Arm.Trained wnll(String id, Message label, String network, int images, String... overrides) {
        PaperTraining training = PaperConfigs.wnll(images, preset(network), "head=wnll");
        return arm(id, label, "wnll", network, images, training.with(overrides));
    }

    private static Arm.Trained arm(
            String id, Message label, String head, String network, int images, PaperTraining training) {
        Map<String, Published> published = WnllErrors.published(network, head, images)
                .map(error -> Map.of(ERROR, error))
                .orElse(Map.of());
        return new Arm.Trained(id, label, training, published);
    }

    /** The WNLL paper's code has projections where other authors pad with zeros (METHODS section 6). */
    static String preset(String network) {
        boolean small = network.matches("resnet(20|32|44|56|110)");
        return "network.preset="
                + (small ? "{\"type\": \"" + network + "\", \"shortcut\": \"projection\"}" : "\"" + network + "\"");
    }

    /** @throws BadInputException for a network that the paper's table does not have */
    static String network(String network) {
        List<String> known = WnllErrors.networks();
        if (!known.contains(network)) {
            String nearest = known.stream()
                    .min(Comparator.comparingInt(id -> EditDistance.between(id, network)))
                    .orElseThrow();
            throw new BadInputException(
                    Message.of("reproduce.unknownNetwork", nearest, known).at("--network " + Excerpt.of(network)));
        }
        return network;
    }
}
