package dev.lamina.backend.cpu.onednn;

/**
 * Functions of one element, with oneDNN's codes (dnnl_alg_kind_t). The FROM_DST variants compute their derivative from
 * the result, so that the source need not be kept.
 */
public enum EltwiseFunction {
    /** x for x > 0, αx otherwise. */
    RELU(32),
    TANH(33),
    /** x for x > 0, α(eˣ − 1) otherwise. */
    ELU(34),
    /** αx + β. */
    LINEAR(38),
    LOGISTIC(41),
    RELU_FROM_DST(256),
    TANH_FROM_DST(257),
    ELU_FROM_DST(258),
    LOGISTIC_FROM_DST(260);

    final int code;

    EltwiseFunction(int code) {
        this.code = code;
    }

    boolean derivativeFromResult() {
        return code >= RELU_FROM_DST.code;
    }
}
