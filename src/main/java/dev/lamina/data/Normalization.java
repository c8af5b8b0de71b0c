package dev.lamina.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An affine map per channel from unit values (pixel/255, or a point's coordinate) to the network's input.
 *   input = (unit − mean[c]) / standardDeviation[c],   unit = input · standardDeviation[c] + mean[c]
 * Mean and standard deviation (dividing by the number of values) are those of the training part, never of test.
 * A constant channel gets the standard deviation 1, so that it maps to 0.
 */
public record Normalization(List<Double> mean, List<Double> standardDeviation) {
    public Normalization {
        mean = List.copyOf(mean);
        standardDeviation = List.copyOf(standardDeviation);
        if (mean.size() != standardDeviation.size()
                || standardDeviation.stream().anyMatch(s -> !(s > 0))) {
            throw new IllegalArgumentException("one mean and one positive standard deviation per channel, got " + mean
                    + " and " + standardDeviation);
        }
    }

    public static Normalization of(PixelScaling scaling, ImageDataset training) {
        return switch (scaling) {
            case PER_CHANNEL -> perChannel(training);
            case NONE ->
                new Normalization(
                        Collections.nCopies(training.channels(), 0.0), Collections.nCopies(training.channels(), 1.0));
        };
    }

    private static Normalization perChannel(ImageDataset training) {
        int plane = training.exampleShape().axis(1) * training.exampleShape().axis(2);
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int channel = 0; channel < training.channels(); channel++) {
            double[] sums = new double[2];
            for (int i = 0; i < training.size(); i++) {
                training.pixels().addMoments(i, channel * plane, (channel + 1) * plane, sums);
            }
            double count = (double) plane * training.size();
            double mean = sums[0] / count;
            double variance = sums[1] / count - mean * mean;
            means.add(mean);
            // Below this the difference of the two sums is rounding.
            deviations.add(variance > 1e-12 * Math.max(1, mean * mean) ? Math.sqrt(variance) : 1.0);
        }
        return new Normalization(means, deviations);
    }

    public int channels() {
        return mean.size();
    }

    /** The input for a unit value of a channel. */
    public float normalize(float unit, int channel) {
        return (float) ((unit - mean.get(channel)) / standardDeviation.get(channel));
    }

    /** The unit value behind an input; 0 to 1 for images that were not changed since. */
    public float denormalize(float input, int channel) {
        return (float) (input * standardDeviation.get(channel) + mean.get(channel));
    }
}
