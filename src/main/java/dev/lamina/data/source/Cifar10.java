package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CIFAR-10, the binary version or the one for Python. The five training files are read in order, as many as the asked-for images need.
 */
@JsonTypeName("cifar10")
@Origin(formula = "x ∈ [0, 1]^(3×32×32), K = 10", source = "Krizhevsky 2009")
public record Cifar10(
        @Setting(min = 1, max = 50000, unit = "images", meaning = "first training images to use; all unless given")
        @Nullable
        Integer trainCount,

        @Setting(min = 1, max = 10000, unit = "images", meaning = "first test images to use; all unless given")
        @Nullable
        Integer testCount)
        implements DataSource {
    static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
    private static final Shape SHAPE = Shape.of(3, 32, 32);
    private static final List<String> TRAINING_FILES =
            List.of("data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin");
    private static final String TEST_FILE = "test_batch.bin";
    private static final int IMAGES_PER_FILE = 10_000;
    private static final long FILE_BYTES = 30_730_000;

    /** Source of size and checksum: the url_checksums of TensorFlow Datasets. */
    public static final DataCard CARD = new DataCard(
            "cifar10",
            Message.verbatim("CIFAR-10"),
            Message.of("data.cifar10"),
            Message.of("data.noLicense"),
            "A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, technical report, 2009",
            new DataCard.Published(
                    "cifar-10-batches-bin",
                    Stream.concat(TRAINING_FILES.stream(), Stream.of(TEST_FILE))
                            .map(name -> new ExpectedFile(name, FILE_BYTES, List.of(name.replace(".bin", ""))))
                            .toList(),
                    List.of(RemoteFile.of(
                            "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
                            170_052_171,
                            "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd")),
                    new Layouts(
                            List.of(
                                    "cifar-10-batches-py",
                                    "cifar-10-batches-py-target/cifar-10-batches-py",
                                    "cifar10",
                                    "CIFAR10",
                                    "cifar-10",
                                    "CIFAR-10"),
                            List.of("cifar-10-binary.tar.gz", "cifar-10-python.tar.gz"),
                            Layouts.anyOf("data_batch_1.bin", TEST_FILE, "data_batch_1", "test_batch"))));

    @Override
    public DataCard card() {
        return CARD;
    }

    /** The files that the asked-for images take. */
    List<ExpectedFile> filesToRead() {
        int parts = trainCount == null ? TRAINING_FILES.size() : Math.ceilDiv(trainCount, IMAGES_PER_FILE);
        List<String> names = TRAINING_FILES.subList(0, parts);
        return CARD.published().orElseThrow().files().stream()
                .filter(file -> names.contains(file.name()) || file.name().equals(TEST_FILE))
                .toList();
    }

    @Override
    public DataOutline outline(DataLocation where) {
        return new DataOutline(
                SHAPE, CLASSES, trainCount != null ? trainCount : TRAINING_FILES.size() * IMAGES_PER_FILE);
    }

    @Override
    public TrainTest load(DataLocation where) {
        SetReader files = SetReader.of(CARD, where, Cifar10::parse);
        LabeledImages test = files.read(TEST_FILE).first("testCount", testCount);
        LabeledImages training = training(files).first("trainCount", trainCount);
        return new TrainTest(dataset(CARD.trainingPart(), training), dataset(CARD.testPart(), test));
    }

    private static LabeledImages parse(SourceFile file) {
        return file.path().toString().endsWith(".bin")
                ? new CifarFile(CARD, 1, 0, CLASSES.size()).parse(file)
                : new CifarPickle(CARD, "labels", CLASSES.size()).parse(file);
    }

    private LabeledImages training(SetReader files) {
        List<LabeledImages> parts = new ArrayList<>();
        int found = 0;
        for (String name : TRAINING_FILES) {
            if (trainCount != null && found >= trainCount) {
                break;
            }
            Optional<LabeledImages> part = files.find(name);
            if (part.isEmpty()) {
                throw files.search().missing(CARD.file(name), found);
            }
            parts.add(part.get());
            found += parts.getLast().labels().length;
        }
        return LabeledImages.joined(parts);
    }

    private static ImageDataset dataset(Message name, LabeledImages images) {
        return images.dataset(name, CARD, SHAPE, CLASSES);
    }
}
