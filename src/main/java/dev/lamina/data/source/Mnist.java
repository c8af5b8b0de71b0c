package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MNIST: handwritten digits.
 */
@JsonTypeName("mnist")
@Origin(formula = "x ∈ [0, 1]^(1×28×28), K = 10", source = "LeCun et al. 1998")
public record Mnist(
        @Setting(min = 1, max = 60000, unit = "images", meaning = "first training images to use; all unless given")
        @Nullable
        Integer trainCount,

        @Setting(min = 1, max = 10000, unit = "images", meaning = "first test images to use; all unless given")
        @Nullable
        Integer testCount)
        implements IdxSource {
    private static final String BASE = "https://storage.googleapis.com/cvdf-datasets/mnist/";

    /** Source of sizes and checksums: the url_checksums of TensorFlow Datasets. */
    public static final DataCard CARD = new DataCard(
            "mnist",
            Message.verbatim("MNIST"),
            Message.of("data.mnist"),
            Message.verbatim("CC BY-SA 3.0"),
            "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, Gradient-based learning applied to document recognition, Proceedings of the IEEE 86, 1998",
            DataCard.Published.files(
                    "mnist",
                    List.of(
                            RemoteFile.of(
                                    BASE + IdxSet.TRAINING_IMAGES,
                                    9_912_422,
                                    "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
                            RemoteFile.of(
                                    BASE + IdxSet.TRAINING_LABELS,
                                    28_881,
                                    "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
                            RemoteFile.of(
                                    BASE + IdxSet.TEST_IMAGES,
                                    1_648_877,
                                    "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
                            RemoteFile.of(
                                    BASE + IdxSet.TEST_LABELS,
                                    4_542,
                                    "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6")),
                    IdxSet::otherNames,
                    new Layouts(
                            List.of("MNIST/raw", "mnist/raw", "MNIST"),
                            List.of("mnist.npz"),
                            IdxSet.labelsOf("mnist"))));

    private static final IdxSet FILES = new IdxSet(CARD, List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));

    @Override
    public IdxSet files() {
        return FILES;
    }
}
