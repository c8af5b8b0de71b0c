package dev.lamina.config;

import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.Position;
import dev.lamina.graph.preset.Preset;
import dev.lamina.message.Message;
import dev.lamina.nn.layer.Dropping;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A network: a preset with its settings, or a graph in full; exactly one of them. */
public record NetworkConfig(
        @Setting(meaning = "a well-known network with its settings; give this or graph") @Nullable
        Preset preset,

        @Setting(meaning = "nodes and edges; give this or preset") @Nullable
        NetworkGraph graph,

        @Setting(
                defaultValue = "{}",
                meaning = "where a graph's nodes are drawn, by id; arranged where absent, and nothing to training")
        Map<String, Position> positions,

        @Setting(
                meaning =
                        "drops blocks behind the last batch normalization (and its activation), or single elements behind"
                                + " the global average pool that follows it; nothing unless given")
        @Nullable
        Dropping dropping) {
    public NetworkConfig {
        if ((preset == null) == (graph == null)) {
            throw new BadInputException(Message.of("config.presetOrGraph"));
        }
        positions = Collections.unmodifiableMap(new TreeMap<>(positions));
    }

    /** A graph with its layout; nothing is dropped besides what it drops itself. */
    public NetworkConfig(@Nullable Preset preset, @Nullable NetworkGraph graph, Map<String, Position> positions) {
        this(preset, graph, positions, null);
    }
}
