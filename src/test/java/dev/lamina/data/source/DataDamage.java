package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataLocation;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * Damages a file of a data set at random, again and again, and demands that reading it either works or ends in one line with
 * the file's name and a remedy.
 */
enum DataDamage {
    CIFAR10_BINARY(new Cifar10(3, 2), "cifar-10-batches-bin/data_batch_1.bin"),
    CIFAR10_PYTHON(new Cifar10(3, 2), "cifar-10-batches-py/data_batch_1"),
    CIFAR10_ARCHIVE(new Cifar10(3, 2), "cifar-10-python.tar.gz"),
    CIFAR100_BINARY(new Cifar100(Cifar100.Labels.FINE, null, null), "cifar-100-binary/train.bin"),
    MNIST_PACKED(new Mnist(null, null), "mnist/train-images-idx3-ubyte.gz"),
    MNIST_UNPACKED(new Mnist(null, null), "mnist/t10k-images-idx3-ubyte"),
    MNIST_LABELS(new Mnist(null, null), "mnist/t10k-labels-idx1-ubyte"),
    MNIST_KERAS(new Mnist(null, null), "mnist.npz"),
    SVHN(new Svhn(null, null), "svhn/train_32x32.mat");

    private static final double HEAD_SHARE = 0.6;
    private static final int HEAD_BYTES = 300;

    private final DataSource source;
    private final String file;

    DataDamage(DataSource source, String file) {
        this.source = source;
        this.file = file;
    }

    /** Does so a number of times below an empty folder; the same seed makes the same damages. */
    void inflict(int times, long seed, Path root) throws IOException {
        write(root);
        Path path = root.resolve(file);
        byte[] whole = Files.readAllBytes(path);
        DataLocation where = new DataLocation(List.of(root), root);
        source.load(where);
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            Files.write(path, damaged(whole, random));
            String place = this + ", damage " + i + " of seed " + seed;
            try {
                source.load(where);
            } catch (BadInputException e) {
                String message = String.valueOf(e.getMessage());
                assertTrue(message.contains(root.resolve(file).toString()), place + ": " + message);
                assertTrue(message.contains("; "), place + ": no remedy: " + message);
                assertFalse(message.contains("\n"), place + ": " + message);
                assertTrue(message.length() < 1_000, place + ": " + message);
            } catch (RuntimeException | Error e) {
                throw new AssertionError(place + " ended in " + e, e);
            }
        }
    }

    private void write(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        switch (this) {
            case CIFAR10_BINARY -> Cifar10Test.CifarFiles.write(root, 3);
            case CIFAR10_PYTHON ->
                OtherLayoutsTest.pickledCifar().forEach((name, b) -> files.put("cifar-10-batches-py/" + name, b));
            case CIFAR10_ARCHIVE -> files.put(file, OtherLayouts.tar("x", OtherLayoutsTest.pickledCifar()));
            case CIFAR100_BINARY -> {
                files.put(file, OtherLayoutsTest.cifar100());
                files.put("cifar-100-binary/test.bin", OtherLayoutsTest.cifar100());
            }
            case MNIST_PACKED, MNIST_UNPACKED, MNIST_LABELS -> IdxFiles.write(root, 5, 3);
            case MNIST_KERAS ->
                files.put(
                        file,
                        OtherLayouts.npz(Map.of(
                                "x_train", IdxFiles.images(5),
                                "y_train", IdxFiles.labels(5),
                                "x_test", IdxFiles.images(3),
                                "y_test", IdxFiles.labels(3))));
            case SVHN -> {
                try (InputStream in = DataDamage.class.getResourceAsStream("svhn-three.mat")) {
                    files.put(file, Objects.requireNonNull(in).readAllBytes());
                    files.put("svhn/test_32x32.mat", files.get(file));
                }
            }
        }
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            Path path = root.resolve(entry.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, entry.getValue());
        }
    }

    /** Cut, grown, other bytes, bits flipped, a huge number, zeros, another beginning; more often at the head than behind. */
    private static byte[] damaged(byte[] whole, Random random) {
        int reach = random.nextDouble() < HEAD_SHARE ? Math.min(HEAD_BYTES, whole.length) : whole.length;
        int at = random.nextInt(reach);
        byte[] damaged = whole.clone();
        switch (random.nextInt(7)) {
            case 0 -> damaged = Arrays.copyOf(whole, at);
            case 1 -> damaged = Arrays.copyOf(whole, whole.length + 1 + random.nextInt(5_000));
            case 2 -> {
                for (int i = 0; i < 1 + random.nextInt(20); i++) {
                    damaged[random.nextInt(reach)] = (byte) random.nextInt();
                }
            }
            case 3 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 4 ->
                Arrays.fill(damaged, at, Math.min(at + 4, whole.length), (byte) (random.nextBoolean() ? 0x7f : 0xff));
            case 5 -> Arrays.fill(damaged, at, Math.min(at + random.nextInt(2_000), whole.length), (byte) 0);
            default -> {
                byte[] garbage = new byte[Math.min(whole.length - at, 1 + random.nextInt(500))];
                random.nextBytes(garbage);
                System.arraycopy(garbage, 0, damaged, at, garbage.length);
            }
        }
        return damaged;
    }
}
