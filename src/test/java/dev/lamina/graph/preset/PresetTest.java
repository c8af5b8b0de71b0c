package dev.lamina.graph.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.Diagnostic;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.graph.Resolution;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.block.BranchNorms;
import dev.lamina.nn.block.PreActivation;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.RecordModel;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PresetTest {
    private static final SoftmaxHead HEAD = new SoftmaxHead(true, 0);
    private static final Shape COLOR_32 = Shape.of(3, 32, 32);
    private static final Shape GRAY_28 = Shape.of(1, 28, 28);

    private record Named(@Setting(meaning = "a network") Preset preset) {}

    static Stream<Preset> presets() {
        return names().map(id -> RecordFiles.parse("{\"preset\": \"" + id + "\"}", "test", Named.class, List.of())
                .preset());
    }

    /** Those that need no setting besides. */
    private static Stream<String> names() {
        return RecordModel.subtypes(Preset.class).entrySet().stream()
                .filter(entry -> entry.getValue().required().isEmpty())
                .map(Map.Entry::getKey);
    }

    private static Resolution resolve(Preset preset, Shape input, int classes) {
        return NetworkResolver.resolve(preset.graph(new Relu(), HEAD), input, classes);
    }

    private static long parameters(Preset preset) {
        return NetworkSummary.of(resolve(preset, COLOR_32, 10).orThrow()).parameters();
    }

    private static long ownParameters(Preset preset) {
        NetworkGraph graph = preset.graph(preset.defaultActivation(), HEAD);
        return NetworkSummary.of(NetworkResolver.resolve(graph, COLOR_32, 10).orThrow())
                .parameters();
    }

    /** METHODS section 3: 10 classes, 3×32×32, α and β per channel. */
    @Test
    void networksWithoutPreActivationHaveThePapersParameters() {
        assertEquals(1_696_250, ownParameters(new NoPreResNet(164, 16)));
        assertEquals(10_279_034, ownParameters(new NoPreResNet(1001, 16)));
    }

    /** Two parameters a channel of each normalization: w, 2w, 4w inside the blocks, 4w, 8w, 16w outside, w = 4. */
    @Test
    void theVariantsOfFigure5DifferInTheirNormalizations() {
        long paper = ownParameters(new NoPreResNet(11, 4));
        long outside = 16 + 32 + 64;
        assertEquals(
                paper + 2 * outside, ownParameters(new NoPreResNet(11, 4, BranchNorms.ALSO_LAST, OuterNorms.BOTH)));
        assertEquals(
                paper - 2 * 2 * (4 + 8 + 16), ownParameters(new NoPreResNet(11, 4, BranchNorms.NONE, OuterNorms.BOTH)));
        assertEquals(paper - 2 * 64, ownParameters(new NoPreResNet(11, 4, BranchNorms.INNER, OuterNorms.FIRST)));
        assertEquals(paper - 2 * 4, ownParameters(new NoPreResNet(11, 4, BranchNorms.INNER, OuterNorms.LAST)));
        long full = ownParameters(new PreActCifarResNet(11, 4, Shortcut.PROJECTION));
        assertEquals(full + 2 * outside, preActivated(PreActivation.NORM_ACTIVATION_AND_LAST_NORM));
        assertEquals(full - 2 * (4 + 16 + 32), preActivated(PreActivation.ACTIVATION));
    }

    private static long preActivated(PreActivation preActivation) {
        return ownParameters(new PreActCifarResNet(11, 4, Shortcut.PROJECTION, preActivation));
    }

    /**
     * ResNet-20 with option A has 269,722 parameters (METHODS' 272,474 less two projections of 16·32 and 32·64 weights and
     * their 2·96 of normalization); MPELU adds two a channel: 16 in the stem, once a block of each stage without a response
     * after the addition, twice with one.
     */
    @Test
    void mpeluResNetsDifferInTheResponsesAfterTheirAdditions() {
        int plain = 272_474 - 16 * 32 - 32 * 64 - 2 * (32 + 64);
        int once = 3 * (16 + 32 + 64);
        for (AdditionResponse response : AdditionResponse.values()) {
            int activated = 16 + (response == AdditionResponse.NONE ? once : 2 * once);
            assertEquals(plain + 2 * activated, ownParameters(new MpeluResNet(20, 16, Shortcut.ZERO_PAD, response)));
        }
    }

    /** Convolutions with biases: 75·192, 192·160, 160·96; 25·96·192, 192² twice; 9·192², 192²; 192·10 in the head. */
    @Test
    void networkInNetworkHasItsAuthorsWidths() {
        int first = 75 * 192 + 192 + 192 * 160 + 160 + 160 * 96 + 96;
        int second = 25 * 96 * 192 + 192 + 2 * (192 * 192 + 192);
        int third = 9 * 192 * 192 + 192 + 192 * 192 + 192 + 1930;
        assertEquals(966_986, first + second + third);
        assertEquals(966_986, ownParameters(new NetworkInNetwork(192, 0.5)));
    }

    /** Stage of n bottlenecks: two normalizations a block inside and one before; see He et al. 2016, 1.7 M. */
    @Test
    void preActivationBottlenecksOfDepth164AreAsLargeAsPublished() {
        assertEquals(1.7e6, parameters(new PreActCifarResNet(164, 16, Shortcut.PROJECTION)), 0.01e6);
        assertEquals(10.3e6, parameters(new PreActCifarResNet(1001, 16, Shortcut.PROJECTION)), 0.05e6);
    }

    @ParameterizedTest
    @CsvSource({"9", "30"})
    void plainNetworksHaveAsManyWeightLayersAsTheirDepthSays(int depth) {
        long weightLayers = resolve(new Plain(depth, 4), COLOR_32, 10).orThrow().parameters().stream()
                .filter(p -> p.spec().shape().rank() > 1)
                .count();
        assertEquals(depth, weightLayers);
    }

    @Test
    void presetsNamedAfterMpeluTakeItUnlessToldOtherwise() {
        assertEquals(Mpelu.QUARTER, new NoPreResNet(11, 4).defaultActivation());
        assertEquals(
                Mpelu.DEFAULT, new MpeluResNet(8, 4, Shortcut.ZERO_PAD, AdditionResponse.NONE).defaultActivation());
        assertEquals(new Relu(), new CifarResNet(8, 4, Shortcut.ZERO_PAD).defaultActivation());
    }

    /** METHODS section 6: option B, 10 classes, 3×32×32. */
    @Test
    void parameterCountsAreThoseOfThePapers() {
        assertEquals(272_474, parameters(new CifarResNet(20, 16, Shortcut.PROJECTION)));
        assertEquals(1_730_714, parameters(new CifarResNet(110, 16, Shortcut.PROJECTION)));
        assertEquals(11_173_962, parameters(new ResNet(18, 64, Shortcut.PROJECTION)));
        assertEquals(21_282_122, parameters(new ResNet(34, 64, Shortcut.PROJECTION)));
        assertEquals(23_520_842, parameters(new ResNet(50, 64, Shortcut.PROJECTION)));
        assertEquals(21_280_330, parameters(new PreActResNet(34, 64, Shortcut.PROJECTION)));
        assertEquals(23_513_162, parameters(new PreActResNet(50, 64, Shortcut.PROJECTION)));
    }

    /**
     * 27·64 for the stem; 9·64²·4, 9·128·(64 + 3·128), 9·256·(128 + 3·256) and 9·512·(256 + 3·512) for the 3×3
     * convolutions of the stages; 64·128 + 128·256 + 256·512 for the projections; scale and shift before each convolution
     * of a block, 2·(4·64 + 64 + 3·128 + 128 + 3·256 + 256 + 3·512), and at the end, 2·512; 512·10 + 10 for the classifier.
     */
    @Test
    void preActResNet18IsTheSumOfItsLayers() {
        int stem = 27 * 64;
        int convolutions = 9 * (4 * 64 * 64 + 128 * (64 + 3 * 128) + 256 * (128 + 3 * 256) + 512 * (256 + 3 * 512));
        int projections = 64 * 128 + 128 * 256 + 256 * 512;
        int norms = 2 * (4 * 64 + 64 + 3 * 128 + 128 + 3 * 256 + 256 + 3 * 512 + 512);
        int classifier = 512 * 10 + 10;
        assertEquals(11_172_170, stem + convolutions + projections + norms + classifier);
        assertEquals(11_172_170, parameters(new PreActResNet(18, 64, Shortcut.PROJECTION)));
    }

    @Test
    void vggsOfOtherDepthsHaveTheirPapersConvolutions() {
        assertEquals(9_228_362, parameters(new Vgg(11, 64)));
        assertEquals(9_413_066, parameters(new Vgg(13, 64)));
        assertEquals(20_035_018, parameters(new Vgg(19, 64)));
    }

    /** 14,710,464 weights of the 13 convolutions, 2 · 4,224 of their normalizations, 5,130 of the linear layer. */
    @Test
    void vgg16HasThirteenConvolutionsAndOneLinearLayer() {
        assertEquals(14_710_464 + 2 * 4_224 + 5_130, parameters(new Vgg(16, 64)));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetResolvesForColorImages(Preset preset) {
        for (int classes : new int[] {10, 100}) {
            Resolution resolution = resolve(preset, COLOR_32, classes);
            assertEquals(List.of(), resolution.diagnostics());
            assertEquals(
                    Shape.of(classes), resolution.orThrow().layers().getLast().outputShape());
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetButVggResolvesForSmallGrayImages(Preset preset) {
        Resolution resolution = resolve(preset, GRAY_28, 10);
        assertEquals(preset instanceof Vgg, resolution.network().isEmpty());
    }

    @Test
    void vggOnSmallImagesSaysAtTheFifthStageThatThePlaneIsUsedUp() {
        List<Diagnostic> diagnostics = resolve(new Vgg(11, 64), GRAY_28, 10).diagnostics();
        assertEquals(1, diagnostics.size());
        assertEquals(Optional.of("stage5"), diagnostics.getFirst().nodeId());
        assertEquals(
                "stage5: its max pool needs a plane of at least 2×2 pixels, got 512×1×1; take fewer stages or larger"
                        + " images (five stages need 32×32)",
                diagnostics.getFirst().line().toString());
    }

    @ParameterizedTest
    @CsvSource({"8", "20", "56", "110"})
    void cifarResNetsHaveAsManyWeightLayersAsTheirDepthSays(int depth) {
        long weightLayers =
                resolve(new CifarResNet(depth, 16, Shortcut.ZERO_PAD), COLOR_32, 10).orThrow().parameters().stream()
                        .filter(p -> p.spec().shape().rank() > 1)
                        .count();
        assertEquals(depth, weightLayers);
    }

    @Test
    void aDepthThatIsNoMemberOfTheFamilyIsRefused() {
        assertTrue(assertThrows(BadInputException.class, () -> new Vgg(12, 64))
                .getMessage()
                .contains("[11, 13, 16, 19]"));
        assertTrue(assertThrows(BadInputException.class, () -> new CifarResNet(21, 16, Shortcut.ZERO_PAD))
                .getMessage()
                .contains("6n + 2"));
        assertTrue(assertThrows(BadInputException.class, () -> new ResNet(20, 64, Shortcut.ZERO_PAD))
                .getMessage()
                .contains("18, 34 or 50"));
        assertThrows(BadInputException.class, () -> new PreActResNet(101, 64, Shortcut.ZERO_PAD));
    }

    @Test
    void mpeluAddsTwoParametersForEachChannelItActsOn() {
        CifarResNet resNet8 = new CifarResNet(8, 16, Shortcut.PROJECTION);
        Mpelu mpelu = new Mpelu(1, 1, Sharing.CHANNEL, 5, 1);
        long parameters = NetworkSummary.of(NetworkResolver.resolve(resNet8.graph(mpelu, HEAD), COLOR_32, 10)
                        .orThrow())
                .parameters();
        int channelsActivated = 16 + 2 * 16 + 2 * 32 + 2 * 64;
        assertEquals(parameters(resNet8) + 2 * channelsActivated, parameters);
    }

    @Test
    void anMlpWithoutBiasesHasWeightsOnly() {
        NetworkSummary summary = NetworkSummary.of(NetworkResolver.resolve(
                        new Mlp(List.of(20, 30), false).graph(new Relu(), new SoftmaxHead(false, 0)), GRAY_28, 10)
                .orThrow());
        assertEquals(784 * 20 + 20 * 30 + 30 * 10, summary.parameters());
    }

    @Test
    void leNet5OnDigitsHasThePaperWidths() {
        assertEquals(
                61_706,
                NetworkSummary.of(resolve(new LeNet5(6), GRAY_28, 10).orThrow()).parameters());
    }

    @Test
    void everyFamilyHasAWellKnownMember() {
        List<String> ids = names().toList();
        assertTrue(ids.containsAll(List.of("vgg11", "resnet20", "resnet18", "preactresnet18", "nin", "lenet5", "mlp")));
        assertFalse(ids.contains("resnet21"));
        Map<String, RecordModel.Subtype> known = RecordModel.subtypes(Preset.class);
        assertEquals(CifarResNet.class, known.get("resnet110").type());
        assertEquals(Map.of("depth", 110), known.get("resnet110").fixed());
        for (Class<?> family : Preset.class.getPermittedSubclasses()) {
            assertTrue(ids.stream().anyMatch(id -> known.get(id).type() == family), family + " has no name");
        }
    }

    @Test
    void residualNetworks110LayersDeepResolveQuickly() {
        CifarResNet resNet110 = new CifarResNet(110, 16, Shortcut.ZERO_PAD);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            resolve(resNet110, COLOR_32, 10);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertTrue(best < 50e6, "resolving ResNet-110 took " + best / 1e6 + " ms at best");
    }
}
