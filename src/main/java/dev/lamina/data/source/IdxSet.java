package dev.lamina.data.source;

import dev.lamina.data.DataLocation;
import dev.lamina.data.Sha256;
import dev.lamina.data.TrainTest;
import dev.lamina.data.format.NumpyArchive;
import dev.lamina.data.format.NumpyBytes;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import dev.lamina.tensor.FileProblem;
import dev.lamina.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set in MNIST's form: four IDX files of 28×28 gray images and their labels, packed with gzip or not; or the same arrays
 * in one archive of NumPy, as Keras keeps them. Several sets give their files the same names: labels that are known to be
 * another set's are refused.
 */
record IdxSet(DataCard card, List<String> classNames) {
    static final String TRAINING_IMAGES = "train-images-idx3-ubyte.gz";
    static final String TRAINING_LABELS = "train-labels-idx1-ubyte.gz";
    static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
    static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";
    private static final int TRAINING_SIZE = 60_000;
    private static final int SIDE = 28;
    private static final Shape SHAPE = Shape.of(1, SIDE, SIDE);

    /** Whose labels they are, by the SHA-256 of the unpacked files. */
    private static final Map<String, String> OWNERS = Map.of(
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5", "mnist",
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2", "mnist",
            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9", "fashion-mnist",
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34", "fashion-mnist");

    DataOutline outline(@Nullable Integer trainCount) {
        return new DataOutline(SHAPE, classNames, trainCount != null ? trainCount : TRAINING_SIZE);
    }

    /** Unpacked, with a dot as in the paper's page, and in a folder of the same name as Kaggle unpacks it. */
    static List<String> otherNames(String published) {
        String unpacked = published.replace(".gz", "");
        String dotted = unpacked.replace("-idx", ".idx");
        return List.of(dotted, dotted + ".gz", unpacked + "/" + unpacked, dotted + "/" + dotted);
    }

    /** A folder of any name whose labels are the set's. */
    static Layouts.Sign labelsOf(String id) {
        return folder -> Stream.of(TRAINING_LABELS, TEST_LABELS)
                .flatMap(name -> new ExpectedFile(name, 0, otherNames(name)).names().stream())
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .anyMatch(path -> id.equals(owner(path)));
    }

    private static @Nullable String owner(Path labels) {
        try {
            return OWNERS.get(Sha256.of(IdxFile.unpacked(Files.readAllBytes(labels))));
        } catch (IOException _) {
            return null;
        }
    }

    TrainTest load(DataLocation where, @Nullable Integer trainCount, @Nullable Integer testCount) {
        LabeledImages training =
                read(where, TRAINING_IMAGES, TRAINING_LABELS, "train").first("trainCount", trainCount);
        LabeledImages test = read(where, TEST_IMAGES, TEST_LABELS, "test").first("testCount", testCount);
        return new TrainTest(
                training.dataset(card.trainingPart(), card, SHAPE, classNames),
                test.dataset(card.testPart(), card, SHAPE, classNames));
    }

    private LabeledImages read(DataLocation where, String imagesName, String labelsName, String part) {
        FileSearch search = new FileSearch(card, where);
        SourceFile imagesFile = find(search, imagesName);
        SourceFile labelsFile = find(search, labelsName);
        if (search.isArchive(imagesFile.path())) {
            return fromArchive(imagesFile, part);
        }
        byte[][] images = new IdxFile(card, imagesFile).images(SIDE, SIDE);
        IdxFile labelsContent = new IdxFile(card, labelsFile);
        refuseOthers(labelsFile, labelsContent.unpacked());
        int[] labels = labelsContent.labels(classNames.size());
        if (images.length != labels.length) {
            throw new BadInputException(
                    Message.of("data.labelsForImagesOf", labels.length, images.length, imagesFile.path(), card.id())
                            .at(labelsFile.path()));
        }
        return new LabeledImages(
                labels,
                images,
                Stream.of(imagesFile, labelsFile)
                        .flatMap(f -> f.provenance().stream())
                        .toList());
    }

    private SourceFile find(FileSearch search, String name) {
        ExpectedFile file = card.file(name);
        Path path = search.find(file).orElseThrow(() -> search.missing(file));
        return SourceFile.read(path, card, file.limitBytes());
    }

    private void refuseOthers(SourceFile file, byte[] labels) {
        String known = OWNERS.getOrDefault(Sha256.of(labels), card.id());
        if (!known.equals(card.id())) {
            throw new BadInputException(
                    Message.of("data.otherSetsLabels", DataCatalog.card(known).title(), card.title())
                            .at(file.path()));
        }
    }

    private LabeledImages fromArchive(SourceFile file, String part) {
        try {
            Map<String, NumpyBytes> arrays =
                    NumpyArchive.read(file.content(), Set.of("x_" + part, "y_" + part), IdxFile.LIMIT_BYTES);
            NumpyBytes images = Objects.requireNonNull(arrays.get("x_" + part));
            NumpyBytes labels = Objects.requireNonNull(arrays.get("y_" + part));
            images.checkRows(SIDE, SIDE);
            labels.checkRows();
            if (images.axes()[0] != labels.axes()[0] || labels.axes()[0] == 0) {
                throw new FileProblem(Message.of("data.labelsForImages", labels.axes()[0], images.axes()[0]));
            }
            int[] values = new int[labels.axes()[0]];
            byte[][] pixels = new byte[values.length][];
            for (int i = 0; i < values.length; i++) {
                values[i] = labels.content()[i] & 0xff;
                if (values[i] >= classNames.size()) {
                    throw new FileProblem(Message.of("data.labelOutside", i + 1, values[i], 0, classNames.size() - 1));
                }
                pixels[i] = Arrays.copyOfRange(images.content(), i * SIDE * SIDE, (i + 1) * SIDE * SIDE);
            }
            return new LabeledImages(values, pixels, file.provenance());
        } catch (IOException e) {
            throw file.damaged(card, FileFault.reason(e));
        }
    }
}
