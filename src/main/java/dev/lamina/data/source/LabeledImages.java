package dev.lamina.data.source;

import dev.lamina.data.DataFile;
import dev.lamina.data.ImageDataset;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reader found: labels, pixels [C·H·W] of each image, and the files they came from. */
record LabeledImages(int[] labels, byte[][] pixels, List<DataFile> files) {
    static LabeledImages joined(List<LabeledImages> parts) {
        return new LabeledImages(
                parts.stream().flatMapToInt(p -> Arrays.stream(p.labels)).toArray(),
                parts.stream().flatMap(p -> Stream.of(p.pixels)).toArray(byte[][]::new),
                parts.stream().flatMap(p -> p.files.stream()).distinct().toList());
    }

    /** The chosen images in the given order. */
    LabeledImages select(int[] chosen) {
        return new LabeledImages(
                Arrays.stream(chosen).map(i -> labels[i]).toArray(),
                Arrays.stream(chosen).mapToObj(i -> pixels[i]).toArray(byte[][]::new),
                files);
    }

    /** The first count images in original order, or all; the key is what asked for them. */
    LabeledImages first(String key, @Nullable Integer count) {
        if (count == null || count == labels.length) {
            return this;
        }
        if (count > labels.length) {
            throw new BadInputException(
                    Message.of("data.fewerImages", count, labels.length).at(key));
        }
        return select(IntStream.range(0, count).toArray());
    }

    ImageDataset dataset(Message name, DataCard card, Shape shape, List<String> classNames) {
        return ImageDataset.ofImages(name, shape, classNames, labels, pixels, card.provenance(new ArrayList<>(files)));
    }
}
