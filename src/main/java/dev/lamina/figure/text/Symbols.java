package dev.lamina.figure.text;

import java.util.Map;

/** The signs that papers write for hyperparameters, by their keys in configurations. */
public final class Symbols {
    private static final Map<String, String> KNOWN = Map.of(
            "training.weightDecay", "λ",
            "training.learningRate", "η",
            "training.optimizer.momentum", "μ",
            "epsilon", "ε");

    private Symbols() {}

    /** A hyperparameter's sign, or the last part of its key. */
    public static String of(String key) {
        return KNOWN.getOrDefault(key, key.substring(key.lastIndexOf('.') + 1));
    }

    /** Whether papers have a sign for it. */
    public static boolean isKnown(String key) {
        return KNOWN.containsKey(key);
    }
}
