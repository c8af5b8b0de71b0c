package dev.lamina.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Data sets with files that are missing, cut off, damaged, or something else altogether. */
final class BadData {
    private static final int CIFAR_RECORD = 1 + 3 * 32 * 32;
    private static final String CIFAR_BATCH = "cifar-10-batches-bin/data_batch_3.bin";
    private static final String MNIST_IMAGES = "mnist/train-images-idx3-ubyte.gz";
    private static final String MNIST_LABELS = "mnist/train-labels-idx1-ubyte.gz";

    private BadData() {}

    /** Damages a sound set below a folder. */
    @FunctionalInterface
    private interface Damage {
        void to(Path data) throws IOException;
    }

    static Stream<BadInput> inputs() {
        return Stream.of(cifar(), mnist(), pictures()).flatMap(inputs -> inputs);
    }

    private static Stream<BadInput> cifar() {
        return Stream.of(
                cifar(
                        "a missing file",
                        data -> Files.delete(data.resolve(CIFAR_BATCH)),
                        "data_batch_3.bin not found",
                        "lamina data get cifar10"),
                cifar(
                        "a truncated file",
                        data -> Files.write(data.resolve(CIFAR_BATCH), new byte[2 * CIFAR_RECORD - 100]),
                        CIFAR_BATCH,
                        "not a multiple of the record length 3073",
                        "get the file again"),
                cifar(
                        "an empty file",
                        data -> Files.write(data.resolve(CIFAR_BATCH), new byte[0]),
                        CIFAR_BATCH,
                        "0 bytes"),
                cifar(
                        "a label out of range",
                        data -> {
                            byte[] content = new byte[2 * CIFAR_RECORD];
                            content[CIFAR_RECORD] = 10;
                            Files.write(data.resolve(CIFAR_BATCH), content);
                        },
                        CIFAR_BATCH,
                        "record 2 has label 10, outside 0 to 9"),
                cifar(
                        "a folder for a file",
                        data -> {
                            Files.delete(data.resolve(CIFAR_BATCH));
                            Files.createDirectory(data.resolve(CIFAR_BATCH));
                        },
                        "data_batch_3.bin not found"),
                BadInput.of(
                        "CIFAR-10 with more images asked for than there are",
                        folder -> cifarRun(folder, _ -> {}, "{\"type\": \"cifar10\", \"trainCount\": 11}"),
                        "trainCount: 11 images asked for, there are 10"));
    }

    private static Stream<BadInput> mnist() {
        return Stream.of(
                mnist("no gzip", MNIST_IMAGES, new byte[] {'<', 'h'}, "is not a gzip file", "lamina data get mnist"),
                mnist("gzip cut off", MNIST_IMAGES, Arrays.copyOf(packed(images(4, 28)), 30), "ends too early"),
                mnist("labels for images", MNIST_IMAGES, packed(labels(900, 0)), "starts with 0x00000801"),
                mnist("images of another size", MNIST_IMAGES, packed(images(4, 30)), "30×30, not 28×28"),
                mnist("a label out of range", MNIST_LABELS, packed(labels(4, 11)), "record 4 has label 11"),
                mnist(
                        "too few labels",
                        MNIST_LABELS,
                        packed(labels(3, 0)),
                        "3 labels for the 4 images",
                        "get both again"));
    }

    private static Stream<BadInput> pictures() {
        return Stream.of(
                pictures("no such folder", "nowhere", _ -> {}, "image-folder.path: no such folder", "correct the path"),
                pictures(
                        "a name that no file can have",
                        "a\\u0000b",
                        _ -> {},
                        "data.source",
                        "no file's name can have; remove it"),
                pictures(
                        "one class only",
                        "pets",
                        data -> picture(data.resolve("pets/cat/1.png"), 4),
                        "pets: holds 1 class folders",
                        "at least two"),
                pictures(
                        "a text for a picture",
                        "pets",
                        data -> {
                            twoPictures(data);
                            Files.writeString(data.resolve("pets/dog/2.png"), "woof");
                        },
                        "pets/dog/2.png",
                        "cannot be read as a picture"),
                pictures(
                        "another size",
                        "pets",
                        data -> {
                            twoPictures(data);
                            picture(data.resolve("pets/dog/2.png"), 5);
                        },
                        "pets/dog/2.png",
                        "5×5 pixels, the first picture 4×4",
                        "set image-folder.size"),
                pictures(
                        "too few to keep any",
                        "pets",
                        BadData::twoPictures,
                        "image-folder.testFraction",
                        "add pictures"));
    }

    private static BadInput cifar(String name, Damage damage, String... parts) {
        return BadInput.of("CIFAR-10 with " + name, folder -> cifarRun(folder, damage, "\"cifar10\""), parts);
    }

    private static List<String> cifarRun(Path folder, Damage damage, String source) throws IOException {
        Path files = Files.createDirectories(folder.resolve("data/cifar-10-batches-bin"));
        for (int i = 1; i <= 5; i++) {
            Files.write(files.resolve("data_batch_" + i + ".bin"), new byte[2 * CIFAR_RECORD]);
        }
        Files.write(files.resolve("test_batch.bin"), new byte[2 * CIFAR_RECORD]);
        damage.to(folder.resolve("data"));
        return run(folder, source);
    }

    private static BadInput mnist(String name, String file, byte[] content, String... parts) {
        return BadInput.of(
                "MNIST with " + name,
                folder -> {
                    Path data = folder.resolve("data");
                    Files.createDirectories(data.resolve("mnist"));
                    Files.write(data.resolve(MNIST_IMAGES), packed(images(4, 28)));
                    Files.write(data.resolve(MNIST_LABELS), packed(labels(4, 0)));
                    Files.write(data.resolve("mnist/t10k-images-idx3-ubyte.gz"), packed(images(2, 28)));
                    Files.write(data.resolve("mnist/t10k-labels-idx1-ubyte.gz"), packed(labels(2, 0)));
                    Files.write(data.resolve(file), content);
                    return run(folder, "\"mnist\"");
                },
                Stream.concat(Stream.of(file), Stream.of(parts)).toArray(String[]::new));
    }

    private static BadInput pictures(String name, String path, Damage damage, String... parts) {
        return BadInput.of(
                "pictures with " + name,
                folder -> {
                    damage.to(Files.createDirectory(folder.resolve("data")));
                    return run(folder, "{\"type\": \"image-folder\", \"path\": \"" + path + "\"}");
                },
                parts);
    }

    private static List<String> run(Path folder, String source) throws IOException {
        Path config = SmallConfig.write(folder, "{\"type\": \"moons\", \"trainCount\": 60, \"testCount\": 20}", source);
        return SmallConfig.run(
                config,
                "--set",
                "data.validation=null",
                "--data-dir",
                folder.resolve("data").toString());
    }

    private static void twoPictures(Path data) throws IOException {
        picture(data.resolve("pets/cat/1.png"), 4);
        picture(data.resolve("pets/dog/1.png"), 4);
    }

    private static void picture(Path file, int side) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }

    private static byte[] images(int count, int side) {
        ByteBuffer content = ByteBuffer.allocate(16 + count * side * side);
        return content.putInt(0x0803).putInt(count).putInt(side).putInt(side).array();
    }

    private static byte[] labels(int count, int last) {
        byte[] content =
                ByteBuffer.allocate(8 + count).putInt(0x0801).putInt(count).array();
        content[content.length - 1] = (byte) last;
        return content;
    }

    private static byte[] packed(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
