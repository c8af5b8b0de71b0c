package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.nn.ShapeException;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;

/**
 * A stage of VGG with batch normalization: 3×3 convolutions of one width, each normalized and activated, then a 2×2 max
 * pool that halves the plane. Source: Simonyan, Zisserman 2015; the convolutions have no bias because the
 * normalization after them removes it.
 */
@JsonTypeName("vgg-stage")
@Origin(source = "Simonyan, Zisserman 2015")
public record VggStage(
        @Setting(min = 1, max = 65536, meaning = "channels of every convolution")
        int channels,

        @Setting(min = 1, max = 1000, meaning = "number of convolutions")
        int convolutions,

        @Setting(meaning = "the response function") Activation activation)
        implements Block {
    @Override
    public Composition body(Shape input) {
        if (input.rank() == 3 && Math.min(input.axis(1), input.axis(2)) < 2) {
            throw new ShapeException(Message.of("nn.smallPlane", input));
        }
        Chain chain = new Chain();
        for (int i = 1; i <= convolutions; i++) {
            String suffix = String.valueOf(i);
            chain.convolution(suffix, channels, 3, 1).norm(suffix).activation(suffix, activation);
        }
        return chain.then("pool", new MaxPool(2, 2, 0)).composition();
    }
}
