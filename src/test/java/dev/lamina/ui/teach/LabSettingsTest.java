package dev.lamina.ui.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.form.StartValues;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabSettingsTest {
    private static final LabSettings FIRST = LabSettings.FIRST;

    /** What a laboratory trains can be trained without it. */
    @ParameterizedTest
    @EnumSource(TwinPreset.class)
    void theConfigurationIsOneThatAFileCanHold(TwinPreset preset) {
        for (LabSettings settings : List.of(preset.left(FIRST), preset.right(FIRST))) {
            ExperimentConfig config = settings.config();
            String json = RecordFiles.write(config);
            assertEquals(json, RecordFiles.write(RecordFiles.parse(json, "lab", ExperimentConfig.class, List.of())));
        }
    }

    @Test
    void whatACommandOrOtherDataCanChangeDoesNotStartAnew() {
        assertFalse(FIRST.startsAnewFor(FIRST.withRate(0.5).withDecay(0.1)));
        assertFalse(FIRST.startsAnewFor(FIRST.with(HeadChoice.SVM)));
        assertFalse(FIRST.startsAnewFor(FIRST.with(FIRST.data().with(DataKind.RINGS))));
    }

    @Test
    void anotherNetworkStartsAnew() {
        assertTrue(FIRST.startsAnewFor(FIRST.withDepth(1)));
        assertTrue(FIRST.startsAnewFor(FIRST.withWidth(3)));
        assertTrue(FIRST.startsAnewFor(FIRST.with(StartValues.of(Mpelu.class))));
        assertTrue(FIRST.startsAnewFor(FIRST.with(NormChoice.BATCH)));
        assertTrue(FIRST.startsAnewFor(FIRST.with(HeadChoice.WNLL)));
    }

    @ParameterizedTest
    @EnumSource(value = TwinPreset.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void twinsDiffer(TwinPreset preset) {
        assertFalse(preset.left(FIRST).equals(preset.right(FIRST)));
    }

    @ParameterizedTest
    @EnumSource(value = DataKind.class, mode = EnumSource.Mode.EXCLUDE, names = "OWN")
    void pointsWithoutNoiseLieOnTheSquareThatIsShown(DataKind kind) {
        DataSettings data = DataSettings.FIRST.with(kind).withNoise(0);
        PlanePoints points =
                PlanePoints.of(data.source().load(DataLocation.standard(null)).training());
        Plane plane = kind.plane();
        for (int i = 0; i < points.count(); i++) {
            assertTrue(points.x()[i] > plane.left() && points.x()[i] < plane.right(), kind + " " + points.x()[i]);
            assertTrue(points.y()[i] > plane.bottom() && points.y()[i] < plane.top(), kind + " " + points.y()[i]);
        }
    }
}
