package dev.lamina.config;

import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.preset.Preset;
import dev.lamina.setting.Setting;
import org.jspecify.annotations.Nullable;

/** A network: a preset with its settings, or a graph in full; exactly one of them. */
public record NetworkConfig(
        @Setting(meaning = "a well-known network with its settings; give this or graph") @Nullable
        Preset preset,

        @Setting(meaning = "nodes and edges; give this or preset") @Nullable
        NetworkGraph graph) {
    public NetworkConfig {
        if ((preset == null) == (graph == null)) {
            throw new IllegalArgumentException("network takes either preset or graph, one of them");
        }
    }
}
