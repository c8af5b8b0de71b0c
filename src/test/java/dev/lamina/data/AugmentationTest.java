package dev.lamina.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationTest {
    private static final int CHANNELS = 2;
    private static final int HEIGHT = 4;
    private static final int WIDTH = 5;
    private static final float[] BLACK = {-1, -2};
    /** Values before and after the image must stay untouched. */
    private static final int MARGIN = 3;

    private final float[] original = new float[CHANNELS * HEIGHT * WIDTH + 2 * MARGIN];
    private final float[] values;
    private final BatchImage image = new BatchImage(Shape.of(CHANNELS, HEIGHT, WIDTH), BLACK);

    AugmentationTest() {
        for (int i = 0; i < original.length; i++) {
            original[i] = i + 1;
        }
        values = original.clone();
        image.moveTo(values, MARGIN);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "-1,0", "0,2", "0,-2", "3,-4", "-2,3", "4,0", "0,5", "-7,1", "1,-9"})
    void shiftingMovesEveryPixelAndBlackensTheRest(int down, int right) {
        image.shift(down, right);
        assertArrayEquals(expectedShift(down, right), values);
    }

    @Test
    void mirroringReversesEveryRow() {
        image.mirror();
        float[] expected = original.clone();
        for (int row = 0; row < CHANNELS * HEIGHT; row++) {
            for (int x = 0; x < WIDTH; x++) {
                expected[MARGIN + row * WIDTH + x] = original[MARGIN + row * WIDTH + WIDTH - 1 - x];
            }
        }
        assertArrayEquals(expected, values);
        image.mirror();
        assertArrayEquals(original, values);
    }

    @Test
    void paddingAndCroppingReachesEveryPlaceAboutEquallyOften() {
        Map<String, Integer> counts = new HashMap<>();
        ExampleRandom random = new ExampleRandom();
        for (int example = 0; example < 9_000; example++) {
            System.arraycopy(original, 0, values, 0, values.length);
            random.start(5, example);
            new PadCrop(1).apply(image, random);
            counts.merge(Arrays.toString(values), 1, Integer::sum);
        }
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                int count = counts.getOrDefault(Arrays.toString(expectedShift(down, right)), 0);
                // Binomial with mean 1000 and standard deviation 30.
                assertEquals(1_000, count, 150, down + ", " + right);
            }
        }
        assertEquals(9, counts.size());
    }

    @Test
    void halfOfTheImagesAreFlipped() {
        ExampleRandom random = new ExampleRandom();
        long flipped = IntStream.range(0, 10_000)
                .filter(example -> {
                    System.arraycopy(original, 0, values, 0, values.length);
                    random.start(5, example);
                    new HorizontalFlip().apply(image, random);
                    return !Arrays.equals(original, values);
                })
                .count();
        // Binomial with mean 5000 and standard deviation 50.
        assertEquals(5_000, flipped, 250);
    }

    @Test
    void theRandomNumbersOfNeighbouringExamplesAreUnrelated() {
        ExampleRandom random = new ExampleRandom();
        int bits = 0;
        long previous = 0;
        for (int example = 0; example < 1_000; example++) {
            random.start(9, example);
            long value = random.nextLong();
            bits += Long.bitCount(value ^ previous);
            previous = value;
        }
        // 64,000 fair bits: standard deviation 126.
        assertTrue(Math.abs(bits - 32_000) < 700, bits + " of 64000 bits differ");
    }

    /** Side 3 on 4×5 pixels, around each of them equally often: 20 places, of which cut off ones are still different. */
    @Test
    void cutoutClearsASquareAroundEveryPixelAboutEquallyOften() {
        Map<String, Integer> counts = new HashMap<>();
        ExampleRandom random = new ExampleRandom();
        for (int example = 0; example < 20_000; example++) {
            System.arraycopy(original, 0, values, 0, values.length);
            random.start(5, example);
            new Cutout(3).apply(image, random);
            counts.merge(Arrays.toString(values), 1, Integer::sum);
        }
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                // Binomial with mean 1000 and standard deviation 31.
                assertEquals(1_000, counts.getOrDefault(Arrays.toString(expectedCut(row, column)), 0), 150);
            }
        }
        assertEquals(20, counts.size());
    }

    private float[] expectedCut(int row, int column) {
        float[] expected = original.clone();
        for (int i = 0; i < CHANNELS * HEIGHT * WIDTH; i++) {
            boolean near = Math.abs(i / WIDTH % HEIGHT - row) <= 1 && Math.abs(i % WIDTH - column) <= 1;
            expected[MARGIN + i] = near ? 0 : expected[MARGIN + i];
        }
        return expected;
    }

    private float[] expectedShift(int down, int right) {
        float[] expected = original.clone();
        for (int i = 0; i < CHANNELS * HEIGHT * WIDTH; i++) {
            int plane = i / (HEIGHT * WIDTH) * HEIGHT * WIDTH;
            int row = i / WIDTH % HEIGHT - down;
            int column = i % WIDTH - right;
            boolean inside = row >= 0 && row < HEIGHT && column >= 0 && column < WIDTH;
            expected[MARGIN + i] =
                    inside ? original[MARGIN + plane + row * WIDTH + column] : BLACK[i / (HEIGHT * WIDTH)];
        }
        return expected;
    }
}
