package dev.lamina.backend.tornado.plan;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;

/** cuBLAS's options for TF32, from TornadoVM's module for cuBLAS, which not every SDK has and this build does not need. */
final class TensorCores {
    private static final String MODULE = "uk.ac.manchester.tornado.cublas";
    private static final String MATH_MODE = "CUBLAS_TF32_TENSOR_OP_MATH";

    private TensorCores() {}

    /** @throws BadInputException if the SDK has no such option */
    static Object options() {
        try {
            Class<?> mode = Class.forName(MODULE + ".enums.CuBlasMathMode");
            Object tf32 = mode.getField(MATH_MODE).get(null);
            Object options =
                    Class.forName(MODULE + ".CuBlasOptions").getConstructor().newInstance();
            return options.getClass().getMethod("withMathMode", mode).invoke(options, tf32);
        } catch (ReflectiveOperationException e) {
            throw new BadInputException(Message.of("backend.noTf32Option", String.valueOf(e.getMessage())), e);
        }
    }
}
