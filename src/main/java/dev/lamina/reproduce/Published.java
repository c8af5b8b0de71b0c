package dev.lamina.reproduce;

import dev.lamina.message.Message;
import java.util.Optional;

/**
 * A number that a paper gives for an arm.
 *
 * @param value in the unit of the {@link Quantity}
 * @param source paper and table
 * @param protocol how the paper came to it, where that is not how the arm is trained
 */
public record Published(double value, Message source, Optional<Message> protocol) {
    static Published of(double value, Message source) {
        return new Published(value, source, Optional.empty());
    }
}
