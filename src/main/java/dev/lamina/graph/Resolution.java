package dev.lamina.graph;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of resolving a network graph.
 *
 * @param network absent if there is an error
 * @param diagnostics in the order of checking: ids and edges, ports, shapes
 * @param outputShapes of one example by node id, for every node whose shape could be inferred in spite of errors
 */
public record Resolution(
        Optional<ResolvedNetwork> network, List<Diagnostic> diagnostics, Map<String, Shape> outputShapes) {
    public Resolution {
        diagnostics = List.copyOf(diagnostics);
        outputShapes = Map.copyOf(outputShapes);
    }

    public List<Diagnostic> errors() {
        return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
    }

    /**
     * The network.
     *
     * @throws BadInputException with the first error if there is one
     */
    public ResolvedNetwork orThrow() {
        return network.orElseThrow(() -> {
            List<Diagnostic> errors = errors();
            Message first = errors.getFirst().line();
            return new BadInputException(
                    errors.size() > 1 ? Message.of("graph.firstError", first, errors.size()) : first);
        });
    }
}
