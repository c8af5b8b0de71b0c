package dev.lamina.reproduce;

/**
 * What a person asks for. The same settings in the same folder are the same reproduction.
 *
 * @param name as in the catalog
 * @param runs seeds of each arm: firstSeed, firstSeed + 1, …
 * @param budgetMinutes for all runs together, as far as it can be foreseen
 * @param threads of the backend; 0 takes every core
 */
public record ReproductionSettings(
        String name, ReproductionOptions options, int runs, double budgetMinutes, int threads, long firstSeed) {}
