package dev.lamina.graph.edit;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.Node;
import dev.lamina.nn.layer.ActivationLayer;
import java.util.Optional;

/** The id a layer, block, activation or head has in files ("conv2d"). */
public final class TypeId {
    private TypeId() {}

    /**
     * The id of a record's type.
     *
     * @throws IllegalArgumentException for a type without one
     */
    public static String of(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(JsonTypeName.class))
                .map(JsonTypeName::value)
                .orElseThrow(() -> new IllegalArgumentException(type + " has no id for files"));
    }

    /** The id of what a node holds; for an activation layer that of its function. */
    public static String of(Node node) {
        return of(
                Content.of(node) instanceof ActivationLayer(var activation)
                        ? activation.getClass()
                        : Content.of(node).getClass());
    }
}
