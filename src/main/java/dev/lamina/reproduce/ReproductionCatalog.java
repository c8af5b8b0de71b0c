package dev.lamina.reproduce;

import dev.lamina.data.DataLocation;
import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.setting.EditDistance;
import dev.lamina.tensor.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
    public record Entry(String name, Message summary) {}

    /** All of them. */
    public static final List<Entry> ENTRIES = Stream.of(
                    "wnll-table1",
                    "wnll-table2",
                    "wnll-degradation",
                    "wnll-evolution",
                    "wnll-thousand",
                    "mpelu-activations",
                    "mpelu-initialisation",
                    "gbr-weight-decay",
                    "enc",
                    "regularizers")
            .map(name -> new Entry(name, Message.of("reproduce.summary." + name)))
            .toList();

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
            case "wnll-thousand" -> WnllThousand.of(WnllArms.network(orUsual(network, RESNET20)), images);
            case "mpelu-activations" -> new MpeluActivations(orUsual(network, "nin"), images);
            case "wnll-degradation", "mpelu-initialisation", "gbr-weight-decay", "enc", "regularizers" -> {
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
            case "regularizers" -> Regularizers.onImages(images);
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
            throw new BadInputException(Message.of("reproduce.noChoice", name).at(option + " " + value));
        }
    }

    private static BadInputException unknown(String name) {
        String nearest = ENTRIES.stream()
                .map(Entry::name)
                .min(Comparator.comparingInt(known -> EditDistance.between(known, name)))
                .orElseThrow();
        List<String> known = ENTRIES.stream().map(Entry::name).toList();
        return new BadInputException(
                Message.of("reproduce.unknown", nearest, known).at(Excerpt.of(name)));
    }
}
