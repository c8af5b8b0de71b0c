package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.BackendProvider;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.graph.Severity;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.editor.Diagnoses;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Readiness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                "backend.precision: 后端 reference 以双精度计算，没有 bf16 与 tf32；请用 f32，或后端 cpu",
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

    /** A new sentence of a backend has to be put among the window's, in both languages. */
    @Test
    void everySentenceOfTheBackendsIsTranslated() {
        for (String id : List.of("cpu", "reference")) {
            for (Precision precision : Precision.values()) {
                for (ConvolutionAlgorithm convolution : ConvolutionAlgorithm.values()) {
                    BackendProvider.of(id)
                            .orElseThrow()
                            .create()
                            .unserved(new SessionSettings(1, precision, convolution))
                            .ifPresent(unserved -> assertNotEquals(
                                    unserved.message().toString(),
                                    new Diagnoses(CHINESE)
                                            .message(unserved.message().toString())));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bf16 cannot be trained with this processor's avx2 instructions; use f32",
                "tf32 is for NVIDIA's tensor cores, not for backend cpu; use f32, or backend tornado",
                "no backend 'abacus'; choose one of cpu, reference"
            })
    void sentencesOfOtherMachinesAreTranslatedToo(String sentence) {
        assertNotEquals(sentence, new Diagnoses(CHINESE).message(sentence));
    }
}
