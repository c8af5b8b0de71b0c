package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.ShapeException;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Two-dimensional convolution (cross-correlation) with square kernels.
 *   y[o, i, j] = b[o] + Σ_{c, u, v} w[o, c, u, v] x[c, i·stride + u·dilation − padding, j·stride + v·dilation − padding]
 * With groups g, output channel o sees the input channels of its group only. Weights [outputs, inputs / g, k, k].
 */
@JsonTypeName("conv2d")
@Origin(formula = "y_c = Σ_d W_cd ∗ x_d + b_c", source = "LeCun et al. 1998")
public record Conv2d(
        @Setting(min = 1, max = 65536, meaning = "output channels")
        int outputChannels,

        @Setting(min = 1, max = 255, unit = "pixels", meaning = "side k of the square kernel")
        int kernelSize,

        @Setting(defaultValue = "1", min = 1, max = 255, unit = "pixels", meaning = "step between windows")
        int stride,

        @Setting(defaultValue = "0", min = 0, max = 255, unit = "pixels", meaning = "zeros added on every side")
        int padding,

        @Setting(defaultValue = "1", min = 1, max = 255, unit = "pixels", meaning = "distance between kernel taps")
        int dilation,

        @Setting(defaultValue = "1", min = 1, max = 65536, meaning = "groups the channels are split into")
        int groups,

        @Setting(defaultValue = "false", meaning = "whether a bias is added to each output channel")
        boolean bias)
        implements Layer {
    /** A convolution without bias whose padding keeps the plane at stride 1 (odd kernels). */
    public static Conv2d same(int outputChannels, int kernelSize, int stride) {
        return new Conv2d(outputChannels, kernelSize, stride, kernelSize / 2, 1, 1, false);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape x = Shapes.featureMap(inputs);
        if (x.axis(0) % groups != 0 || outputChannels % groups != 0) {
            throw new ShapeException(Message.of("nn.groups", groups, x.axis(0), outputChannels));
        }
        return Shape.of(
                outputChannels,
                Shapes.windows(x.axis(1), kernelSize, stride, padding, dilation),
                Shapes.windows(x.axis(2), kernelSize, stride, padding, dilation));
    }

    @Override
    public List<ParameterSpec> parameters(List<Shape> inputs) {
        int groupInputs = Shapes.featureMap(inputs).axis(0) / groups;
        long area = (long) kernelSize * kernelSize;
        List<ParameterSpec> parameters = new ArrayList<>();
        parameters.add(ParameterSpec.weight(
                Shape.of(outputChannels, groupInputs, kernelSize, kernelSize),
                area * groupInputs,
                area * (outputChannels / groups)));
        if (bias) {
            parameters.add(ParameterSpec.perChannel("bias", outputChannels, ParameterRole.BIAS, 0));
        }
        return parameters;
    }

    @Override
    public long multiplyAdds(List<Shape> inputs) {
        return outputShape(inputs).size() * (inputs.getFirst().axis(0) / groups) * kernelSize * kernelSize;
    }
}
