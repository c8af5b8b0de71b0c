package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.data.DataLocation;
import dev.lamina.data.TrainTest;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Street View House Numbers, format 2 (cropped digits, MATLAB files).
 */
@JsonTypeName("svhn")
@Origin(formula = "x ∈ [0, 1]^(3×32×32), K = 10", source = "Netzer et al. 2011")
public record Svhn(
        @Setting(
                min = 1,
                max = Svhn.TRAINING_IMAGES,
                unit = "images",
                meaning = "first training images to use; all unless given")
        @Nullable
        Integer trainCount,

        @Setting(min = 1, max = 26032, unit = "images", meaning = "first test images to use; all unless given")
        @Nullable
        Integer testCount)
        implements DataSource {
    private static final Shape SHAPE = Shape.of(3, 32, 32);
    private static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final int TRAINING_IMAGES = 73_257;
    private static final String BASE = "http://ufldl.stanford.edu/housenumbers/";
    private static final String TRAINING = "train_32x32.mat";
    private static final String TEST = "test_32x32.mat";
    private static final long TRAINING_BYTES = 182_040_794;
    private static final long TEST_BYTES = 64_275_384;

    /** Source of sizes and checksums: the url_checksums of TensorFlow Datasets. */
    public static final DataCard CARD = new DataCard(
            "svhn",
            Message.verbatim("SVHN"),
            Message.of("data.svhn"),
            Message.of("data.nonCommercial"),
            "Y. Netzer et al., Reading Digits in Natural Images with Unsupervised Feature Learning, NIPS workshop, 2011",
            DataCard.Published.files(
                    "svhn",
                    List.of(
                            RemoteFile.of(
                                    BASE + TRAINING,
                                    TRAINING_BYTES,
                                    "435e94d69a87fde4fd4d7f3dd208dfc32cb6ae8af2240d066de1df7508d083b8"),
                            RemoteFile.of(
                                    BASE + TEST,
                                    TEST_BYTES,
                                    "cdce80dfb2a2c4c6160906d0bd7c68ec5a99d7ca4831afa54f09182025b6a75b")),
                    _ -> List.of(),
                    new Layouts(List.of("SVHN"), List.of(), Layouts.anyOf(TRAINING, TEST))));

    @Override
    public DataCard card() {
        return CARD;
    }

    @Override
    public DataOutline outline(DataLocation where) {
        return new DataOutline(SHAPE, CLASSES, trainCount != null ? trainCount : TRAINING_IMAGES);
    }

    @Override
    public TrainTest load(DataLocation where) {
        SetReader files = SetReader.of(CARD, where, file -> new SvhnFile(CARD, file).images());
        LabeledImages training = files.read(TRAINING);
        LabeledImages test = files.read(TEST);
        return new TrainTest(
                training.first("trainCount", trainCount).dataset(CARD.trainingPart(), CARD, SHAPE, CLASSES),
                test.first("testCount", testCount).dataset(CARD.testPart(), CARD, SHAPE, CLASSES));
    }
}
