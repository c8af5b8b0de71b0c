package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar100Test {
    @TempDir
    Path root;

    @BeforeEach
    void writeTwoImages() throws IOException {
        byte[] content = new byte[2 * 3074];
        content[0] = 4;
        content[1] = 57;
        content[2] = 100;
        content[3074] = 19;
        content[3075] = 99;
        Path folder = Files.createDirectories(root.resolve("cifar-100-binary"));
        Files.write(folder.resolve("train.bin"), content);
        Files.write(folder.resolve("test.bin"), content);
    }

    @Test
    void fineLabelsAreTheSecondByte() {
        ImageDataset training = load(Cifar100.Labels.FINE);
        assertArrayEquals(new int[] {57, 99}, training.labels());
        assertEquals("pear", training.classNames().get(57));
        assertEquals("worm", training.classNames().get(99));
    }

    @Test
    void coarseLabelsAreTheFirstByte() {
        ImageDataset training = load(Cifar100.Labels.COARSE);
        assertArrayEquals(new int[] {4, 19}, training.labels());
        assertEquals("fruit_and_vegetables", training.classNames().get(4));
        assertEquals("vehicles_2", training.classNames().get(19));
    }

    @Test
    void pixelsFollowBothLabels() {
        float[] values = new float[3072];
        load(Cifar100.Labels.FINE).copyTo(0, values, 0);
        assertEquals(100 / 255f, values[0], 1e-6);
        assertEquals(0, values[1]);
    }

    @Test
    void everyClassHasAName() {
        assertEquals(100, new HashSet<>(Cifar100Classes.FINE).size());
        assertEquals(20, new HashSet<>(Cifar100Classes.COARSE).size());
    }

    private ImageDataset load(Cifar100.Labels labels) {
        return new Cifar100(labels, null, null)
                .load(new DataLocation(List.of(root), root))
                .training();
    }
}
