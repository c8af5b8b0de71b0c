package dev.lamina.backend.cpu.onednn;

import dev.lamina.tensor.BadInputException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The library as a whole: whether it is here, its version, what of the processor it uses. */
public final class OneDnn {
    /** Of the convolution that is asked for; others of its type are there where this one is. */
    private static final int CHANNELS = 16;

    private static final int SIDE = 8;
    private static final int KERNEL = 3;

    private OneDnn() {}

    /**
     * Loads the library; to be called before anything else of this package, which otherwise fails on class
     * initialization.
     *
     * @throws BadInputException in one line, if there is no library for this machine or it does not load
     */
    public static void load() {
        NativeLibrary.get();
    }

    /** The version, such as 3.11.0. */
    public static String version() {
        MemorySegment version = Functions.VERSION.asPointer().reinterpret(12);
        return version.getAtIndex(ValueLayout.JAVA_INT, 0) + "." + version.getAtIndex(ValueLayout.JAVA_INT, 1) + "."
                + version.getAtIndex(ValueLayout.JAVA_INT, 2);
    }

    /**
     * Whether a network can be trained with feature maps of this type: a convolution has a forward and both backward
     * passes. It is asked for them, because what an instruction set offers differs by architecture and version.
     */
    public static boolean trainsIn(DataType type) {
        MemoryDescriptor map = MemoryDescriptor.of(type, Layout.ANY, 1, CHANNELS, SIDE, SIDE);
        MemoryDescriptor weights = MemoryDescriptor.of(type, Layout.ANY, CHANNELS, CHANNELS, KERNEL, KERNEL);
        MemoryDescriptor gradient = MemoryDescriptor.of(DataType.F32, Layout.ANY, CHANNELS, CHANNELS, KERNEL, KERNEL);
        Geometry geometry = Geometry.square(1, 1);
        try {
            PrimitiveDescriptor forward = Convolution.forward(geometry, map, weights, null, map);
            Convolution.backwardData(geometry, map, weights, map, forward);
            Convolution.backwardWeights(geometry, map, gradient, null, map, forward);
            return true;
        } catch (OneDnnException e) {
            if (e.isUnimplemented()) {
                return false;
            }
            throw e;
        }
    }

    /** The instruction set in use (dnnl_cpu_isa_t), such as avx512_core_bf16. */
    public static String instructionSet() {
        int isa = Functions.EFFECTIVE_ISA.asInt();
        return switch (isa) {
            case 0x1 -> "sse41";
            case 0x3 -> "avx";
            case 0x7 -> "avx2";
            case 0xf -> "avx2_vnni";
            case 0x1f -> "avx2_vnni_2";
            case 0x27 -> "avx512_core";
            case 0x67 -> "avx512_core_vnni";
            case 0xe7 -> "avx512_core_bf16";
            case 0x1ef -> "avx512_core_fp16";
            case 0xfef -> "avx512_core_amx";
            case 0x1fef -> "avx512_core_amx_fp16";
            default -> "isa 0x" + Integer.toHexString(isa);
        };
    }
}
