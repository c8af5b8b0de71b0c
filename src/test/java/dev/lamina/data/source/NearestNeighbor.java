package dev.lamina.data.source;

import dev.lamina.data.ImageDataset;

/** The plainest classifier: the class of the training image with the smallest squared pixel distance. */
final class NearestNeighbor {
    private NearestNeighbor() {}

    static int label(ImageDataset training, ImageDataset test, int example) {
        int length = (int) test.exampleShape().size();
        float[] asked = new float[length];
        float[] known = new float[length];
        test.copyTo(example, asked, 0);
        int nearest = -1;
        float smallest = Float.POSITIVE_INFINITY;
        for (int i = 0; i < training.size(); i++) {
            training.copyTo(i, known, 0);
            float distance = 0;
            for (int k = 0; k < length && distance < smallest; k++) {
                distance += (asked[k] - known[k]) * (asked[k] - known[k]);
            }
            if (distance < smallest) {
                smallest = distance;
                nearest = i;
            }
        }
        return training.label(nearest);
    }
}
