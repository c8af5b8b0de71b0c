package dev.lamina.nn.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.ShapeException;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Identity;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Block.Composition;
import dev.lamina.nn.block.Block.Part;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BlockTest {
    private static final Activation RELU = new Relu();
    private static final Shape INPUT = Shape.of(16, 8, 8);

    static Stream<Block> samples() {
        return Stream.of(
                new ConvNormActivation(12, 3, 2, RELU),
                new VggStage(12, 3, RELU),
                new BasicBlock(16, 1, Shortcut.ZERO_PAD, RELU),
                new BasicBlock(20, 2, Shortcut.ZERO_PAD, RELU),
                new BottleneckBlock(8, 2, Shortcut.PROJECTION, RELU),
                new PreActivationBlock(20, 2, Shortcut.PROJECTION, RELU),
                new PreActivationBottleneck(8, 2, Shortcut.PROJECTION, RELU),
                new NoPreActivationBottleneck(8, 2, Shortcut.PROJECTION, RELU),
                new ResidualStage(new BasicBlock(20, 2, Shortcut.ZERO_PAD, RELU), 3),
                new BufferBlock(true));
    }

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? leaves(type) : Stream.of(type));
    }

    @Test
    void everyBlockIsSampled() {
        assertEquals(
                leaves(Block.class).collect(Collectors.toSet()),
                samples().map(Block::getClass).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void partsHaveNamesOfTheirOwnAndFollowEarlierParts(Block block) {
        Set<String> known = new HashSet<>(Set.of(Composition.INPUT));
        for (Part part : block.body(INPUT).parts()) {
            assertTrue(known.containsAll(part.inputs()), part + " follows a part that is not there");
            assertTrue(known.add(part.name()), "two parts are named " + part.name());
        }
    }

    private static Shape outputShape(Block block, Shape input) {
        Map<String, Shape> shapes = new HashMap<>(Map.of(Composition.INPUT, input));
        Composition body = block.body(input);
        for (Part part : body.parts()) {
            List<Shape> inputs = part.inputs().stream().map(shapes::get).toList();
            shapes.put(
                    part.name(),
                    switch (part) {
                        case Part.OfLayer inner -> inner.layer().outputShape(inputs);
                        case Part.OfBlock inner -> outputShape(inner.block(), inputs.getFirst());
                    });
        }
        return shapes.get(body.parts().getLast().name());
    }

    @ParameterizedTest
    @EnumSource
    void aResidualBlockHalvesOddAndEvenPlanesTheSameWayOnBothPaths(Shortcut shortcut) {
        for (int side = 1; side < 10; side++) {
            Shape input = Shape.of(16, side, side);
            int half = (side + 1) / 2;
            assertEquals(Shape.of(20, half, half), outputShape(new BasicBlock(20, 2, shortcut, RELU), input));
            assertEquals(Shape.of(32, half, half), outputShape(new BottleneckBlock(8, 2, shortcut, RELU), input));
            assertEquals(Shape.of(20, half, half), outputShape(new PreActivationBlock(20, 2, shortcut, RELU), input));
            assertEquals(
                    Shape.of(32, half, half), outputShape(new PreActivationBottleneck(8, 2, shortcut, RELU), input));
            assertEquals(
                    Shape.of(32, half, half), outputShape(new NoPreActivationBottleneck(8, 2, shortcut, RELU), input));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aShortcutIsTheIdentityWhereNothingChanges(Shortcut shortcut) {
        for (Block block : List.of(
                new BasicBlock(16, 1, shortcut, RELU),
                new BottleneckBlock(4, 1, shortcut, RELU),
                new PreActivationBlock(16, 1, shortcut, RELU),
                new PreActivationBottleneck(4, 1, shortcut, RELU),
                new NoPreActivationBottleneck(4, 1, shortcut, RELU))) {
            assertEquals(List.of(branch(block), Composition.INPUT), add(block).inputs(), block.toString());
        }
    }

    private static Part add(Block block) {
        return block.body(INPUT).parts().stream()
                .filter(part -> part.name().equals("add"))
                .findFirst()
                .orElseThrow();
    }

    private static String branch(Block block) {
        return add(block).inputs().getFirst();
    }

    private static List<String> names(Block block) {
        return block.body(INPUT).parts().stream().map(Part::name).toList();
    }

    @Test
    void optionBNormalizesItsProjectionOnlyBehindAPostActivationBlock() {
        assertTrue(names(new BasicBlock(20, 2, Shortcut.PROJECTION, RELU)).contains("shortcutNorm"));
        Block before = new PreActivationBlock(20, 2, Shortcut.PROJECTION, RELU);
        assertEquals(
                List.of("norm1", "activation1", "conv1", "norm2", "activation2", "conv2", "shortcut", "add"),
                names(before));
        Part shortcut = before.body(INPUT).parts().get(6);
        assertEquals(List.of("activation1"), shortcut.inputs());
    }

    /** MPELU paper, blocks (a) and (b): what follows the addition is an activation of its own, or nothing. */
    @Test
    void aBasicBlocksResponseAfterItsAdditionIsASetting() {
        Block plain = new BasicBlock(16, 1, Shortcut.ZERO_PAD, RELU);
        Block none = new BasicBlock(16, 1, Shortcut.ZERO_PAD, RELU, new Identity());
        Block other = new BasicBlock(16, 1, Shortcut.ZERO_PAD, RELU, Mpelu.NEAR_IDENTITY);
        assertEquals(List.of("conv1", "norm1", "activation1", "conv2", "norm2", "add", "activation2"), names(plain));
        assertEquals(List.of("conv1", "norm1", "activation1", "conv2", "norm2", "add"), names(none));
        assertEquals(names(plain), names(other));
        assertEquals(
                new ActivationLayer(Mpelu.NEAR_IDENTITY),
                ((Part.OfLayer) other.body(INPUT).parts().getLast()).layer());
    }

    /** MPELU paper, block (d): bare convolutions at both ends, the stride on the first, a bare projection of the input. */
    @Test
    void theBlockWithoutPreActivationBeginsAndEndsWithABareConvolution() {
        Block block = new NoPreActivationBottleneck(8, 2, Shortcut.PROJECTION, RELU);
        assertEquals(
                List.of("conv1", "norm1", "activation1", "conv2", "norm2", "activation2", "conv3", "shortcut", "add"),
                names(block));
        assertEquals(
                Conv2d.same(8, 1, 2), ((Part.OfLayer) block.body(INPUT).parts().getFirst()).layer());
        Part shortcut = block.body(INPUT).parts().get(7);
        assertEquals(List.of(Composition.INPUT), shortcut.inputs());
        assertEquals(Conv2d.same(32, 1, 2), ((Part.OfLayer) shortcut).layer());
    }

    @Test
    void onlyTheFirstBlockOfAStageHasTheStride() {
        BasicBlock block = new BasicBlock(20, 2, Shortcut.ZERO_PAD, RELU);
        List<Part> parts = new ResidualStage(block, 3).body(INPUT).parts();
        assertEquals(3, parts.size());
        assertEquals(block, ((Part.OfBlock) parts.getFirst()).block());
        assertEquals(new BasicBlock(20, 1, Shortcut.ZERO_PAD, RELU), ((Part.OfBlock) parts.get(2)).block());
    }

    @Test
    void aVggStageHalvesThePlaneAndRefusesASinglePixel() {
        assertEquals(Shape.of(12, 4, 4), outputShape(new VggStage(12, 2, RELU), INPUT));
        assertEquals(Shape.of(12, 1, 2), outputShape(new VggStage(12, 2, RELU), Shape.of(3, 3, 4)));
        ShapeException refusal =
                assertThrows(ShapeException.class, () -> new VggStage(12, 2, RELU).body(Shape.of(3, 1, 4)));
        assertTrue(refusal.getMessage().contains("3×1×4"));
    }
}
