package dev.lamina.graph.edit;

import dev.lamina.graph.Node;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Changes one hyperparameter, of one node or of several at once.
 *
 * @param nodes as they are to be, under the ids they have
 * @param hyperparameter its name, for the undo menu
 */
public record SetHyperparameter(List<Node> nodes, String hyperparameter) implements Edit {
    public SetHyperparameter {
        nodes = List.copyOf(nodes);
    }

    @Override
    public StepName name() {
        return StepName.of("set", hyperparameter, StepName.counted(ids()));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        Map<String, Node> changed = nodes.stream().collect(Collectors.toMap(Node::id, Function.identity()));
        return drawing.mapped(node -> changed.getOrDefault(node.id(), node));
    }

    @Override
    public Optional<Change> mergedWith(Change next) {
        return next instanceof SetHyperparameter other
                        && other.hyperparameter.equals(hyperparameter)
                        && other.ids().equals(ids())
                ? Optional.of(other)
                : Optional.empty();
    }

    private List<String> ids() {
        return nodes.stream().map(Node::id).toList();
    }
}
