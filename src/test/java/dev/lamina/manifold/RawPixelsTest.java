package dev.lamina.manifold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The paper's raw-pixel table (METHODS 1.3) on all of MNIST. */
@Tag("slow")
class RawPixelsTest {
    @Test
    void mnistReachesThePapersAccuracy() throws IOException {
        Path folder = Path.of(Optional.ofNullable(System.getenv("LAMINA_DATA")).orElse("../shared/data"), "mnist");
        assumeTrue(Files.isDirectory(folder), "no MNIST under " + folder);
        Points template = images(folder.resolve("train-images-idx3-ubyte.gz"));
        Points queries = images(folder.resolve("t10k-images-idx3-ubyte.gz"));
        int[] labels = labels(folder.resolve("train-labels-idx1-ubyte.gz"));
        int[] truth = labels(folder.resolve("t10k-labels-idx1-ubyte.gz"));
        long start = System.nanoTime();
        NeighborGraph graph = ExactNeighbors.find(template.followedBy(queries), 14, 2, _ -> {});
        System.out.printf("neighbors %.1f s%n", (System.nanoTime() - start) / 1e9);
        for (WeightKernel kernel : WeightKernel.values()) {
            var settings = WnllSettings.DEFAULT.with(kernel);
            start = System.nanoTime();
            Interpolation u = WeightedNonlocalLaplacian.interpolate(graph, labels, 10, settings);
            System.out.printf("%s %d iterations %.2f s%n", kernel, u.iterations(), (System.nanoTime() - start) / 1e9);
            int correct = 0;
            int[] predictions = u.predictions();
            for (int q = 0; q < truth.length; q++) {
                correct += predictions[q] == truth[q] ? 1 : 0;
            }
            System.out.println(correct);
            assertEquals(kernel == WeightKernel.PAPER ? 97.43 : 97.74, correct / 100.0, 0.05);
        }
    }

    private static Points images(Path file) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            in.readInt();
            int count = in.readInt();
            int size = in.readInt() * in.readInt();
            byte[] bytes = in.readNBytes(count * size);
            float[] x = new float[bytes.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = (bytes[i] & 0xff) / 255f;
            }
            return new Points(count, size, x);
        }
    }

    private static int[] labels(Path file) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            in.readInt();
            int count = in.readInt();
            byte[] bytes = in.readNBytes(count);
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                labels[i] = bytes[i];
            }
            return labels;
        }
    }
}
