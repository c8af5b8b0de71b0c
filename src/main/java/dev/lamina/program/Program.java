package dev.lamina.program;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Operations in execution order, and the values that are read back after a run.
 *
 * @param outputs by name: "loss", "correct", "logits", "gradient/0", …
 */
public record Program(String name, List<Operation> operations, Map<String, Value> outputs) {
    public static final String IMAGES = "images";
    /** In place of {@link #IMAGES} where the program prepares them, with what {@link InputOperation.Prepare} takes. */
    public static final String RAW_IMAGES = "rawImages";

    public static final String PLACEMENT = "placement";
    public static final String PIXEL_SCALE = "pixelScale";
    public static final String PIXEL_OFFSET = "pixelOffset";
    public static final String LABELS = "labels";
    /** Of mixed images, see {@link Targets.Mixture}. */
    public static final String SECOND_LABELS = "secondLabels";

    public static final String FIRST_SHARE = "firstShare";
    public static final String HYPERPARAMETERS = "hyperparameters";
    public static final String LOSS = "loss";
    public static final String CORRECT = "correct";
    public static final String LOGITS = "logits";

    public Program {
        operations = List.copyOf(operations);
        outputs = Map.copyOf(outputs);
    }

    /** Every value the operations touch, in order of first appearance. */
    public Set<Value> values() {
        Set<Value> values = new LinkedHashSet<>();
        for (Operation operation : operations) {
            values.addAll(operation.inputs());
            values.addAll(operation.outputs());
        }
        return values;
    }

    /**
     * Whether all shapes fit each other; backends ask before they plan the program.
     *
     * @throws IllegalArgumentException naming the layer, the value and the shape it needs
     */
    public void requireShapes() {
        operations.forEach(Program::requireShapes);
    }

    private static void requireShapes(Operation operation) {
        switch (operation) {
            case InputOperation input -> ShapeCheck.input(input);
            case ConvolutionOperation convolution -> ShapeCheck.convolution(convolution);
            case LinearOperation linear -> ShapeCheck.linear(linear);
            case NormOperation norm -> ResponseShapeCheck.norm(norm);
            case ActivationOperation activation -> ResponseShapeCheck.activation(activation);
            case PoolOperation pool -> ShapeCheck.pool(pool);
            case ElementOperation element -> ElementShapeCheck.check(element);
            case WeightOperation weight -> ShapeCheck.weight(weight);
            case LossOperation loss -> ShapeCheck.loss(loss);
            case UpdateOperation update -> ShapeCheck.update(update);
        }
    }

    /** The values handed in at every run. */
    public List<Value> inputs() {
        return values().stream().filter(v -> v.kind() == Value.Kind.INPUT).toList();
    }
}
