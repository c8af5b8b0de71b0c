package dev.lamina.data;

import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Optional;

/** Writes examples as a network takes them: normalised and augmented. */
final class PreparedExamples implements ExampleWriter {
    private final PixelDecoder decoder;
    private final List<Augmentation> augmentations;
    private final long epochKey;
    private final BatchImage image;
    private final ExampleRandom random = new ExampleRandom();

    PreparedExamples(PixelDecoder decoder, Shape exampleShape, List<Augmentation> augmentations, long epochKey) {
        this.decoder = decoder;
        this.augmentations = augmentations;
        this.epochKey = epochKey;
        this.image = new BatchImage(exampleShape, decoder.map().offset());
    }

    @Override
    public void write(int example, Batch batch, int offset) {
        decoder.decode(example, batch.images(), offset);
        if (augmentations.isEmpty()) {
            return;
        }
        image.moveTo(batch.images(), offset);
        random.start(epochKey, example);
        for (int i = 0; i < augmentations.size(); i++) {
            augmentations.get(i).apply(image, random);
        }
    }

    @Override
    public Optional<PixelMap> remaining() {
        return Optional.empty();
    }
}
