package dev.lamina.probe;

import dev.lamina.backend.Executable;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The responses of the hidden units over the plane, layer by layer: outputs of the activations. */
final class PlaneUnits implements Probe {
    private final PlaneGrid grid;
    private final ProbeContext context;
    private final List<ResolvedLayer> layers;
    private final Executable program;

    PlaneUnits(ProbeContext context, PlaneGrid grid) {
        this.grid = grid;
        this.context = context;
        this.layers = hidden(context.network());
        Set<String> names = layers.stream().map(ResolvedLayer::name).collect(Collectors.toSet());
        this.program = context.session().prepare(Programs.layerOutputs(context.network(), grid.count(), names));
    }

    private static List<ResolvedLayer> hidden(ResolvedNetwork network) {
        return network.layers().stream()
                .filter(layer -> layer.layer() instanceof ActivationLayer)
                .toList();
    }

    @Override
    public Map<Tag, Reading> measure(int epoch) {
        Map<String, HostTensor> outputs =
                program.run(Map.of(Program.IMAGES, grid.images()), context.interruption()::requested);
        List<String> captions = new ArrayList<>();
        List<float[]> pictures = new ArrayList<>();
        for (ResolvedLayer layer : layers) {
            int units = Math.toIntExact(layer.outputShape().size());
            List<String> names = new ArrayList<>();
            for (int unit = 1; unit <= units; unit++) {
                names.add(layer.name() + " " + unit);
            }
            float[] values = Objects.requireNonNull(outputs.get(Programs.OUTPUT_PREFIX + layer.name()))
                    .values();
            captions.addAll(names);
            pictures.add(grid.pictures(names, values).values());
        }
        return Map.of(
                Tags.UNIT_RESPONSES, new Reading.ImageStack(captions, 1, grid.cells(), grid.cells(), joined(pictures)));
    }

    private static float[] joined(List<float[]> parts) {
        float[] joined = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    @Override
    public void close() {
        program.close();
    }
}
