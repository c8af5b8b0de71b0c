package dev.lamina.graph;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.block.Block;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.Layer;
import dev.lamina.setting.Setting;

/**
 * A node of a network graph; its id is unique in the graph and names it in every message.
 * In JSON: {@code {"type": "layer", "id": "conv1", "layer": {"type": "conv2d", …}}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Node {
    String id();

    /** Where the examples enter; their shape comes from the data. */
    @JsonTypeName("input")
    record Input(
            @Setting(meaning = "unique name, without '/' and '.'")
            String id) implements Node {}

    /** One layer. */
    @JsonTypeName("layer")
    record OfLayer(
            @Setting(meaning = "unique name, without '/' and '.'")
            String id,

            @Setting(meaning = "what the node computes") Layer layer)
            implements Node {}

    /** A block that expands to parts named id/part. */
    @JsonTypeName("block")
    record OfBlock(
            @Setting(meaning = "unique name, without '/' and '.'")
            String id,

            @Setting(meaning = "what the node expands to") Block block)
            implements Node {}

    /** Where the network decides. */
    @JsonTypeName("head")
    record OfHead(
            @Setting(meaning = "unique name, without '/' and '.'")
            String id,

            @Setting(meaning = "how the network decides") Head head)
            implements Node {}
}
