package dev.lamina.cli;

import java.util.stream.Stream;

/** Networks drawn wrongly: edges that lead nowhere or round in circles, layers whose shapes do not fit. */
final class BadGraphs {
    private static final String INPUT = "{\"type\": \"input\", \"id\": \"in\"}";
    private static final String FLATTEN = layer("flat", "\"flatten\"");
    private static final String ADD = layer("sum", "\"add\"");
    private static final String HEAD = "{\"type\": \"head\", \"id\": \"head\", \"head\": \"softmax\"}";

    private BadGraphs() {}

    static Stream<BadInput> inputs() {
        return Stream.of(edges(), shapes(), besides()).flatMap(inputs -> inputs);
    }

    /** An activation or a head beside a graph would go unheard. */
    private static Stream<BadInput> besides() {
        String nodes = nodes(INPUT, FLATTEN, HEAD);
        String edges = edge("in", "flat") + "," + edge("flat", "head");
        String graph = "{\"graph\": {\"nodes\": [" + nodes + "], \"edges\": [" + edges + "]}}";
        return Stream.of("\"activation\": \"relu\"", "\"head\": \"softmax\"")
                .map(key -> BadInput.of(
                        "a graph beside " + key,
                        folder -> SmallConfig.run(SmallConfig.write(
                                folder,
                                "{\"preset\": {\"type\": \"mlp\", \"hiddenWidths\": [6]}}",
                                graph + ", " + key)),
                        key.split("\"")[1] + ": network.graph names its own",
                        "leave this key out"));
    }

    private static Stream<BadInput> edges() {
        String line = edge("in", "flat") + "," + edge("flat", "head");
        return Stream.of(
                graph(
                        "a cycle",
                        nodes(INPUT, FLATTEN, ADD, layer("fc", "{\"type\": \"linear\", \"outputFeatures\": 4}"), HEAD),
                        edge("in", "flat") + "," + edge("flat", "sum") + "," + edge("fc", "sum", 1) + ","
                                + edge("sum", "fc") + "," + edge("fc", "head"),
                        "network.graph: sum: is on a cycle: sum → fc → sum",
                        "remove one of these edges"),
                graph("no head", nodes(INPUT, FLATTEN), edge("in", "flat"), "it has no head", "add one head node"),
                graph("an id twice", nodes(INPUT, FLATTEN, FLATTEN, HEAD), line, "flat: two nodes", "rename one"),
                graph(
                        "an edge to nowhere",
                        nodes(INPUT, FLATTEN, HEAD),
                        line + "," + edge("flat", "hedd"),
                        "network.graph: flat: an edge goes to \"hedd\"",
                        "connect another node"),
                graph(
                        "a name with a slash",
                        nodes(INPUT, layer("a/b", "\"flatten\""), HEAD),
                        line,
                        "\"a/b\"",
                        "use letters"),
                graph(
                        "a port left free",
                        nodes(INPUT, FLATTEN, HEAD),
                        edge("in", "flat", 1),
                        "flat",
                        "connect a node"));
    }

    private static Stream<BadInput> shapes() {
        String chain = edge("in", "x") + "," + edge("x", "flat") + "," + edge("flat", "head");
        return Stream.of(
                layerBeforeFlatten(
                        "groups that do not divide the channels",
                        "{\"type\": \"conv2d\", \"outputChannels\": 6, \"kernelSize\": 1, \"groups\": 3}",
                        "network.graph: x: 3 groups do not divide 2 input and 6 output channels",
                        "choose a common divisor"),
                layerBeforeFlatten(
                        "dropout of everything",
                        "{\"type\": \"dropout\", \"probability\": 1}",
                        "network.graph.nodes.1.layer.probability",
                        "below 1, is 1"),
                layerBeforeFlatten(
                        "a negative number of channels",
                        "{\"type\": \"conv2d\", \"outputChannels\": -4, \"kernelSize\": 1}",
                        "network.graph.nodes.1.layer.outputChannels",
                        "at least 1"),
                graph(
                        "channels that do not match",
                        nodes(
                                INPUT,
                                FLATTEN,
                                layer("three", "{\"type\": \"linear\", \"outputFeatures\": 3}"),
                                ADD,
                                HEAD),
                        edge("in", "flat") + "," + edge("flat", "three") + "," + edge("flat", "sum") + ","
                                + edge("three", "sum", 1) + "," + edge("sum", "head"),
                        "network.graph: sum: adds equal shapes only, got 2 and 3",
                        "bring one to the other's channels"),
                graph(
                        "a feature map at the head",
                        nodes(INPUT, HEAD),
                        edge("in", "head"),
                        "network.graph: head/logits: needs a feature vector, got 2×1×1",
                        "put a flatten"),
                graph(
                        "a plane larger than any array",
                        nodes(
                                INPUT,
                                layer(
                                        "x",
                                        "{\"type\": \"conv2d\", \"outputChannels\": 65536, \"kernelSize\": 1,"
                                                + " \"padding\": 250}"),
                                FLATTEN,
                                HEAD),
                        chain,
                        "network.graph: flat: has more values than can be counted",
                        "use fewer channels"));
    }

    private static BadInput layerBeforeFlatten(String name, String layer, String... parts) {
        return graph(
                name,
                nodes(INPUT, layer("x", layer), FLATTEN, HEAD),
                edge("in", "x") + "," + edge("x", "flat") + "," + edge("flat", "head"),
                parts);
    }

    private static BadInput graph(String name, String nodes, String edges, String... parts) {
        String graph = "\"graph\": {\"nodes\": [" + nodes + "], \"edges\": [" + edges + "]}";
        return BadInput.of(
                "a graph with " + name,
                folder -> SmallConfig.run(
                        SmallConfig.write(folder, "\"preset\": {\"type\": \"mlp\", \"hiddenWidths\": [6]}", graph)),
                parts);
    }

    private static String nodes(String... nodes) {
        return String.join(",\n", nodes);
    }

    private static String layer(String id, String layer) {
        return "{\"type\": \"layer\", \"id\": \"" + id + "\", \"layer\": " + layer + "}";
    }

    private static String edge(String from, String to) {
        return edge(from, to, 0);
    }

    private static String edge(String from, String to, int port) {
        return "{\"from\": \"" + from + "\", \"to\": \"" + to + "\", \"port\": " + port + "}";
    }
}
