package dev.lamina.figure.write;

import java.util.Map;

/** Text as TeX reads it: signs escaped, Greek and raised digits as mathematics; what stands in $…$ goes through as it is. */
final class TexText {
    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '−', "$-$"),
            Map.entry((int) '×', "$\\times$"),
            Map.entry((int) '÷', "$\\div$"),
            Map.entry((int) '±', "$\\pm$"),
            Map.entry((int) '∞', "$\\infty$"),
            Map.entry((int) '≤', "$\\le$"),
            Map.entry((int) '≥', "$\\ge$"),
            Map.entry((int) '–', "--"),
            Map.entry((int) 'α', "$\\alpha$"),
            Map.entry((int) 'β', "$\\beta$"),
            Map.entry((int) 'ε', "$\\varepsilon$"),
            Map.entry((int) 'η', "$\\eta$"),
            Map.entry((int) 'λ', "$\\lambda$"),
            Map.entry((int) 'μ', "$\\mu$"),
            Map.entry((int) 'σ', "$\\sigma$"),
            Map.entry((int) '∂', "$\\partial$"),
            Map.entry((int) '∑', "$\\sum$"),
            Map.entry((int) 'Σ', "$\\Sigma$"),
            Map.entry((int) '‖', "$\\|$"));
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₋₊";
    private static final String PLAIN = "0123456789-+";

    private TexText() {}

    static String of(String text) {
        StringBuilder tex = new StringBuilder();
        boolean mathematics = false;
        for (int c : text.codePoints().toArray()) {
            mathematics ^= c == '$';
            if (mathematics || c == '$') {
                tex.appendCodePoint(c);
            } else if (RAISED.indexOf(c) >= 0) {
                tex.append("$^{").append(PLAIN.charAt(RAISED.indexOf(c))).append("}$");
            } else if (LOWERED.indexOf(c) >= 0) {
                tex.append("$_{").append(PLAIN.charAt(LOWERED.indexOf(c))).append("}$");
            } else {
                tex.append(SIGNS.getOrDefault(c, Character.toString(c)));
            }
        }
        // Neighbors of one kind are one: 10⁻⁴ is raised once.
        return tex.toString().replace("}$$^{", "").replace("}$$_{", "");
    }
}
