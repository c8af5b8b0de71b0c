package dev.lamina.ui.editor;

import dev.lamina.graph.Node;
import dev.lamina.graph.edit.Content;
import dev.lamina.graph.edit.NodeCost;
import dev.lamina.graph.edit.Refusal;
import dev.lamina.graph.edit.TypeId;
import dev.lamina.nn.block.ResidualStage;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.tensor.Shape;
import dev.lamina.ui.form.Explanations;
import dev.lamina.ui.form.Vocabulary;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.help.Explanation;
import java.util.List;
import java.util.stream.Stream;

/** The editor's words in the language chosen: names of types and settings, shapes, quantities, reasons. */
final class Phrases {
    private final Texts texts;
    private final Vocabulary vocabulary;

    /** @param window texts of any part, for the language */
    Phrases(Texts window) {
        texts = window.ofBundle("dev.lamina.ui.editor.editor");
        vocabulary = new Vocabulary(window);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Texts texts() {
        return texts;
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** What a node is, in a word or two. */
    String type(Node node) {
        return typeName(TypeId.of(node));
    }

    String typeName(String id) {
        return vocabulary.type(id);
    }

    /** What a node is, of an activation layer its function; and of a stage also the block that it repeats. */
    List<Explanation> explained(Node node) {
        Record content = Content.of(node);
        Stream<Object> said = content instanceof ActivationLayer(var activation)
                ? Stream.of(activation)
                : content instanceof ResidualStage stage ? Stream.of(stage, stage.block()) : Stream.of(content);
        return said.map(of -> Explanations.ofType(of.getClass(), typeName(TypeId.of(of.getClass())), vocabulary))
                .toList();
    }

    /** What the window counts of a network. */
    List<Explanation> counts(String... names) {
        return Stream.of(names)
                .map(name -> Explanation.ofCount(name, vocabulary.window()))
                .toList();
    }

    /** The shape of one example with its axes labelled. */
    String shape(Shape shape) {
        return shape.rank() == 3
                ? get("shape.map", shape.axis(0), shape.axis(1), shape.axis(2))
                : shape.rank() == 1 ? get("shape.vector", shape.axis(0)) : shape.toString();
    }

    String cost(NodeCost cost) {
        return cost(cost.parameters(), cost.flops());
    }

    String cost(long parameters, long flops) {
        return parameters == 0 && flops == 0
                ? get("cost.none")
                : get("cost", ShortNumber.short3(parameters), ShortNumber.short3(flops));
    }

    String refusal(Refusal refusal) {
        return get("refusal." + refusal.reason(), refusal.details().toArray());
    }
}
