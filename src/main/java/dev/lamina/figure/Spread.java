package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.Arrays;

/**
 * How far several measurements lie apart around each point of a curve, drawn as a band. The arrays are shared, not copied.
 *
 * @param low lower end at each point
 * @param high upper end at each point
 * @param n how many measurements each point stands for; empty where nobody knows
 */
public record Spread(Kind kind, double[] low, double[] high, int[] n) {
    /** What the ends of a band are. */
    public enum Kind {
        /** Mean ± standard deviation with n − 1. */
        @JsonProperty("sd")
        STANDARD_DEVIATION("sd"),
        /** Mean ± standard deviation / √n. */
        @JsonProperty("se")
        STANDARD_ERROR("se"),
        /** Mean ± t₀.₉₇₅(n − 1) · standard error, Student's interval. */
        @JsonProperty("ci95")
        CONFIDENCE_95("ci95"),
        /** The least and the greatest. */
        @JsonProperty("min-max")
        RANGE("min-max");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** As files call it. */
        public String id() {
            return id;
        }

        /** The kind of an id; a standard deviation where nobody says which. */
        public static Kind of(String id) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id.equals(id))
                    .findFirst()
                    .orElse(STANDARD_DEVIATION);
        }
    }

    public Spread {
        if (low.length != high.length || (n.length != 0 && n.length != low.length)) {
            throw new BadInputException(Message.of("figure.spreadLengths", low.length, high.length, n.length));
        }
    }

    public int size() {
        return low.length;
    }
}
