package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tags;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kernels of a convolution as trained, W [K, C, h, w]: of three input channels as K pictures in color, else as a
 * picture for each output and each input, "k·c".
 */
@JsonTypeName("filters")
@Origin(formula = "W_c", source = "Krizhevsky, Sutskever, Hinton 2012")
public record Filters(
        @Setting(meaning = "name of the convolution, the first one unless given") @Nullable
        String layer,

        @Setting(defaultValue = "{}", meaning = "when it is read")
        Due due)
        implements ProbeSettings {
    private static final int COLORS = 3;

    @Override
    public Probe open(ProbeContext context) {
        List<ResolvedLayer> convolutions = context.network().layers().stream()
                .filter(l -> l.layer() instanceof Conv2d)
                .toList();
        String weight = Layers.named(context.network(), layer, convolutions).name() + ".weight";
        return _ -> Map.of(Tags.FILTERS, pictures(context.session().read(weight)));
    }

    private static Reading pictures(HostTensor weights) {
        int outputs = weights.shape().axis(0);
        int inputs = weights.shape().axis(1);
        boolean color = inputs == COLORS;
        List<String> captions = new ArrayList<>();
        for (int k = 0; k < outputs; k++) {
            for (int c = 0; c < (color ? 1 : inputs); c++) {
                captions.add(color || inputs == 1 ? String.valueOf(k) : k + "·" + c);
            }
        }
        return new Reading.ImageStack(
                captions,
                color ? COLORS : 1,
                weights.shape().axis(2),
                weights.shape().axis(3),
                weights.values());
    }
}
