package dev.lamina.reproduce;

/**
 * A number that a paper gives for an arm.
 *
 * @param value in the unit of the {@link Quantity}
 * @param source paper and table
 * @param protocol how the paper came to it, where that is not how the arm is trained; else empty
 */
public record Published(double value, String source, String protocol) {
    static Published of(double value, String source) {
        return new Published(value, source, "");
    }
}
