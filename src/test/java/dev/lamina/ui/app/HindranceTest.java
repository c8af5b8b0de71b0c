package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Precision;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.graph.Severity;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.RecordModel;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Readiness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HindranceTest {
    private static final Texts CHINESE = Texts.in(Language.CHINESE);

    private static Readiness readiness(String... overrides) {
        ExperimentConfig config = RecordFiles.parse(
                RecordFiles.write(Template.rehearsal()), "test", ExperimentConfig.class, List.of(overrides));
        return Readiness.of(config, DataLocation.standard(null), 0);
    }

    @Test
    void aSettingThatTheMachineCannotServeIsInTheWayAndAmongTheProblems() {
        Readiness readiness = readiness("backend.name=reference", "backend.precision=bf16");
        assertEquals(1, readiness.unserved().size());
        assertEquals(
                Optional.of("backend.precision"),
                readiness.unserved().getFirst().place());
        assertEquals(Severity.ERROR, readiness.unserved().getFirst().severity());
        assertEquals(
                "backend.precision: backend reference computes in double precision, not bf16 or tf32; use f32, or backend"
                        + " cpu",
                new Hindrance(Texts.in(Language.ENGLISH)).of(readiness));
        assertEquals(
                "backend.precision：后端 reference 以双精度计算，没有 bf16 与 tf32；请用 f32，或后端 cpu",
                new Hindrance(CHINESE).of(readiness));
        assertEquals("", new Hindrance(CHINESE).of(readiness("backend.name=cpu", "backend.precision=f32")));
    }

    @Test
    void memoryThatIsNotFreeIsInTheWay() {
        Readiness readiness = Readiness.of(Template.rehearsal(), DataLocation.standard(null), 1);
        String english = new Hindrance(Texts.in(Language.ENGLISH)).of(readiness);
        assertTrue(
                english.matches("a training step takes at least [0-9.]+ GiB, 0.0 GiB of memory are free; close other"
                        + " programs, or take fewer channels or a smaller batch"),
                english);
        String chinese = new Hindrance(CHINESE).of(readiness);
        assertTrue(chinese.matches("一步训练至少需要 [0-9.]+ GiB，可用内存只有 0.0 GiB；.*"), chinese);
    }

    @Test
    void whatABackendCannotServeIsToldInChinese() {
        for (String name : List.of("cpu", "reference", "abacus")) {
            for (String precision : RecordModel.constants(Precision.class)) {
                for (String convolution : RecordModel.constants(ConvolutionAlgorithm.class)) {
                    Readiness readiness = readiness(
                            "backend.name=" + name,
                            "backend.precision=" + precision,
                            "backend.convolution=" + convolution);
                    readiness
                            .unserved()
                            .forEach(unserved -> assertNotEquals(
                                    unserved.message().text(Language.ENGLISH),
                                    unserved.message().text(Language.CHINESE)));
                }
            }
        }
    }
}
