package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.data.DataLocation;
import dev.lamina.data.TrainTest;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CIFAR-100, binary version, with its 100 fine or 20 coarse labels.
 */
@JsonTypeName("cifar100")
public record Cifar100(
        @Setting(defaultValue = "\"fine\"", meaning = "which of an image's two labels is learned")
        Labels labels,

        @Setting(min = 1, max = 50000, unit = "images", meaning = "first training images to use; all unless given")
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

    /** Source of size and checksum: the url_checksums of TensorFlow Datasets. */
    public static final DataCard CARD = new DataCard(
            "cifar100",
            "CIFAR-100",
            "50,000 training and 10,000 test photographs, 32×32 in color, of 100 classes in 20 groups",
            "none stated by the authors; they ask for the citation",
            "A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, technical report, 2009",
            Optional.of(new DataCard.Published(
                    "cifar-100-binary",
                    List.of(new ExpectedFile("train.bin", 153_700_000), new ExpectedFile("test.bin", 30_740_000)),
                    List.of(RemoteFile.of(
                            "https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz",
                            168_513_733,
                            "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec")))));

    @Override
    public DataCard card() {
        return CARD;
    }

    @Override
    public DataOutline outline(DataLocation where) {
        return new DataOutline(SHAPE, classNames());
    }

    @Override
    public TrainTest load(DataLocation where) {
        CifarFile format = new CifarFile(
                CARD, 2, labels == Labels.COARSE ? 0 : 1, classNames().size());
        LabeledImages training = format.parse(SourceFile.read(CARD, where, "train.bin"));
        LabeledImages test = format.parse(SourceFile.read(CARD, where, "test.bin"));
        return new TrainTest(
                training.first("trainCount", trainCount).dataset("CIFAR-100 training", CARD, SHAPE, classNames()),
                test.first("testCount", testCount).dataset("CIFAR-100 test", CARD, SHAPE, classNames()));
    }

    private List<String> classNames() {
        return labels == Labels.COARSE ? Cifar100Classes.COARSE : Cifar100Classes.FINE;
    }
}
