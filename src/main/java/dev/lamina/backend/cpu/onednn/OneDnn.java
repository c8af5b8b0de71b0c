package dev.lamina.backend.cpu.onednn;

import dev.lamina.tensor.BadInputException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The library as a whole: whether it is here, its version, what of the processor it uses. */
public final class OneDnn {
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
