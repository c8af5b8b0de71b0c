package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fashion-MNIST: pictures of clothing, in MNIST's format and a harder task.
 */
@JsonTypeName("fashion-mnist")
@Origin(formula = "x ∈ [0, 1]^(1×28×28), K = 10", source = "Xiao, Rasul, Vollgraf 2017")
public record FashionMnist(
        @Setting(min = 1, max = 60000, unit = "images", meaning = "first training images to use; all unless given")
        @Nullable
        Integer trainCount,

        @Setting(min = 1, max = 10000, unit = "images", meaning = "first test images to use; all unless given")
        @Nullable
        Integer testCount)
        implements IdxSource {
    private static final String BASE = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";

    /** Source of sizes and checksums: the url_checksums of TensorFlow Datasets. */
    public static final DataCard CARD = new DataCard(
            "fashion-mnist",
            Message.verbatim("Fashion-MNIST"),
            Message.of("data.fashionMnist"),
            Message.verbatim("MIT"),
            "H. Xiao, K. Rasul, R. Vollgraf, Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms, arXiv:1708.07747, 2017",
            DataCard.Published.files(
                    "fashion-mnist",
                    List.of(
                            RemoteFile.of(
                                    BASE + IdxSet.TRAINING_IMAGES,
                                    26_421_880,
                                    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
                            RemoteFile.of(
                                    BASE + IdxSet.TRAINING_LABELS,
                                    29_515,
                                    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
                            RemoteFile.of(
                                    BASE + IdxSet.TEST_IMAGES,
                                    4_422_102,
                                    "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
                            RemoteFile.of(
                                    BASE + IdxSet.TEST_LABELS,
                                    5_148,
                                    "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5")),
                    IdxSet::otherNames,
                    new Layouts(
                            List.of(
                                    "FashionMNIST/raw",
                                    "fashion-mnist/raw",
                                    "FashionMNIST",
                                    "fashion_mnist",
                                    "fashionmnist"),
                            List.of(),
                            IdxSet.labelsOf("fashion-mnist"))));

    private static final IdxSet FILES = new IdxSet(
            CARD,
            List.of(
                    "T-shirt/top",
                    "trouser",
                    "pullover",
                    "dress",
                    "coat",
                    "sandal",
                    "shirt",
                    "sneaker",
                    "bag",
                    "ankle boot"));

    @Override
    public IdxSet files() {
        return FILES;
    }
}
