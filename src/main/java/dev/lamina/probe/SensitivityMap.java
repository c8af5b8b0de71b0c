package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.batch.BatchTensors;
import dev.lamina.data.ImageDataset;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.HostTensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where GBR comes from: the pixel i of an image ↦ Σ_k Σ_c (∂z_k/∂x_ci)², z the logits in test mode, x normalized pixels,
 * c the channels. Its sum over the pixels is ‖J‖_F² of the image (Li, Chen, Yang, eq. 2).
 */
@JsonTypeName("sensitivity-map")
@Origin(formula = "Σ_k Σ_c (∂z_k/∂x_ci)²", source = "Li, Chen, Yang, eq. 2")
public record SensitivityMap(
        @Setting(defaultValue = "\"test\"", meaning = "where the images are from: training, validation or test")
        DataPart part,

        @Setting(
                defaultValue = "0",
                min = 0,
                max = 1_000_000_000,
                meaning = "number of the first image in its part, from 0")
        int image,

        @Setting(defaultValue = "8", min = 1, max = 256, unit = "images", meaning = "how many images")
        int images,

        @Setting(defaultValue = "{}", meaning = "when it is read")
        Due due)
        implements ProbeSettings {
    @Override
    public Probe open(ProbeContext context) {
        ImageDataset all = part.of(context.data());
        int first = Math.min(image, all.size() - 1);
        ImageDataset chosen = all.select(
                IntStream.range(first, Math.min(all.size(), first + images)).toArray());
        HostTensor inputs = BatchTensors.all(chosen, context.normalization());
        int classes = context.network().classes();
        var products = new JacobianProducts(context.session(), context.network(), classes, context.interruption());
        products.prepare(chosen.size());
        List<String> captions = Arrays.stream(chosen.labels())
                .mapToObj(label -> chosen.classNames().get(label))
                .toList();
        int channels = inputs.shape().axis(1);
        int height = inputs.shape().axis(2);
        int width = inputs.shape().axis(3);
        return new Probe() {
            @Override
            public Map<Tag, Reading> measure(int epoch) {
                float[] map = new float[chosen.size() * height * width];
                products.forEach(inputs, classes, JacobianProducts.OF_LOGITS, (_, gradient) -> {
                    for (int i = 0; i < gradient.length; i++) {
                        int n = i / (channels * height * width);
                        map[n * height * width + i % (height * width)] += gradient[i] * gradient[i];
                    }
                });
                return Map.of(Tags.SENSITIVITY, new Reading.ImageStack(captions, 1, height, width, map));
            }

            @Override
            public void close() {
                products.close();
            }
        };
    }
}
