package dev.lamina.backend.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Executable;
import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.Precision;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cases.ContractCases;
import dev.lamina.backend.cases.ConvolutionContract;
import dev.lamina.backend.cpu.kernel.Lanes;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.LeNet5;
import dev.lamina.graph.preset.NetworkInNetwork;
import dev.lamina.graph.preset.NoPreResNet;
import dev.lamina.graph.preset.PreActCifarResNet;
import dev.lamina.graph.preset.Preset;
import dev.lamina.graph.preset.Vgg;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * oneDNN's reference code is hundreds of times slower than its other implementations, and what it has for any instructions
 * ("uni") several times: nothing but rearrangements, which are bound by memory, may fall onto them.
 */
class CpuAlgorithmsTest {
    private static final int BATCH = 8;

    @ParameterizedTest
    @EnumSource(names = {"F32", "BF16"})
    void noLayerOfAPresetIsLeftToReferenceCode(Precision precision) {
        List<Program> programs = networks()
                .flatMap(network -> Stream.of(
                        Programs.training(network, BATCH, new Sgd(0.9, true), DecayScope.WEIGHTS),
                        Programs.inputGradients(network, BATCH, 1)))
                .toList();
        assertNothingIsLeftToReferenceCode(programs, precision);
    }

    @ParameterizedTest
    @EnumSource(names = {"F32", "BF16"})
    void noCaseOfTheContractIsLeftToReferenceCode(Precision precision) {
        List<Program> programs = Stream.concat(
                        ConvolutionContract.all(precision).stream(), ContractCases.all(precision).stream())
                .map(operationCase -> operationCase.program())
                .toList();
        assertNothingIsLeftToReferenceCode(programs, precision);
    }

    private static Stream<ResolvedNetwork> networks() {
        Shape photograph = Shape.of(3, 32, 32);
        Shape digit = Shape.of(1, 28, 28);
        return Stream.of(
                network(new LeNet5(6), digit),
                network(new LeNet5(6), photograph),
                network(new CifarResNet(20, 8, Shortcut.ZERO_PAD), photograph),
                network(new CifarResNet(8, 5, Shortcut.PROJECTION), digit),
                network(new PreActCifarResNet(11, 4, Shortcut.PROJECTION), photograph),
                network(new NoPreResNet(11, 4), photograph),
                network(new NetworkInNetwork(20, 0.5), photograph),
                network(new Vgg(11, 6), photograph),
                network(new Vgg(11, 64), photograph));
    }

    private static ResolvedNetwork network(Preset preset, Shape image) {
        return NetworkResolver.resolve(preset.graph(new Relu(), new SoftmaxHead(true, 0)), image, 10)
                .orThrow();
    }

    private static void assertNothingIsLeftToReferenceCode(List<Program> programs, Precision precision) {
        List<OperationPlan> left = leftToReferenceCode(programs, precision);
        if (Lanes.COUNT > 4) {
            assertEquals(List.of(), left);
            return;
        }
        assertEquals(
                List.of(),
                left.stream()
                        .filter(step -> !step.operation().startsWith("pool"))
                        .toList());
        assumeTrue(left.isEmpty(), "oneDNN has only reference code for pooling in blocks of 4 channels");
    }

    private static List<OperationPlan> leftToReferenceCode(List<Program> programs, Precision precision) {
        var settings = new SessionSettings(1, precision, ConvolutionAlgorithm.AUTO);
        Served.assume(settings);
        List<OperationPlan> steps = programs.stream()
                .flatMap(program -> {
                    try (Session session = new CpuBackendProvider().create().open(settings);
                            Executable executable = session.prepare(program)) {
                        return executable.plan().stream();
                    }
                })
                .toList();
        assertTrue(steps.stream().anyMatch(step -> step.operation().equals("convolution forward")));
        return steps.stream().filter(CpuAlgorithmsTest::isSlow).toList();
    }

    private static boolean isSlow(OperationPlan step) {
        boolean anyInstructions =
                step.algorithm().contains("uni") && !step.operation().startsWith("reorder");
        return anyInstructions || step.algorithm().matches("(.*\\+)?ref.*");
    }
}
