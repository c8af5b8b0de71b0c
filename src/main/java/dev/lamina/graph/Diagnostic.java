package dev.lamina.graph;

import dev.lamina.message.Message;
import java.util.Optional;

/**
 * Something wrong with a network graph.
 *
 * @param place the node, or a part in it ("stage2/block1/add"); empty for the graph as a whole
 * @param message what is wrong; and the remedy
 */
public record Diagnostic(Severity severity, Optional<String> place, Message message) {
    static Diagnostic error(String place, Message message) {
        return new Diagnostic(Severity.ERROR, Optional.of(place), message);
    }

    static Diagnostic error(Message message) {
        return new Diagnostic(Severity.ERROR, Optional.empty(), message);
    }

    static Diagnostic warning(String place, Message message) {
        return new Diagnostic(Severity.WARNING, Optional.of(place), message);
    }

    /** The node it stands at. */
    public Optional<String> nodeId() {
        return place.map(path -> path.split("/", 2)[0]);
    }

    /** Place, what is wrong, remedy. */
    public Message line() {
        return message.at(place.<Object>map(path -> path).orElseGet(() -> Message.of("graph.network")));
    }
}
