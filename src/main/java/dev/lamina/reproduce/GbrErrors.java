package dev.lamina.reproduce;

import dev.lamina.message.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Top-1 accuracies (%) of ResNet-50 on ImageNet in the GBR paper, as far as METHODS section 4 has them. Source: Li, Chen,
 * Yang, tables 1 and 3.
 */
final class GbrErrors {
    /** Clean and under FGSM. */
    record Row(double clean, double attacked) {}

    static final Row BASELINE = new Row(76.54, 17.54);
    static final Row ENC = new Row(77.44, 29.87);

    private GbrErrors() {}

    /** By quantity. The paper's ε is not known; its value stands beside the middle one of ours. */
    static Map<String, Published> ofTables(Row row, List<Double> epsilons) {
        Map<String, Published> published = new HashMap<>();
        published.put("test-accuracy", of(row.clean(), "reproduce.gbrTable1", "reproduce.onImageNet"));
        if (!epsilons.isEmpty()) {
            published.put(
                    Quantity.attacked(epsilons.get(epsilons.size() / 2)),
                    of(row.attacked(), "reproduce.gbrTable3", "reproduce.onImageNetAtSomeEpsilon"));
        }
        return published;
    }

    private static Published of(double value, String source, String protocol) {
        return new Published(value, Message.of(source), Optional.of(Message.of(protocol)));
    }
}
