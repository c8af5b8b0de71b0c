package dev.lamina.graph;

import java.util.Optional;

/**
 * Something wrong with a network graph.
 *
 * @param place the node, or a part in it ("stage2/block1/add"); empty for the graph as a whole
 * @param message what is wrong; and the remedy
 */
public record Diagnostic(Severity severity, Optional<String> place, String message) {
    static Diagnostic error(String place, String message) {
        return new Diagnostic(Severity.ERROR, Optional.of(place), message);
    }

    static Diagnostic error(String message) {
        return new Diagnostic(Severity.ERROR, Optional.empty(), message);
    }

    static Diagnostic warning(String place, String message) {
        return new Diagnostic(Severity.WARNING, Optional.of(place), message);
    }

    /** The node it stands at. */
    public Optional<String> nodeId() {
        return place.map(path -> path.split("/", 2)[0]);
    }

    /** One line: place, what is wrong, remedy. */
    public String line() {
        return place.orElse("network") + ": " + message;
    }
}
