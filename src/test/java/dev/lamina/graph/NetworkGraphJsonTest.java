package dev.lamina.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.backend.cases.DefaultActivations;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.LeNet5;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.graph.preset.PreActResNet;
import dev.lamina.graph.preset.Preset;
import dev.lamina.graph.preset.ResNet;
import dev.lamina.graph.preset.Vgg;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.LeakyRelu;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Rrelu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.activation.Swish;
import dev.lamina.nn.block.BasicBlock;
import dev.lamina.nn.block.ResidualStage;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.init.FanMode;
import dev.lamina.nn.init.Gaussian;
import dev.lamina.nn.init.He;
import dev.lamina.nn.init.Initializer;
import dev.lamina.nn.init.Lsuv;
import dev.lamina.nn.init.MpeluGaussian;
import dev.lamina.nn.init.Orthogonal;
import dev.lamina.nn.init.Xavier;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.AveragePool;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Concatenate;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.DropBlock;
import dev.lamina.nn.layer.DropSchedule;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.layer.Layer;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.layer.LpPool;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.nn.layer.SubsampleZeroPad;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of networks, presets and initializers in a file. */
class NetworkGraphJsonTest {
    record PresetFile(@Setting(meaning = "preset") Preset preset) {}

    record InitializerFile(@Setting(meaning = "initializer") Initializer initializer) {}

    private static <T extends Record> T read(String text, Class<T> type) {
        return RecordFiles.parse(text, "file", type, List.of());
    }

    @Test
    void aGraphReadsFromItsFile() {
        NetworkGraph graph = read("""
                {
                  "nodes": [
                    {"type": "input", "id": "in"},
                    {"type": "layer", "id": "conv1",
                     "layer": {"type": "conv2d", "outputChannels": 16, "kernelSize": 3, "padding": 1}},
                    {"type": "block", "id": "stage1", "block": {"type": "residual-stage", "count": 3,
                     "block": {"type": "basic-block", "channels": 16, "activation": {"type": "relu"}}}},
                    {"type": "layer", "id": "flat", "layer": {"type": "flatten"}},
                    {"type": "head", "id": "out", "head": {"type": "softmax"}}
                  ],
                  "edges": [
                    {"from": "in", "to": "conv1"},
                    {"from": "conv1", "to": "stage1"},
                    {"from": "stage1", "to": "flat"},
                    {"from": "flat", "to": "out", "port": 0}
                  ]
                }
                """, NetworkGraph.class);
        BasicBlock block = new BasicBlock(16, 1, Shortcut.PROJECTION, new Relu());
        assertEquals(
                new NetworkGraph(
                        List.of(
                                new Node.Input("in"),
                                new Node.OfLayer("conv1", new Conv2d(16, 3, 1, 1, 1, 1, false)),
                                new Node.OfBlock("stage1", new ResidualStage(block, 3)),
                                new Node.OfLayer("flat", new Flatten()),
                                new Node.OfHead("out", new SoftmaxHead(true, 0))),
                        List.of(
                                new Edge("in", "conv1", 0),
                                new Edge("conv1", "stage1", 0),
                                new Edge("stage1", "flat", 0),
                                new Edge("flat", "out", 0))),
                graph);
    }

    static List<Preset> presets() {
        return List.of(
                new Vgg(11, 64),
                new CifarResNet(20, 16, Shortcut.ZERO_PAD),
                new ResNet(18, 64, Shortcut.PROJECTION),
                new ResNet(50, 64, Shortcut.PROJECTION),
                new PreActResNet(18, 64, Shortcut.PROJECTION),
                new PreActResNet(50, 64, Shortcut.PROJECTION),
                new LeNet5(6),
                new Mlp(List.of(256, 256), true));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void graphsOfPresetsReadBackEqual(Preset preset) {
        for (Activation activation : List.of(new Relu(), new Mpelu(0.25, 1, Sharing.LAYER, 5, 1))) {
            NetworkGraph graph = preset.graph(activation, new SoftmaxHead(false, 0.1));
            assertEquals(graph, read(RecordFiles.write(graph), NetworkGraph.class));
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void presetsReadBackEqual(Preset preset) {
        PresetFile file = new PresetFile(preset);
        assertEquals(file, read(RecordFiles.write(file), PresetFile.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    vgg, 16           | Vgg[depth=16, width=64]
                    cifar-resnet, 20  | CifarResNet[depth=20, width=16, shortcut=ZERO_PAD]
                    resnet, 18        | ResNet[depth=18, width=64, shortcut=PROJECTION]
                    preact-resnet, 50 | PreActResNet[depth=50, width=64, shortcut=PROJECTION]
                    """)
    void aPresetNeedsItsDepthOnly(String typeAndDepth, String expected) {
        String[] parts = typeAndDepth.split(", ");
        String text = "{\"preset\": {\"type\": \"" + parts[0] + "\", \"depth\": " + parts[1] + "}}";
        assertEquals(expected, read(text, PresetFile.class).preset().toString());
    }

    @Test
    void aDepthOutsideTheFamilyIsRefusedAtItsPlaceInTheFile() {
        BadInputException refusal = assertThrows(
                BadInputException.class,
                () -> read("{\"preset\": {\"type\": \"vgg\", \"depth\": 12}}", PresetFile.class));
        assertEquals(
                "file line 1, column 2 (preset): depth 12: there is no such VGG; choose one of [11, 13, 16, 19]",
                refusal.getMessage());
    }

    @Test
    void everyLayerAndActivationReadsBackEqual() {
        List<Activation> activations = new ArrayList<>(DefaultActivations.all());
        activations.addAll(List.of(
                new LeakyRelu(0.2),
                new Prelu(0.1, Sharing.LAYER),
                new Elu(0.5),
                new Mpelu(0.25, 2, Sharing.CHANNEL, 1, 0),
                new Rrelu(0.1, 0.4),
                new Swish(1.7)));
        List<Layer> layers = new ArrayList<>(List.of(
                new Conv2d(6, 5, 2, 1, 3, 2, true),
                new BatchNorm(1e-3, 0.2),
                new Linear(7, false),
                new MaxPool(3, 2, 1),
                new AveragePool(2, 1, 0),
                new LpPool(3, 2, 1, 1),
                new GlobalAveragePool(),
                new Add(),
                new Concatenate(),
                new Flatten(),
                new Dropout(0.3),
                new DropBlock(5, 0.8, DropSchedule.LINEAR),
                new SubsampleZeroPad(8, 3)));
        activations.forEach(activation -> layers.add(new ActivationLayer(activation)));
        assertEquals(Set.of(Activation.class.getPermittedSubclasses()), classes(activations));
        assertEquals(leaves(Layer.class).collect(Collectors.toSet()), classes(layers));
        for (Layer layer : layers) {
            Node.OfLayer node = new Node.OfLayer("node", layer);
            NetworkGraph graph = new NetworkGraph(List.of(node), List.of());
            assertEquals(graph, read(RecordFiles.write(graph), NetworkGraph.class));
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(NetworkGraphJsonTest::leaves)
                : Stream.of(type);
    }

    private static Set<Class<?>> classes(List<?> values) {
        return values.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    @Test
    void initializersReadWithTheirDefaults() {
        List<Initializer> expected = List.of(
                new Gaussian(0.01),
                new Xavier(),
                new He(FanMode.FAN_IN),
                new MpeluGaussian(FanMode.FAN_IN),
                new Orthogonal(1),
                new Lsuv(0.1, 10));
        List<String> types = List.of("gaussian", "xavier", "he", "mpelu", "orthogonal", "lsuv");
        for (int i = 0; i < types.size(); i++) {
            InitializerFile file =
                    read("{\"initializer\": {\"type\": \"" + types.get(i) + "\"}}", InitializerFile.class);
            assertEquals(expected.get(i), file.initializer());
            assertEquals(file, read(RecordFiles.write(file), InitializerFile.class));
        }
    }
}
