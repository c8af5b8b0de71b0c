package dev.lamina.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lamina.config.DataConfig;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.setting.RecordFiles;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentedImagesTest {
    private final DataConfig config =
            RecordFiles.parse("""
                    {"data": {"source": {"type": "shapes", "trainCount": 20, "testCount": 10},
                              "augmentations": [{"type": "cutout", "side": 8}]},
                     "network": {"preset": "lenet5"}}""", "test", ExperimentConfig.class, List.of()).data();
    private final ImageDataset shapes =
            config.source().load(DataLocation.standard(null)).training();

    private float[] stored(int example) {
        float[] values = new float[(int) shapes.exampleShape().size()];
        shapes.copyTo(example, values, 0);
        return values;
    }

    @Test
    void withoutAugmentationsAnImageIsAsItIsStored() {
        assertArrayEquals(stored(3), new AugmentedImages(shapes, List.of()).image(3, 1));
    }

    @Test
    void aCutoutBlanksWhatIsNotBlankAndLeavesTheRest() {
        List<Augmentation> cutout = config.augmentations();
        float[] before = stored(5);
        float[] after = new AugmentedImages(shapes, cutout).image(5, 1);
        assertFalse(Arrays.equals(before, after));
        for (int i = 0; i < before.length; i++) {
            if (after[i] != 0) {
                assertEquals(before[i], after[i]);
            }
        }
        assertArrayEquals(after, new AugmentedImages(shapes, cutout).image(5, 1));
    }
}
