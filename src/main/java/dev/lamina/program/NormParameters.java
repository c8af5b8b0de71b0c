package dev.lamina.program;

import java.util.List;

/** Per-channel values [C] of a batch normalization: scale γ, shift β and the running statistics. */
public record NormParameters(Value scale, Value shift, Value runningMean, Value runningVariance) {
    public List<Value> all() {
        return List.of(scale, shift, runningMean, runningVariance);
    }
}
