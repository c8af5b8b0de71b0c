package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.batch.BatchTensors;
import dev.lamina.data.ImageDataset;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a layer makes of one image, the network in test mode: a picture for each of its channels, [C, 1, H, W]; of a layer
 * whose output has one axis, one picture of height 1.
 */
@JsonTypeName("feature-maps")
@Origin(formula = "a_c(x)", source = "Zeiler, Fergus 2014")
public record FeatureMaps(
        @Setting(meaning = "name of the layer, the first one unless given") @Nullable
        String layer,

        @Setting(defaultValue = "\"test\"", meaning = "where the image is from: training, validation or test")
        DataPart part,

        @Setting(defaultValue = "0", min = 0, max = 1_000_000_000, meaning = "number of the image in its part, from 0")
        int image,

        @Setting(defaultValue = "{}", meaning = "when it is read")
        Due due)
        implements ProbeSettings {
    @Override
    public Probe open(ProbeContext context) {
        ImageDataset images = part.of(context.data());
        if (image >= images.size()) {
            throw new BadInputException(
                    Message.of("probe.noImage", image, images.size() - 1).at("image"));
        }
        ResolvedLayer resolved =
                Layers.named(context.network(), layer, context.network().layers());
        String name = resolved.name();
        var program = context.session().prepare(Programs.layerOutputs(context.network(), 1, Set.of(name)));
        HostTensor input = BatchTensors.all(images.select(new int[] {image}), context.normalization());
        return new Probe() {
            @Override
            public Map<Tag, Reading> measure(int epoch) {
                var outputs = program.run(Map.of(Program.IMAGES, input), context.interruption()::requested);
                float[] values = Objects.requireNonNull(outputs.get(Programs.OUTPUT_PREFIX + name))
                        .values();
                return Map.of(Tags.FEATURE_MAPS, pictures(resolved.outputShape(), values));
            }

            @Override
            public void close() {
                program.close();
            }
        };
    }

    private static Reading pictures(Shape shape, float[] values) {
        if (shape.rank() == 1) {
            return new Reading.ImageStack(List.of("0"), 1, 1, shape.axis(0), values);
        }
        List<String> captions =
                IntStream.range(0, shape.axis(0)).mapToObj(String::valueOf).toList();
        return new Reading.ImageStack(
                captions, 1, shape.axis(1), shape.axis(2), Arrays.copyOf(values, Math.toIntExact(shape.size())));
    }
}
