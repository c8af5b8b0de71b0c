package dev.lamina.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.Node;
import dev.lamina.graph.edit.Content;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.block.Block;
import dev.lamina.nn.block.ResidualBlock;
import dev.lamina.nn.block.ResidualStage;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Layer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaletteEntryTest {
    @Test
    void everythingThatTheSealedInterfacesPermitIsThere() {
        Set<Class<?>> offered = new HashSet<>();
        for (PaletteEntry entry : PaletteEntry.all()) {
            Record content = Content.of(entry.sample());
            offered.add(content.getClass());
            if (content instanceof ActivationLayer(Activation activation)) {
                offered.add(activation.getClass());
            } else if (content instanceof ResidualStage(ResidualBlock block, int _)) {
                offered.add(block.getClass());
            }
        }
        for (Class<?> sealed : List.of(Layer.class, Activation.class, Block.class, Head.class)) {
            for (Class<?> type : leaves(sealed)) {
                assertTrue(offered.contains(type), type + " is not in the palette");
            }
        }
    }

    private static List<Class<?>> leaves(Class<?> sealed) {
        if (!sealed.isSealed()) {
            return List.of(sealed);
        }
        List<Class<?>> leaves = new ArrayList<>();
        Arrays.stream(sealed.getPermittedSubclasses()).forEach(type -> leaves.addAll(leaves(type)));
        return leaves;
    }

    @Test
    void nodesGetNamesOfTheirOwn() {
        List<String> names = PaletteEntry.all().stream()
                .map(entry -> entry.sample().id())
                .distinct()
                .toList();
        assertTrue(
                names.containsAll(List.of("images", "conv", "maxPool", "activation", "basicBlock", "stage", "head")));
        names.forEach(name -> assertTrue(name.matches("[A-Za-z0-9_-]+"), name));
    }

    @Test
    void aStageOfEachResidualBlockIsOffered() {
        long stages = PaletteEntry.all().stream()
                .filter(entry -> entry.sample() instanceof Node.OfBlock(String _, ResidualStage _))
                .count();
        assertEquals(leaves(ResidualBlock.class).size(), stages);
    }

    @Test
    void everyTypeHasItsGlyph() throws IOException {
        String css;
        try (var in = Objects.requireNonNull(
                PaletteEntryTest.class.getResourceAsStream("/dev/lamina/ui/editor/editor.css"))) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> without = PaletteEntry.all().stream()
                // Activations are drawn as their own curves.
                .filter(entry -> entry.kind() != Kind.ACTIVATION)
                .map(PaletteEntry::typeId)
                .filter(id -> !css.contains(".glyph-" + id + " {") && !css.contains(".glyph-" + id + ","))
                .toList();
        assertEquals(List.of(), without);
    }
}
