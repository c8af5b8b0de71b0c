package dev.lamina.data;

import java.util.List;
import java.util.Optional;

/** Writes examples as they are stored, each with the placement that its augmentations draw. */
final class RawExamples implements ExampleWriter {
    private final PixelDecoder decoder;
    private final List<Placing> augmentations;
    private final long epochKey;
    private final Optional<PixelMap> remaining;
    private final Placement placement = new Placement();
    private final ExampleRandom random = new ExampleRandom();

    RawExamples(PixelDecoder decoder, List<Placing> augmentations, long epochKey) {
        this.decoder = decoder;
        this.augmentations = augmentations;
        this.epochKey = epochKey;
        this.remaining = Optional.of(decoder.map());
    }

    @Override
    public void write(int example, Batch batch, int offset) {
        decoder.decodeRaw(example, batch.images(), offset);
        placement.reset();
        random.start(epochKey, example);
        for (int i = 0; i < augmentations.size(); i++) {
            augmentations.get(i).place(placement, random);
        }
        placement.writeTo(batch.placements(), (batch.size() - 1) * Placement.NUMBERS);
    }

    @Override
    public Optional<PixelMap> remaining() {
        return remaining;
    }
}
