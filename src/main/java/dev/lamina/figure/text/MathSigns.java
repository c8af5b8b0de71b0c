package dev.lamina.figure.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Signs of mathematics by their names in TeX. */
final class MathSigns {
    private static final String GREEK = "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ "
            + "iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ "
            + "omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω";
    private static final String OTHERS = "partial ∂ infty ∞ ell ℓ cdot · ldots … " + "nabla ∇ | ‖ # # % % { { } } $ $";
    private static final String RELATIONS =
            "sum ∑ prod ∏ int ∫ pm ± times × div ÷ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ approx ≈ to → propto ∝ in ∈";

    private static final Map<String, String> SIGNS = signs();

    private MathSigns() {}

    private static Map<String, String> signs() {
        Map<String, String> signs = new HashMap<>();
        pairs(GREEK + " " + OTHERS).forEach(pair -> signs.put(pair.get(0), pair.get(1)));
        pairs(RELATIONS).forEach(pair -> signs.put(pair.get(0), "\u2009" + pair.get(1) + "\u2009"));
        signs.put(",", "\u2009");
        signs.put(" ", " ");
        return Map.copyOf(signs);
    }

    private static List<List<String>> pairs(String words) {
        List<String> all = List.of(words.split(" ", -1));
        return IntStream.range(0, all.size() / 2)
                .mapToObj(i -> all.subList(2 * i, 2 * i + 2))
                .toList();
    }

    /** "" for a name that there is not. */
    static String of(String name) {
        return SIGNS.getOrDefault(name, "");
    }

    static Collection<String> names() {
        return SIGNS.keySet();
    }
}
