package dev.lamina.probe;

import dev.lamina.data.ImageDataset;
import dev.lamina.tensor.Seeds;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Chooses the training images that a probe looks at in every epoch. */
public final class ProbeImages {
    private ProbeImages() {}

    /** A subset that depends on the seed alone, in original order; all examples if there are no more than asked for. */
    public static ImageDataset choose(ImageDataset training, int count, Seeds seeds) {
        if (count >= training.size()) {
            return training;
        }
        RandomGenerator random = seeds.stream("probe images");
        int[] examples = IntStream.range(0, training.size()).toArray();
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(examples.length - i);
            int chosen = examples[j];
            examples[j] = examples[i];
            examples[i] = chosen;
        }
        int[] chosen = Arrays.copyOf(examples, count);
        Arrays.sort(chosen);
        return training.select(chosen);
    }
}
