package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is asked of a network all over the plane of its two inputs. */
public enum PlaneQuantity {
    /** Scores of the classes; of a WNLL head as it would label one more point. */
    @JsonProperty("scores")
    SCORES,
    /** The same, but that a WNLL head labels all cells as one set. */
    @JsonProperty("set-scores")
    SET_SCORES,
    /** How strongly, and in which direction, the logits react to the inputs. */
    @JsonProperty("gradients")
    GRADIENTS,
    /** The response of every hidden unit. */
    @JsonProperty("units")
    UNITS
}
