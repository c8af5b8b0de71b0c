package dev.lamina.backend.tornado.plan;

import dev.lamina.program.ActivationOperation;
import java.util.ArrayList;
import java.util.List;

/** Activations that stand alone, as kernels. */
final class ActivationLowering {
    private ActivationLowering() {}

    static List<KernelTask> lower(ActivationOperation operation, Addresses addresses) {
        return switch (operation) {
            case ActivationOperation.Forward f -> List.of(source(f, addresses).value(addresses.of(f.y())));
            case ActivationOperation.Backward b -> {
                ResponseSource source = source(b.forward(), addresses);
                int dy = addresses.of(b.dy());
                List<Integer> gradients =
                        b.dparameters().stream().map(addresses::of).toList();
                List<KernelTask> tasks = new ArrayList<>();
                tasks.add(source.gradient(dy, Addresses.NONE, addresses.of(b.dx())));
                tasks.addAll(source.parameterGradients(dy, Addresses.NONE, gradients, addresses));
                yield tasks;
            }
        };
    }

    private static ResponseSource source(ActivationOperation.Forward f, Addresses addresses) {
        return ResponseSource.alone(f.activation(), f.x(), f.parameters(), addresses);
    }
}
