package dev.lamina.data.source;

import dev.lamina.data.DataLocation;
import dev.lamina.data.TrainTest;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A set in MNIST's form: four IDX files of 28×28 gray images and their labels, packed with gzip or not. */
record IdxSet(DataCard card, List<String> classNames) {
    static final String TRAINING_IMAGES = "train-images-idx3-ubyte.gz";
    static final String TRAINING_LABELS = "train-labels-idx1-ubyte.gz";
    static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
    static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";
    private static final int SIDE = 28;
    private static final Shape SHAPE = Shape.of(1, SIDE, SIDE);

    DataOutline outline() {
        return new DataOutline(SHAPE, classNames);
    }

    TrainTest load(DataLocation where, @Nullable Integer trainCount, @Nullable Integer testCount) {
        LabeledImages training = read(where, TRAINING_IMAGES, TRAINING_LABELS).first("trainCount", trainCount);
        LabeledImages test = read(where, TEST_IMAGES, TEST_LABELS).first("testCount", testCount);
        return new TrainTest(
                training.dataset(card.title() + " training", card, SHAPE, classNames),
                test.dataset(card.title() + " test", card, SHAPE, classNames));
    }

    private LabeledImages read(DataLocation where, String imagesName, String labelsName) {
        SourceFile imagesFile = find(where, imagesName);
        SourceFile labelsFile = find(where, labelsName);
        byte[][] images = new IdxFile(card, imagesFile).images(SIDE, SIDE);
        int[] labels = new IdxFile(card, labelsFile).labels(classNames.size());
        if (images.length != labels.length) {
            throw new BadInputException(labelsFile.path() + ": has " + labels.length + " labels for the "
                    + images.length + " images of " + imagesFile.path() + "; get both again, with 'lamina data get "
                    + card.id() + "' or by hand");
        }
        return new LabeledImages(
                labels,
                images,
                Stream.of(imagesFile, labelsFile)
                        .flatMap(f -> f.provenance().stream())
                        .toList());
    }

    private SourceFile find(DataLocation where, String name) {
        return SourceFile.read(card, where, new ExpectedFile(name, 0).names().toArray(String[]::new));
    }
}
