package dev.lamina.experiment.pixels;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Accuracies on raw pixels in the WNLL paper (Wang et al. 2018, table 1), the whole training set as template. */
final class Published {
    private static final Map<String, Double> SOFTMAX = Map.of("mnist", 0.9265, "cifar10", 0.3991, "svhn", 0.2466);
    private static final Map<String, Double> WNLL = Map.of("mnist", 0.9774, "cifar10", 0.4073, "svhn", 0.5617);

    private Published() {}

    static OptionalDouble softmax(String dataSet) {
        return of(SOFTMAX, dataSet);
    }

    static OptionalDouble wnll(String dataSet) {
        return of(WNLL, dataSet);
    }

    private static OptionalDouble of(Map<String, Double> table, String dataSet) {
        return Optional.ofNullable(table.get(dataSet)).stream()
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }
}
