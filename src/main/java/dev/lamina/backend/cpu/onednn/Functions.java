package dev.lamina.backend.cpu.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;

/** The functions of dnnl.h in use, and the one engine and stream (the CPU's hold no state). */
final class Functions {
    private static final int SSE41 = 0x1;

    static final NativeFunction VERSION = of("dnnl_version", "p");
    static final NativeFunction EFFECTIVE_ISA = of("dnnl_get_effective_cpu_isa", "i");

    static final NativeFunction DESCRIPTOR_WITH_TAG = of("dnnl_memory_desc_create_with_tag", "ipipii");
    static final NativeFunction DESCRIPTOR_WITH_STRIDES = of("dnnl_memory_desc_create_with_strides", "ipipip");
    static final NativeFunction DESCRIPTOR_CLONE = of("dnnl_memory_desc_clone", "ipp");
    static final NativeFunction DESCRIPTOR_DESTROY = of("dnnl_memory_desc_destroy", "ip");
    static final NativeFunction DESCRIPTOR_EQUAL = of("dnnl_memory_desc_equal", "ipp");
    static final NativeFunction DESCRIPTOR_SIZE = of("dnnl_memory_desc_get_size", "lp");
    static final NativeFunction DESCRIPTOR_QUERY = of("dnnl_memory_desc_query", "ipip");

    static final NativeFunction ATTRIBUTES_CREATE = of("dnnl_primitive_attr_create", "ip");
    static final NativeFunction ATTRIBUTES_DESTROY = of("dnnl_primitive_attr_destroy", "ip");
    static final NativeFunction ATTRIBUTES_SCRATCHPAD = of("dnnl_primitive_attr_set_scratchpad_mode", "ipi");
    static final NativeFunction ATTRIBUTES_POST_OPS = of("dnnl_primitive_attr_set_post_ops", "ipp");
    static final NativeFunction POST_OPS_CREATE = of("dnnl_post_ops_create", "ip");
    static final NativeFunction POST_OPS_DESTROY = of("dnnl_post_ops_destroy", "ip");
    static final NativeFunction POST_OPS_SUM = of("dnnl_post_ops_append_sum", "ipfii");

    static final NativeFunction CONVOLUTION_FORWARD =
            of("dnnl_convolution_forward_primitive_desc_create", "ippiippppppppp");
    static final NativeFunction CONVOLUTION_BACKWARD_DATA =
            of("dnnl_convolution_backward_data_primitive_desc_create", "ippippppppppp");
    static final NativeFunction CONVOLUTION_BACKWARD_WEIGHTS =
            of("dnnl_convolution_backward_weights_primitive_desc_create", "ippipppppppppp");
    static final NativeFunction INNER_PRODUCT_FORWARD =
            of("dnnl_inner_product_forward_primitive_desc_create", "ippippppp");
    static final NativeFunction INNER_PRODUCT_BACKWARD_DATA =
            of("dnnl_inner_product_backward_data_primitive_desc_create", "ippppppp");
    static final NativeFunction INNER_PRODUCT_BACKWARD_WEIGHTS =
            of("dnnl_inner_product_backward_weights_primitive_desc_create", "ipppppppp");
    static final NativeFunction POOLING_FORWARD = of("dnnl_pooling_forward_primitive_desc_create", "ippiipppppppp");
    static final NativeFunction POOLING_BACKWARD = of("dnnl_pooling_backward_primitive_desc_create", "ippippppppppp");
    static final NativeFunction REORDER = of("dnnl_reorder_primitive_desc_create", "ipppppp");
    static final NativeFunction MATMUL = of("dnnl_matmul_primitive_desc_create", "ippppppp");

    static final NativeFunction PRIMITIVE_DESCRIPTOR_QUERY = of("dnnl_primitive_desc_query", "ipiip");
    static final NativeFunction PRIMITIVE_DESCRIPTOR_MEMORY = of("dnnl_primitive_desc_query_md", "ppii");
    static final NativeFunction PRIMITIVE_DESCRIPTOR_DESTROY = of("dnnl_primitive_desc_destroy", "ip");
    static final NativeFunction PRIMITIVE_CREATE = of("dnnl_primitive_create", "ipp");
    static final NativeFunction PRIMITIVE_DESTROY = of("dnnl_primitive_destroy", "ip");
    static final NativeFunction MEMORY_CREATE = of("dnnl_memory_create", "ipppp");
    static final NativeFunction MEMORY_DESTROY = of("dnnl_memory_destroy", "ip");

    /** dnnl_primitive_execute(primitive, stream, count, arguments), the one function of a running step. */
    static final MethodHandle EXECUTE =
            NativeFunction.downcall(NativeLibrary.get().oneDnn(), "dnnl_primitive_execute", "illil");

    static {
        holdToShortVectors();
    }

    static final MemorySegment ENGINE = engine();
    static final long STREAM = stream();

    private Functions() {}

    private static NativeFunction of(String name, String type) {
        return NativeFunction.of(NativeLibrary.get().oneDnn(), name, type);
    }

    /**
     * Where Java has vectors of 4 floats on x86, oneDNN is held to what such a processor has, SSE 4.1: tensors are channels
     * last there, and with AVX2 its weight gradient of a 1×1 convolution with strides is wrong for 5 channels.
     */
    private static void holdToShortVectors() {
        if (FloatVector.SPECIES_PREFERRED.length() == 4) {
            // Refused on other processors, which have no such choice.
            of("dnnl_set_max_cpu_isa", "ii").asInt(SSE41);
        }
    }

    private static MemorySegment engine() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
            of("dnnl_engine_create", "ipil").check("CPU engine", out, 1, 0L);
            return out.get(ValueLayout.ADDRESS, 0);
        }
    }

    private static long stream() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
            of("dnnl_stream_create", "ippi").check("in-order stream", out, ENGINE, 1);
            return out.get(ValueLayout.ADDRESS, 0).address();
        }
    }

    /** What a create function wrote to its first argument, freed with the arena. */
    static MemorySegment owned(MemorySegment out, Arena arena, NativeFunction destroy) {
        return out.get(ValueLayout.ADDRESS, 0)
                .reinterpret(0, arena, handle -> destroy.check("", MemorySegment.ofAddress(handle.address())));
    }
}
