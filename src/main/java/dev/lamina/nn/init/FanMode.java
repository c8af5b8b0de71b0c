package dev.lamina.nn.init;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.nn.ParameterSpec;

/** Which number of connections scales the weights: fan-in keeps the variance forward, fan-out backward. */
public enum FanMode {
    @JsonProperty("fan-in")
    FAN_IN,
    @JsonProperty("fan-out")
    FAN_OUT,
    /** Half the sum of the two. */
    @JsonProperty("average")
    AVERAGE;

    double fan(ParameterSpec weight) {
        return switch (this) {
            case FAN_IN -> weight.fanIn();
            case FAN_OUT -> weight.fanOut();
            case AVERAGE -> (weight.fanIn() + weight.fanOut()) / 2.0;
        };
    }
}
