package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layouts of a program's persistent values and of their gradients. Weights of a convolution lie as its
 * weight-gradient kernel writes; optimizer state lies as its parameter does, so that an update is one flat loop.
 */
final class ValueLayouts {
    private final ParameterStore store;
    private final WinogradRule winograd;
    private final Formats formats;
    private final Map<Value, MemoryDescriptor> special = new HashMap<>();

    ValueLayouts(Program program, ParameterStore store, WinogradRule winograd) {
        this.store = store;
        this.winograd = winograd;
        formats = new Formats(winograd.type());
        for (Operation operation : program.operations()) {
            switch (operation) {
                case ConvolutionOperation.Forward op -> weights(op.w(), ConvolutionShape.of(op), op.x());
                case ConvolutionOperation.BackwardData op -> weights(op.w(), ConvolutionShape.of(op), op.dx());
                case ConvolutionOperation.BackwardWeights op -> weights(op.dw(), ConvolutionShape.of(op), op.x());
                case UpdateOperation.Sgd op -> follow(op.parameter(), List.of(op.gradient(), op.velocity()));
                case UpdateOperation.Adam op ->
                    follow(op.parameter(), List.of(op.gradient(), op.firstMoment(), op.secondMoment()));
                default -> {
                    // Everything else is in its standard layout.
                }
            }
        }
    }

    private void weights(Value value, ConvolutionShape shape, Value x) {
        if (!special.containsKey(value)) {
            special.put(value, store.layout(value.name()).orElseGet(() -> favorite(shape, x)));
        }
    }

    private MemoryDescriptor favorite(ConvolutionShape shape, Value x) {
        if (winograd.choosesProducts(shape)) {
            return WinogradRule.productWeights(shape);
        }
        if (winograd.isPossible(shape)) {
            return WinogradRule.weights(shape);
        }
        return DirectConvolution.of(shape, winograd.type(), x).favoriteWeights();
    }

    private void follow(Value parameter, List<Value> others) {
        MemoryDescriptor layout = special.getOrDefault(parameter, Formats.plain(parameter.shape()));
        others.forEach(other -> special.put(other, layout));
    }

    /** The layout steps want a value in: feature maps blocked, weights their own, all else plain. */
    MemoryDescriptor standard(Value value) {
        MemoryDescriptor layout = special.get(value);
        return layout != null
                ? layout
                : value.persistent() ? Formats.plain(value.shape()) : formats.standard(value.shape());
    }

    Formats formats() {
        return formats;
    }

    /** Layouts of all persistent values: parameters first, then state. */
    Map<Value, MemoryDescriptor> persistent(Program program) {
        Map<Value, MemoryDescriptor> layouts = new LinkedHashMap<>();
        for (Value.Kind kind : List.of(Value.Kind.PARAMETER, Value.Kind.STATE)) {
            for (Value value : program.values()) {
                if (value.kind() == kind) {
                    layouts.put(value, standard(value));
                }
            }
        }
        return layouts;
    }
}
