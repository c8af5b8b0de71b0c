package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.nn.ShapeException;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.List;

/**
 * The parameter-free shortcut (option A of He et al. 2016): takes every stride-th pixel and adds zero channels,
 * half before and half after (one more after where the number is odd).
 *   y[c + ⌊(C_out − C_in)/2⌋, i, j] = x[c, i·stride, j·stride], 0 elsewhere
 */
@JsonTypeName("subsample-zero-pad")
@Origin(formula = "y = [x[2i, 2j], 0]", source = "He et al. 2016, section 3.3, option A")
public record SubsampleZeroPad(
        @Setting(min = 1, max = 65536, meaning = "output channels, at least the input's")
        int outputChannels,

        @Setting(defaultValue = "2", min = 1, max = 255, unit = "pixels", meaning = "distance between the pixels taken")
        int stride)
        implements Layer {
    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape x = Shapes.featureMap(inputs);
        if (x.axis(0) > outputChannels) {
            throw new ShapeException(Message.of("nn.shrink", x.axis(0), outputChannels));
        }
        return Shape.of(
                outputChannels, Shapes.windows(x.axis(1), 1, stride, 0, 1), Shapes.windows(x.axis(2), 1, stride, 0, 1));
    }
}
