package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Inputs;
import dev.lamina.program.InputOperation;
import dev.lamina.tensor.Shape;

/** What prepares a network's input, as a kernel. */
final class InputLowering {
    private InputLowering() {}

    static KernelTask lower(InputOperation operation, Addresses addresses) {
        return switch (operation) {
            case InputOperation.Prepare f -> prepare(f, addresses);
        };
    }

    private static KernelTask prepare(InputOperation.Prepare f, Addresses addresses) {
        Shape shape = f.x().shape();
        int raw = addresses.of(f.raw());
        int placement = addresses.of(f.placement());
        int scale = addresses.of(f.scale());
        int offset = addresses.of(f.offset());
        int x = addresses.of(f.x());
        int n = (int) shape.size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Inputs::laminaPrepare,
                        context,
                        m,
                        raw,
                        placement,
                        scale,
                        offset,
                        x,
                        shape.axis(1),
                        shape.axis(2),
                        shape.axis(3),
                        n));
    }
}
