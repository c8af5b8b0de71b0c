package dev.lamina.backend.cpu.onednn;

/** The role of a tensor in a launch, with oneDNN's codes (DNNL_ARG_*). */
public enum Argument {
    SRC(1),
    DST(17),
    WEIGHTS(33),
    BIAS(41),
    WORKSPACE(64),
    SCRATCHPAD(80),
    DIFF_SRC(129),
    DIFF_DST(145),
    DIFF_WEIGHTS(161),
    DIFF_BIAS(169);

    final int code;

    Argument(int code) {
        this.code = code;
    }
}
