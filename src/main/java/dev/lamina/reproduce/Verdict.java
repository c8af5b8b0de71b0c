package dev.lamina.reproduce;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a paper's conclusion is borne out by what was measured here. */
public enum Verdict {
    @JsonProperty("holds")
    HOLDS,
    @JsonProperty("does-not-hold")
    DOES_NOT_HOLD,
    /** The difference lies within its standard error over the seeds. */
    @JsonProperty("undecided")
    UNDECIDED,
    @JsonProperty("not-measured")
    NOT_MEASURED;

    static Verdict above(Difference difference) {
        if (!difference.isDecided()) {
            return UNDECIDED;
        }
        return difference.mean() > 0 ? HOLDS : DOES_NOT_HOLD;
    }
}
