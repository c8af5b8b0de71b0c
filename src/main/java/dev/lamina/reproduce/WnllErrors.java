package dev.lamina.reproduce;

import dev.lamina.message.Message;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Test errors (%) on CIFAR-10 in the WNLL paper. Source: Wang et al. 2018, table 2; METHODS section 1.3. The linear SVM
 * is given for the whole training set only.
 */
final class WnllErrors {
    static final Message SOURCE = Message.of("reproduce.wangTable2");

    /** Network; whole: vanilla, WNLL, SVM; first 10,000: vanilla, WNLL; first 1,000: vanilla, WNLL. */
    private static final String TABLE = """
            vgg11           9.23 7.35 9.28 10.37 8.88 26.75 24.10
            vgg13           6.66 5.58 7.47  9.12 7.64 24.85 22.56
            vgg16           6.72 5.69 7.29  9.01 7.54 25.41 22.23
            vgg19           6.95 5.92 7.99  9.62 8.09 25.70 22.87
            resnet20        9.06 7.09 9.60 12.83 9.96 34.90 29.91
            resnet32        7.99 5.95 8.73 11.18 8.15 33.41 28.78
            resnet44        7.31 5.70 8.67 10.66 7.96 34.58 27.94
            resnet56        7.24 5.61 8.58  9.83 7.61 37.83 28.18
            resnet110       6.41 4.98 8.06  8.91 7.13 42.94 28.29
            resnet18        6.16 4.65 6.00  8.26 6.29 27.02 22.48
            resnet34        5.93 4.26 6.32  8.31 6.11 26.47 20.27
            resnet50        6.24 4.17 6.63  9.64 6.49 29.69 20.19
            preactresnet18  6.21 4.74 6.38  8.20 6.61 27.36 21.88
            preactresnet34  6.08 4.40 5.88  8.52 6.34 23.56 19.02
            preactresnet50  6.05 4.27 5.91  9.18 6.05 25.05 18.61
            """;

    private static final List<String> COLUMNS = List.of(
            "vanilla 50000", "wnll 50000", "svm 50000", "vanilla 10000", "wnll 10000", "vanilla 1000", "wnll 1000");

    private static final Map<String, Map<String, Double>> ERRORS = errors();

    private WnllErrors() {}

    private static Map<String, Map<String, Double>> errors() {
        Map<String, Map<String, Double>> errors = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            String[] cells = line.strip().split(" +", -1);
            Map<String, Double> row = new HashMap<>();
            for (int i = 0; i < COLUMNS.size(); i++) {
                row.put(COLUMNS.get(i), Double.parseDouble(cells[i + 1]));
            }
            errors.put(cells[0], row);
        });
        return errors;
    }

    /** The networks of the table, in its order. */
    static List<String> networks() {
        return List.copyOf(ERRORS.keySet());
    }

    /**
     * A cell of the table.
     *
     * @param head "vanilla", "wnll" or "svm"
     */
    static Optional<Published> published(String network, String head, int images) {
        return Optional.ofNullable(ERRORS.getOrDefault(network, Map.of()).get(head + " " + images))
                .map(error -> Published.of(error, SOURCE));
    }
}
