package dev.lamina.backend.cpu;

import dev.lamina.backend.MatrixProduct;
import dev.lamina.backend.Precision;
import dev.lamina.backend.cpu.onednn.Argument;
import dev.lamina.backend.cpu.onednn.Attributes;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.backend.cpu.onednn.Launch;
import dev.lamina.backend.cpu.onednn.Layout;
import dev.lamina.backend.cpu.onednn.MatMul;
import dev.lamina.backend.cpu.onednn.Memory;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.backend.cpu.onednn.OneDnn;
import dev.lamina.backend.cpu.onednn.OpenMp;
import dev.lamina.backend.cpu.onednn.PrimitiveDescriptor;
import dev.lamina.backend.cpu.onednn.Reorder;
import dev.lamina.tensor.Seeds;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** oneDNN's matrix product with both factors in the layout it likes best, so that nothing but the product is timed. */
public final class CpuMatrixProduct implements MatrixProduct {
    private static final long SEED = 1;

    @Override
    public String backend() {
        return "cpu";
    }

    @Override
    public Runnable prepare(int order, Precision precision, int threads) {
        OneDnn.load();
        CpuFeatures.current().unserved(precision).ifPresent(setting -> {
            throw setting.fault();
        });
        OpenMp.setThreads(threads);
        DataType type = switch (precision) {
            case F32, TF32 -> DataType.F32;
            case BF16 -> DataType.BF16;
        };
        Arena arena = Arena.ofAuto();
        MemoryDescriptor factor = MemoryDescriptor.of(type, Layout.ANY, order, order);
        Memory product = Memory.allocate(arena, MemoryDescriptor.of(DataType.F32, Layout.ROWS, order, order));
        PrimitiveDescriptor descriptor = MatMul.of(factor, factor, product.descriptor(), Attributes.NONE);
        RandomGenerator random = new Seeds(SEED).stream("matrix-product");
        Map<Argument, Memory> arguments = new EnumMap<>(Map.of(
                Argument.SRC, random(arena, descriptor.expected(Argument.SRC), order, random),
                Argument.WEIGHTS, random(arena, descriptor.expected(Argument.WEIGHTS), order, random),
                Argument.DST, product));
        Launch launch = launch(arena, descriptor, arguments);
        return () -> {
            try {
                launch.run();
            } finally {
                Reference.reachabilityFence(arena);
            }
        };
    }

    private static Memory random(Arena arena, MemoryDescriptor descriptor, int order, RandomGenerator random) {
        Memory plain = Memory.allocate(arena, MemoryDescriptor.of(DataType.F32, Layout.ROWS, order, order));
        for (long i = 0; i < (long) order * order; i++) {
            plain.segment().setAtIndex(ValueLayout.JAVA_FLOAT, i, random.nextFloat(-1, 1));
        }
        Memory result = Memory.allocate(arena, descriptor);
        PrimitiveDescriptor reorder = Reorder.of(plain.descriptor(), descriptor);
        launch(arena, reorder, new EnumMap<>(Map.of(Argument.SRC, plain, Argument.DST, result)))
                .run();
        return result;
    }

    private static Launch launch(Arena arena, PrimitiveDescriptor descriptor, Map<Argument, Memory> arguments) {
        if (descriptor.uses(Argument.SCRATCHPAD)) {
            arguments.put(Argument.SCRATCHPAD, Memory.allocate(arena, descriptor.expected(Argument.SCRATCHPAD)));
        }
        return Launch.of(arena, descriptor, arguments);
    }
}
