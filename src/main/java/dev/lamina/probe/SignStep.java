package dev.lamina.probe;

import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;

/**
 * The step of the fast gradient sign method:
 *   x′ = x + ε sign(∂L/∂x)                    on the normalized scale
 *   x′ = x + ε/(255 · std_c) sign(∂L/∂x)      on the pixel scale, std_c the normalization's of channel c
 * Source: Goodfellow, Shlens, Szegedy 2015, section 4. x′ is not clipped to the range of pixels; where the gradient is
 * exactly 0 the pixel stays. Worked example: x = 0.5 with ∂L/∂x = −3 and ε = 0.1 gives 0.4.
 */
record SignStep(FgsmScale scale, Normalization normalization) {
    private static final double LARGEST_PIXEL = 255;

    /** @throws BadInputException for the pixel scale on data that are no images */
    void requireFit(ImageDataset data) {
        if (scale == FgsmScale.PIXEL && !data.holdsImages()) {
            throw new BadInputException(Message.of("probe.noPixels").at(data.name()));
        }
    }

    /** x′ for images x and gradients [N, C, H, W]. */
    HostTensor perturbed(HostTensor images, HostTensor gradient, double epsilon) {
        HostTensor perturbed = HostTensor.zeros(images.shape());
        int channels = images.shape().axis(1);
        int plane = Math.toIntExact(images.shape().size() / images.shape().axis(0) / channels);
        for (int i = 0; i < perturbed.values().length; i++) {
            float step = (float) length(epsilon, i / plane % channels);
            perturbed.values()[i] = images.values()[i] + step * Math.signum(gradient.values()[i]);
        }
        return perturbed;
    }

    private double length(double epsilon, int channel) {
        return switch (scale) {
            case NORMALIZED -> epsilon;
            case PIXEL ->
                epsilon / LARGEST_PIXEL / normalization.standardDeviation().get(channel);
        };
    }
}
