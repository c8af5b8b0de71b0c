package dev.lamina.backend.tornado;

import dev.lamina.program.LossOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.Targets;
import dev.lamina.program.Value;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the inputs of a program must be; a kernel cannot complain. */
final class InputCheck {
    /** An input that holds class indices. */
    private record Labels(String layer, String input, int classes) {}

    private final String program;
    private final Map<String, Value> inputs = new LinkedHashMap<>();
    private final List<Labels> labels = new ArrayList<>();

    private InputCheck(String program) {
        this.program = program;
    }

    static InputCheck of(Program program) {
        InputCheck check = new InputCheck(program.name());
        program.inputs().forEach(input -> check.inputs.put(input.name(), input));
        for (Operation operation : program.operations()) {
            switch (operation) {
                case LossOperation.Forward f -> check.add(f.layer(), f.targets(), f.logits());
                case LossOperation.Backward b -> check.add(b.layer(), b.targets(), b.logits());
                default -> {}
            }
        }
        return check;
    }

    /** @throws IllegalArgumentException naming the input, or the example whose label is no class */
    void check(Map<String, HostTensor> given) {
        if (!given.keySet().equals(inputs.keySet())) {
            throw new IllegalArgumentException("program " + program + " needs the inputs "
                    + new TreeSet<>(inputs.keySet()) + ", got " + new TreeSet<>(given.keySet()));
        }
        given.forEach((name, tensor) -> {
            Value input = inputs.get(name);
            if (input != null && !input.shape().equals(tensor.shape())) {
                throw new IllegalArgumentException(
                        "input " + name + ": has shape " + tensor.shape() + ", needs " + input.shape());
            }
        });
        labels.forEach(of -> check(of, given.get(of.input)));
    }

    private void add(String layer, Targets targets, Value logits) {
        int classes = logits.shape().axis(1);
        add(layer, targets.labels(), classes);
        targets.mixture().ifPresent(mixture -> add(layer, mixture.secondLabels(), classes));
    }

    private void add(String layer, Value value, int classes) {
        if (value.kind() == Value.Kind.INPUT) {
            labels.add(new Labels(layer, value.name(), classes));
        }
    }

    private static void check(Labels of, @Nullable HostTensor tensor) {
        if (tensor == null) {
            return;
        }
        for (int n = 0; n < tensor.values().length; n++) {
            float label = tensor.values()[n];
            if (label != Math.rint(label) || label < 0 || label >= of.classes) {
                throw new IllegalArgumentException(of.layer + ": label " + label + " of example " + n
                        + " is not a class in [0, " + of.classes + ")");
            }
        }
    }
}
