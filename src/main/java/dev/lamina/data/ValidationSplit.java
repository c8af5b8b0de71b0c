package dev.lamina.data;

import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a validation part out of the training set, stratified: each class gives its share of the whole, rounded down
 * or up so that the parts add up to the asked-for size (largest remainders first, then the lower class).
 * Which examples of a class go follows from the seed; both parts keep the original order.
 */
public record ValidationSplit(
        @Setting(
                min = 0,
                minExclusive = true,
                max = 1,
                maxExclusive = true,
                meaning = "part of the training set; give this or count")
        @Nullable
        Double fraction,

        @Setting(min = 1, unit = "examples", meaning = "size of the validation set; give this or fraction") @Nullable
        Integer count) {
    public ValidationSplit {
        if ((fraction == null) == (count == null)) {
            throw new BadInputException(Message.of("data.fractionOrCount"));
        }
    }

    public static ValidationSplit ofFraction(double fraction) {
        return new ValidationSplit(fraction, null);
    }

    public static ValidationSplit ofCount(int count) {
        return new ValidationSplit(null, count);
    }

    /** What is left to train on, and what was taken out. */
    public record Parts(ImageDataset training, ImageDataset validation) {}

    /** @throws BadInputException if nothing would be left of either part */
    public Parts apply(ImageDataset training, Seeds seeds) {
        int size = sizeFor(training);
        int[] quotas = quotas(training.classHistogram(), size);
        BitSet taken = new BitSet();
        for (int label = 0; label < quotas.length; label++) {
            int chosen = label;
            int[] members = IntStream.range(0, training.size())
                    .filter(i -> training.label(i) == chosen)
                    .toArray();
            Shuffle.inPlace(members, seeds.stream("validation", label));
            Arrays.stream(members, 0, quotas[label]).forEach(taken::set);
        }
        int[] rest =
                IntStream.range(0, training.size()).filter(i -> !taken.get(i)).toArray();
        return new Parts(training.select(rest), training.select(taken.stream().toArray()));
    }

    /** Examples that are taken out of so many. */
    public int sizeOf(int examples) {
        return Math.toIntExact(count != null ? count : fraction != null ? Math.round(fraction * examples) : 0);
    }

    private int sizeFor(ImageDataset training) {
        int size = sizeOf(training.size());
        if (size < 1 || size >= training.size()) {
            throw new BadInputException(
                    Message.of("data.validationSize", size, training.size(), training.name(), training.size() - 1)
                            .at("data.validation"));
        }
        return size;
    }

    /** How many of each class go, by how many there are of each. */
    public static int[] quotas(int[] histogram, int size) {
        long total = Arrays.stream(histogram).asLongStream().sum();
        int[] quotas = Arrays.stream(histogram)
                .map(n -> (int) ((long) n * size / total))
                .toArray();
        int missing = size - Arrays.stream(quotas).sum();
        IntStream.range(0, histogram.length)
                .boxed()
                .sorted(Comparator.comparingLong(label -> -((long) histogram[label] * size % total)))
                .limit(missing)
                .forEach(label -> quotas[label]++);
        return quotas;
    }
}
