package dev.lamina.backend.cpu.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinogradRuleTest {
    @ParameterizedTest
    @CsvSource({
        "128, 64, 64, 32, true",
        "128, 512, 512, 4, true",
        "16, 512, 512, 4, false",
        "128, 512, 512, 2, false",
        "128, 64, 64, 5, false",
        "128, 16, 16, 14, false",
        "128, 16, 16, 32, true",
        "128, 3, 64, 32, false",
        "128, 64, 22, 32, false"
    })
    void autoFollowsTheMeasurements(int batch, int inputs, int outputs, int side, boolean winograd) {
        assertEquals(
                winograd, rule(ConvolutionAlgorithm.AUTO, DataType.F32).chooses(shape(batch, inputs, outputs, side)));
    }

    @Test
    void theSettingWinogradTakesItWhereverItIsPossible() {
        assertEquals(true, rule(ConvolutionAlgorithm.WINOGRAD, DataType.F32).chooses(shape(1, 16, 16, 2)));
        assertEquals(false, rule(ConvolutionAlgorithm.WINOGRAD, DataType.F32).chooses(shape(1, 3, 16, 32)));
    }

    @Test
    void directAndBf16NeverTakeIt() {
        assertFalse(rule(ConvolutionAlgorithm.DIRECT, DataType.F32).chooses(shape(128, 64, 64, 32)));
        assertFalse(rule(ConvolutionAlgorithm.AUTO, DataType.BF16).chooses(shape(128, 64, 64, 32)));
    }

    @Test
    void otherWindowsAreNotWinograds() {
        for (Window window : new Window[] {
            new Window(3, 2, 1, 1, 1),
            new Window(1, 1, 0, 1, 1),
            new Window(3, 1, 1, 1, 2),
            new Window(3, 1, 2, 2, 1),
            new Window(5, 1, 2, 1, 1)
        }) {
            Shape x = Shape.of(128, 64, 32, 32);
            Shape weights = Shape.of(64, 64 / window.groups(), window.kernelSize(), window.kernelSize());
            assertFalse(rule(ConvolutionAlgorithm.WINOGRAD, DataType.F32)
                    .chooses(new ConvolutionShape(window, x, weights, x)));
        }
    }

    private static WinogradRule rule(ConvolutionAlgorithm setting, DataType type) {
        return new WinogradRule(setting, type);
    }

    private static ConvolutionShape shape(int batch, int inputs, int outputs, int side) {
        return new ConvolutionShape(
                new Window(3, 1, 1, 1, 1),
                Shape.of(batch, inputs, side, side),
                Shape.of(outputs, inputs, 3, 3),
                Shape.of(batch, outputs, side, side));
    }
}
