package dev.lamina.ui.editor;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.Node;
import dev.lamina.graph.edit.Content;
import dev.lamina.graph.edit.TypeId;
import dev.lamina.nn.block.ResidualBlock;
import dev.lamina.nn.block.ResidualStage;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.setting.Records;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** The hyperparameters that tell one layer from another at a glance, in a few signs ("3×3 · 64 · /2"). */
final class Details {
    private Details() {}

    /** What a node is, with its details; of a stage the block that is repeated, and how often. */
    static String line(Node node, Phrases phrases) {
        if (node instanceof Node.OfBlock(String _, ResidualStage(ResidualBlock block, int count))) {
            String details = of((Record) block, phrases);
            return phrases.typeName(TypeId.of(block.getClass())) + " × " + count + "  " + details;
        }
        String details = of(Content.of(node), phrases);
        return details.isEmpty() ? phrases.type(node) : phrases.type(node) + "  " + details;
    }

    private static String of(Record content, Phrases phrases) {
        List<String> details = new ArrayList<>();
        if (!(content instanceof ActivationLayer)) {
            collect(content, phrases, details);
        }
        return String.join(" · ", details);
    }

    private static void collect(Record content, Phrases phrases, List<String> details) {
        for (RecordComponent component : Records.components(content.getClass())) {
            Object value = Records.value(content, component);
            switch (component.getName()) {
                case "kernelSize" -> details.addFirst(value + "×" + value);
                case "outputChannels", "channels", "outputFeatures" -> details.add(String.valueOf(value));
                case "stride" -> {
                    if (!Integer.valueOf(1).equals(value)) {
                        details.add("/" + value);
                    }
                }
                case "count", "convolutions" -> details.add("×" + value);
                case "probability" -> details.add("p = " + value);
                default -> {
                    if (value instanceof Record inner && inner.getClass().isAnnotationPresent(JsonTypeName.class)) {
                        details.add(phrases.typeName(TypeId.of(inner.getClass())));
                    }
                }
            }
        }
    }
}
