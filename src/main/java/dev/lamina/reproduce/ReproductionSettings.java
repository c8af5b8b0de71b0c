package dev.lamina.reproduce;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for. The same settings in the same folder are the same reproduction.
 *
 * @param name as in the catalog
 * @param runs seeds of each arm: firstSeed, firstSeed + 1, …
 * @param budgetMinutes for all runs together, as far as it can be foreseen
 * @param threads of the backend; 0 takes every core
 * @param backend its name, null for the usual one
 */
public record ReproductionSettings(
        String name,
        ReproductionOptions options,
        int runs,
        double budgetMinutes,
        int threads,
        long firstSeed,
        @Nullable String backend) {
    /** What a configuration gets of it, "key.path=value". */
    List<String> overrides() {
        List<String> overrides = new ArrayList<>(List.of("backend.threads=" + threads));
        if (backend != null) {
            overrides.add("backend.name=" + backend);
        }
        return overrides;
    }
}
