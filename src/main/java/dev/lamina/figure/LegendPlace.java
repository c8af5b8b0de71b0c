package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the names of the curves stand. */
public enum LegendPlace {
    /** Above each panel, or above all of them where they have the same curves; none where there is one curve. */
    @JsonProperty("auto")
    AUTO,
    /** In the corner of each frame that has the fewest points under it. */
    @JsonProperty("inside")
    INSIDE,
    /** Above all panels. */
    @JsonProperty("top")
    TOP,
    /** To the right of all panels. */
    @JsonProperty("right")
    RIGHT,
    /** Below all panels. */
    @JsonProperty("bottom")
    BOTTOM,
    /** Nowhere. */
    @JsonProperty("none")
    NONE,
    /** Each name at the end of its curve, inside the page to the right of the frame. */
    @JsonProperty("direct")
    DIRECT
}
