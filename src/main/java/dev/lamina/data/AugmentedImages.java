package dev.lamina.data;

import java.util.List;

/**
 * What augmentations make of images, to be looked at: the same functions that training calls, on pixels from 0 to 1 that
 * are not normalized.
 */
public record AugmentedImages(ImageDataset data, List<Augmentation> augmentations) {
    public AugmentedImages {
        augmentations = List.copyOf(augmentations);
    }

    /**
     * One image, [C, H, W] row-major.
     *
     * @param draw another number draws the changes anew
     */
    public float[] image(int example, long draw) {
        float[] values = new float[(int) data.exampleShape().size()];
        data.copyTo(example, values, 0);
        BatchImage image = new BatchImage(data.exampleShape(), new float[data.channels()]);
        image.moveTo(values, 0);
        ExampleRandom random = new ExampleRandom();
        random.start(draw, example);
        augmentations.forEach(augmentation -> augmentation.apply(image, random));
        return values;
    }
}
