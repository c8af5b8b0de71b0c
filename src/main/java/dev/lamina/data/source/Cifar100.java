package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.data.DataLocation;
import dev.lamina.data.TrainTest;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CIFAR-100, the binary version or the one for Python, with its 100 fine or 20 coarse labels.
 */
@JsonTypeName("cifar100")
@Origin(formula = "x ∈ [0, 1]^(3×32×32), K = 100", source = "Krizhevsky 2009")
public record Cifar100(
        @Setting(defaultValue = "\"fine\"", meaning = "which of an image's two labels is learned")
        Labels labels,

        @Setting(
                min = 1,
                max = Cifar100.TRAINING_IMAGES,
                unit = "images",
                meaning = "first training images to use; all unless given")
        @Nullable
        Integer trainCount,

        @Setting(min = 1, max = 10000, unit = "images", meaning = "first test images to use; all unless given")
        @Nullable
        Integer testCount)
        implements DataSource {
    /** Which of the two labels of an image is learned. */
    public enum Labels {
        @JsonProperty("fine")
        FINE,
        @JsonProperty("coarse")
        COARSE
    }

    private static final Shape SHAPE = Shape.of(3, 32, 32);
    private static final int TRAINING_IMAGES = 50_000;
    private static final String TRAINING = "train.bin";
    private static final String TEST = "test.bin";
    private static final long TRAINING_BYTES = 153_700_000;
    private static final long TEST_BYTES = 30_740_000;

    /** Source of size and checksum: the url_checksums of TensorFlow Datasets. */
    public static final DataCard CARD = new DataCard(
            "cifar100",
            Message.verbatim("CIFAR-100"),
            Message.of("data.cifar100"),
            Message.of("data.noLicense"),
            "A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, technical report, 2009",
            new DataCard.Published(
                    "cifar-100-binary",
                    List.of(
                            new ExpectedFile(TRAINING, TRAINING_BYTES, List.of("train")),
                            new ExpectedFile(TEST, TEST_BYTES, List.of("test"))),
                    List.of(RemoteFile.of(
                            "https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz",
                            168_513_733,
                            "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec")),
                    new Layouts(
                            List.of("cifar-100-python", "cifar100", "CIFAR100", "cifar-100", "CIFAR-100"),
                            List.of("cifar-100-binary.tar.gz", "cifar-100-python.tar.gz"),
                            Cifar100::isItsFolder)));

    @Override
    public DataCard card() {
        return CARD;
    }

    @Override
    public DataOutline outline(DataLocation where) {
        return new DataOutline(SHAPE, classNames(), trainCount != null ? trainCount : TRAINING_IMAGES);
    }

    @Override
    public TrainTest load(DataLocation where) {
        SetReader files = SetReader.of(CARD, where, this::parse);
        LabeledImages training = files.read(TRAINING);
        LabeledImages test = files.read(TEST);
        return new TrainTest(
                training.first("trainCount", trainCount).dataset(CARD.trainingPart(), CARD, SHAPE, classNames()),
                test.first("testCount", testCount).dataset(CARD.testPart(), CARD, SHAPE, classNames()));
    }

    private LabeledImages parse(SourceFile file) {
        int classes = classNames().size();
        boolean coarse = labels == Labels.COARSE;
        return file.path().toString().endsWith(".bin")
                ? new CifarFile(CARD, 2, coarse ? 0 : 1, classes).parse(file)
                : new CifarPickle(CARD, coarse ? "coarse_labels" : "fine_labels", classes).parse(file);
    }

    /** The names alone are anybody's. */
    private static boolean isItsFolder(Path folder) {
        return Layouts.anyOf("fine_label_names.txt").in(folder)
                || (Layouts.anyOf("meta").in(folder)
                        && Layouts.anyOf("train", "test").in(folder))
                || hasSize(folder.resolve(TRAINING), TRAINING_BYTES)
                || hasSize(folder.resolve(TEST), TEST_BYTES);
    }

    private static boolean hasSize(Path file, long bytes) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == bytes;
        } catch (IOException _) {
            return false;
        }
    }

    private List<String> classNames() {
        return labels == Labels.COARSE ? Cifar100Classes.COARSE : Cifar100Classes.FINE;
    }
}
