package dev.lamina.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidationSplitTest {
    private final ImageDataset training = Datasets.images(100, 1, 2, 2, 10);

    @Test
    void equalClassesGiveEqualParts() {
        var parts = ValidationSplit.ofFraction(0.2).apply(training, new Seeds(1));
        int[] two = new int[10];
        Arrays.fill(two, 2);
        int[] eight = new int[10];
        Arrays.fill(eight, 8);
        assertArrayEquals(two, parts.validation().classHistogram());
        assertArrayEquals(eight, parts.training().classHistogram());
    }

    @Test
    void unequalClassesGiveTheirShareByLargestRemainder() {
        // Shares of 5 out of 7, 2, 1 examples: 3.5, 1, 0.5; the halves tie, the lower class wins.
        ImageDataset uneven = Datasets.labelled(0, 0, 0, 0, 0, 0, 0, 1, 1, 2);
        var parts = ValidationSplit.ofCount(5).apply(uneven, new Seeds(1));
        assertArrayEquals(new int[] {4, 1, 0}, parts.validation().classHistogram());
    }

    @Test
    void thePartsAreDisjointCompleteAndInOriginalOrder() {
        int[] labels = IntStream.range(0, 60).map(i -> i * i % 4).toArray();
        var parts = ValidationSplit.ofCount(21).apply(Datasets.labelled(labels), new Seeds(3));
        List<Integer> kept = numbers(parts.training());
        List<Integer> taken = numbers(parts.validation());
        assertEquals(21, taken.size());
        assertEquals(kept.stream().sorted().toList(), kept);
        assertEquals(taken.stream().sorted().toList(), taken);
        assertArrayEquals(
                IntStream.range(0, 60).toArray(),
                IntStream.concat(kept.stream().mapToInt(i -> i), taken.stream().mapToInt(i -> i))
                        .sorted()
                        .toArray());
    }

    @Test
    void theSeedDecidesWhichExamplesAreTaken() {
        ValidationSplit split = ValidationSplit.ofCount(20);
        String first = split.apply(training, new Seeds(1)).validation().contentSha256();
        assertEquals(first, split.apply(training, new Seeds(1)).validation().contentSha256());
        assertFalse(
                first.equals(split.apply(training, new Seeds(2)).validation().contentSha256()));
    }

    @Test
    void testDataIsNeverTouched() {
        ImageDataset test = Datasets.images(10, 1, 2, 2, 10);
        DataParts parts = DataParts.of(new TrainTest(training, test), ValidationSplit.ofCount(20), new Seeds(1));
        assertSame(test, parts.test());
        assertEquals(80, parts.training().size());
    }

    @Test
    void nothingLeftToTrainOnIsBadInput() {
        assertThrows(BadInputException.class, () -> ValidationSplit.ofCount(100).apply(training, new Seeds(1)));
        assertThrows(
                BadInputException.class, () -> ValidationSplit.ofFraction(0.001).apply(training, new Seeds(1)));
    }

    @Test
    void fractionAndCountExcludeEachOther() {
        assertThrows(BadInputException.class, () -> new ValidationSplit(0.1, 10));
        assertThrows(BadInputException.class, () -> new ValidationSplit(null, null));
    }

    /** The examples' numbers, which are their only pixels. */
    private static List<Integer> numbers(ImageDataset data) {
        float[] pixel = new float[1];
        return IntStream.range(0, data.size())
                .mapToObj(i -> {
                    data.copyTo(i, pixel, 0);
                    return Math.round(255 * pixel[0]);
                })
                .toList();
    }
}
