package dev.lamina.reproduce;

import dev.lamina.data.DataLocation;
import dev.lamina.setting.EditDistance;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Excerpt;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every reproduction by name. */
public final class ReproductionCatalog {
    private static final String RESNET20 = "resnet20";
    private static final int FEW_IMAGES = 1_000;
    private static final int FIRST_FILE = 10_000;

    private ReproductionCatalog() {}

    /**
     * What can be reproduced.
     *
     * @param summary one line
     */
    public record Entry(String name, String summary) {}

    /** All of them. */
    public static final List<Entry> ENTRIES = List.of(
            new Entry("wnll-table1", "raw pixels: softmax regression, nearest neighbors, WNLL in both forms"),
            new Entry("wnll-table2", "a network with softmax, SVM and WNLL (--network, --images)"),
            new Entry("wnll-degradation", "error of ResNet20 to 110 on few images, with softmax and WNLL (--images)"),
            new Entry("wnll-evolution", "accuracy of both heads epoch by epoch (--network, --images)"),
            new Entry("mpelu-activations", "ReLU, PReLU, ELU and MPELU in one network (--network, --images)"),
            new Entry("mpelu-initialisation", "30 plain layers from Gaussian 0.01 and from eq. 22 (--images)"),
            new Entry("gbr-weight-decay", "GBR against epoch for weight decays from 0 to 10⁻² (--images)"),
            new Entry("enc", "ResNet-20 with and without equal norms: accuracy, GBR, FGSM (--images)"));

    /** @throws BadInputException for a name or an option that it does not have, and for data that is missing */
    public static Reproduction create(String name, ReproductionOptions options, DataLocation where) {
        String network = options.network();
        int images = PaperConfigs.images(options.images() != null ? options.images() : usualImages(name));
        return switch (name) {
            case "wnll-table1" -> {
                refuse(name, "--network", network);
                refuse(name, "--images", options.images());
                yield WnllTable1.of(where);
            }
            case "wnll-table2" -> new WnllTable2(WnllArms.network(orUsual(network, RESNET20)), images);
            case "wnll-evolution" -> new WnllEvolution(WnllArms.network(orUsual(network, RESNET20)), images);
            case "mpelu-activations" -> new MpeluActivations(orUsual(network, "nin"), images);
            case "wnll-degradation", "mpelu-initialisation", "gbr-weight-decay", "enc" -> {
                refuse(name, "--network", network);
                yield withoutNetwork(name, images);
            }
            default -> throw unknown(name);
        };
    }

    private static Reproduction withoutNetwork(String name, int images) {
        return switch (name) {
            case "wnll-degradation" -> new WnllDegradation(images);
            case "mpelu-initialisation" -> new MpeluInitialization(images);
            case "gbr-weight-decay" -> GbrWeightDecay.onImages(images);
            default -> EqualNormComparison.onImages(images);
        };
    }

    private static int usualImages(String name) {
        return name.startsWith("wnll") ? FEW_IMAGES : FIRST_FILE;
    }

    private static String orUsual(@Nullable String value, String usual) {
        return Objects.requireNonNullElse(value, usual);
    }

    private static void refuse(String name, String option, @Nullable Object value) {
        if (value != null) {
            throw new BadInputException(option + " " + value + ": " + name + " has no such choice; leave it out");
        }
    }

    private static BadInputException unknown(String name) {
        String nearest = ENTRIES.stream()
                .map(Entry::name)
                .min(Comparator.comparingInt(known -> EditDistance.between(known, name)))
                .orElseThrow();
        return new BadInputException(Excerpt.of(name) + ": cannot be reproduced; did you mean " + nearest
                + "? There is " + ENTRIES.stream().map(Entry::name).collect(Collectors.joining(", ")));
    }
}
