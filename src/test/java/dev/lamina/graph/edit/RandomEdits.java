package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.BasicBlock;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Edits of every kind on whatever is drawn. */
final class RandomEdits {
    private final RandomGenerator random;

    RandomEdits(RandomGenerator random) {
        this.random = random;
    }

    Edit next(Drawing drawing) {
        Position place = new Position(random.nextInt(1000), random.nextInt(1000));
        return switch (random.nextInt(20)) {
            case 0 -> new AddNode(layer(drawing), place);
            case 1 -> new AddConnected(layer(drawing), place, id(drawing));
            case 2 -> new RemoveNodes(ids(drawing), RemoveNodes.Gap.LEFT_OPEN);
            case 3 -> new RemoveNodes(Set.of(id(drawing)), RemoveNodes.Gap.CLOSED);
            case 4 -> new RenameNode(id(drawing), "renamed" + random.nextInt(100));
            case 5 -> new SetHyperparameter(changed(drawing), "outputChannels");
            case 6, 7 -> new Connect(new Edge(id(drawing), id(drawing), random.nextInt(2)));
            case 8 -> new Disconnect(edge(drawing));
            case 9 -> new SpliceNode(layer(drawing), place, edge(drawing));
            case 10 -> new MoveNodes(ids(drawing), random.nextInt(50), random.nextInt(50));
            case 11 -> new AlignNodes(ids(drawing), AlignNodes.Alignment.values()[random.nextInt(4)]);
            case 12 -> new AutoArrange();
            case 13 -> new PasteFragment(GraphFragment.of(drawing, ids(drawing)), 10, 20);
            case 14 -> new DuplicateNodes(ids(drawing));
            case 15 -> new ReplaceActivations(random.nextBoolean() ? new Elu(1) : new Relu());
            case 16 -> new ReplaceHead(new SoftmaxHead(random.nextBoolean(), 0.1));
            case 17 -> new RepeatBlock(id(drawing), 1 + random.nextInt(3));
            case 18 -> new OpenInPlace(id(drawing));
            default ->
                drawing.openBlocks().isEmpty() || random.nextInt(4) == 0
                        ? new SetExamples(Shape.of(1 + random.nextInt(3), 32, 32), 10)
                        : new CloseInPlace(drawing.openBlocks().keySet().stream()
                                .sorted()
                                .findFirst()
                                .orElseThrow());
        };
    }

    private Node layer(Drawing drawing) {
        return switch (random.nextInt(3)) {
            case 0 -> new Node.OfLayer(drawing.freshId("add"), new Add());
            case 1 ->
                new Node.OfBlock(drawing.freshId("block"), new BasicBlock(16, 1, Shortcut.PROJECTION, new Relu()));
            default -> new Node.OfLayer(drawing.freshId("conv"), Conv2d.same(16, 3, 1));
        };
    }

    private List<Node> changed(Drawing drawing) {
        return drawing.graph().nodes().stream()
                .map(node -> node instanceof Node.OfLayer(String id, Conv2d conv)
                        ? new Node.OfLayer(
                                id, Conv2d.same(8 * (1 + random.nextInt(4)), conv.kernelSize(), conv.stride()))
                        : node)
                .toList();
    }

    private String id(Drawing drawing) {
        List<Node> nodes = drawing.graph().nodes();
        return nodes.isEmpty()
                ? "none"
                : nodes.get(random.nextInt(nodes.size())).id();
    }

    private Set<String> ids(Drawing drawing) {
        Set<String> ids = new HashSet<>(List.of(id(drawing), id(drawing)));
        ids.addAll(new ArrayList<>(drawing.openBlocks().keySet())
                .stream().limit(random.nextInt(2)).toList());
        return ids;
    }

    private Edge edge(Drawing drawing) {
        List<Edge> edges = drawing.graph().edges();
        return edges.isEmpty() ? new Edge("none", "none", 0) : edges.get(random.nextInt(edges.size()));
    }
}
