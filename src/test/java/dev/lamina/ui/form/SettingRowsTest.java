package dev.lamina.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.nn.optim.Schedule;
import dev.lamina.setting.RecordFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingRowsTest {
    private static final ExperimentConfig CONFIG = RecordFiles.parse("""
            {"data": {"source": "shapes", "augmentations": ["horizontal-flip"]}, "network": {"preset": "resnet20"},
             "training": {"optimizer": "adam"}}""", "test", ExperimentConfig.class, List.of());

    @Test
    void everySettingOfTheChosenTypesHasALine() {
        List<SettingRow> rows = SettingRows.of(CONFIG);
        assertEquals(Optional.of("adam"), row(rows, "training.optimizer").text());
        assertEquals(Optional.of("0.9"), row(rows, "training.optimizer.beta1").text());
        assertEquals(1, row(rows, "training.optimizer.beta1").depth());
        assertEquals(Optional.of("false"), row(rows, "training.earlyStopping").text());
        assertEquals(
                Optional.of("horizontal-flip"), row(rows, "data.augmentations").text());
        assertEquals(SettingRow.Kind.SWITCH, row(rows, "probes.gbr.enabled").kind());
    }

    @Test
    void networksGoByTheirOwnNames() {
        List<String> options = row(SettingRows.of(CONFIG), "network.preset").options();
        assertTrue(options.containsAll(List.of("resnet20", "vgg16", "lenet5")));
        assertTrue(!options.contains("cifar-resnet"));
    }

    @Test
    void everyTypeThatCanBeChosenIsSound() {
        for (SettingRow row : SettingRows.of(CONFIG)) {
            if (row.path().equals("training.schedule")) {
                for (String id : row.options()) {
                    String override = "training.schedule=" + StartValues.json(Schedule.class, id);
                    RecordFiles.parse(RecordFiles.write(CONFIG), "test", ExperimentConfig.class, List.of(override));
                }
            }
        }
    }

    @Test
    void whatIsTypedBecomesJson() {
        List<SettingRow> rows = SettingRows.of(CONFIG);
        assertEquals("null", Typed.json(row(rows, "head"), ""));
        assertEquals("\"a \\\"b\\\"\"", Typed.json(row(rows, "name"), "a \"b\""));
        assertEquals("5e-4", Typed.json(row(rows, "training.weightDecay"), " 5e-4 "));
    }

    private static SettingRow row(List<SettingRow> rows, String path) {
        return rows.stream().filter(r -> r.path().equals(path)).findFirst().orElseThrow();
    }
}
