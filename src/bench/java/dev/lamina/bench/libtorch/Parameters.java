package dev.lamina.bench.libtorch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Makes and collects what is trained; filters lie in the layout of the images. */
final class Parameters {
    private static final int FEATURE_MAP_RANK = 4;

    private final boolean channelsLast;
    private final List<Tensor> tensors = new ArrayList<>();

    Parameters(boolean channelsLast) {
        this.channelsLast = channelsLast;
    }

    /** Normal with standard deviation √(gain / fan-in). */
    Tensor weights(double gain, int fanIn, long... shape) {
        return trained(torch.randn(shape).mul_(new Scalar(Math.sqrt(gain / fanIn))));
    }

    TensorOptional constant(double value, int channels) {
        return new TensorOptional(trained(statistic(value, channels)));
    }

    /** Not trained. */
    Tensor statistic(double value, int channels) {
        return torch.zeros(channels).add_(new Scalar(value));
    }

    /** In the layout of this network. */
    Tensor inLayout(Tensor tensor) {
        if (!channelsLast || tensor.dim() != FEATURE_MAP_RANK) {
            return tensor;
        }
        return tensor.to(
                torch.ScalarType.Float, false, false, new MemoryFormatOptional(torch.MemoryFormat.ChannelsLast));
    }

    private Tensor trained(Tensor tensor) {
        Tensor leaf = inLayout(tensor);
        leaf.set_requires_grad(true);
        tensors.add(leaf);
        return leaf;
    }

    TensorVector all() {
        return new TensorVector(tensors.toArray(Tensor[]::new));
    }
}
