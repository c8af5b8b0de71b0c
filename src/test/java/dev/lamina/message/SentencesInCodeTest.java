package dev.lamina.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person reads stands in the bundles, in both languages. */
class SentencesInCodeTest {
    /** Files with words of two and more that are no sentences of ours, and why. A folder stands for all in it. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("backend/FreeMemory.java", "words of the system's files"),
            Map.entry("log/Machine.java", "words of the system's files"),
            Map.entry("launch/TornadoSdk.java", "words of the SDK's files"),
            Map.entry("data/download/Request.java", "HTTP"),
            Map.entry("data/picture/Decoder.java", "words of a library"),
            Map.entry("data/picture/ForeignContent.java", "beginnings of files"),
            Map.entry("setting/JsonFault.java", "words of a library"),
            Map.entry("experiment/worker/LastWords.java", "words of Java"),
            Map.entry("ui/fx/ClassPathRemark.java", "words of a library"),
            Map.entry("backend/cpu/onednn", "names of primitives, and what oneDNN answers"),
            Map.entry("backend/cpu/plan", "names of algorithms in a plan"),
            Map.entry("backend/cpu/CpuBackend.java", "the device's name, in run.json too"),
            Map.entry("backend/cpu/memory/Pages.java", "an error of the Java machine"),
            Map.entry("backend/reference", "the device's name, in run.json too"),
            Map.entry("bench", "options, ids, and what the workers read"),
            Map.entry("data/source", "bibliography, and names of classes, which are data"),
            Map.entry("config", "the JSON Schema, which editors of programs show"),
            Map.entry("graph/preset/Preset.java", "the JSON Schema"),
            Map.entry("graph/Initialization.java", "name of a stream of random numbers"),
            Map.entry("probe/GeneralizationBound.java", "name of a stream of random numbers"),
            Map.entry("probe/ProbeImages.java", "name of a stream of random numbers"),
            Map.entry("train/RandomMasks.java", "name of a stream of random numbers"),
            Map.entry("metric/Tags.java", "axes of figures, which journals want in English, and papers"),
            Map.entry("probe/PrincipalFeatures.java", "axis of a figure"),
            Map.entry("figure/render/PanelPlot.java", "key of a series"),
            Map.entry("figure/write/EpsFigure.java", "PostScript"),
            Map.entry("figure/write/TexFigure.java", "TeX"),
            Map.entry("figure/write/TexMarks.java", "TeX"),
            Map.entry("figure/write/TexNotes.java", "TeX"),
            Map.entry("figure/plan/Labels.java", "axes of figures, which journals want in English"),
            Map.entry("figure/FontFamily.java", "names of fonts"),
            Map.entry("cli/TimeLimit.java", "name of a thread"),
            Map.entry("cli/WnllCommand.java", "where a setting comes from"),
            Map.entry("reproduce/PaperConfigs.java", "JSON"),
            Map.entry("reproduce/SpeedTest.java", "name of a run"),
            Map.entry("log", "the log and reports of errors, for those who mend them"));

    private static Map<String, List<String>> sentences = Map.of();

    @BeforeAll
    static void read() throws IOException {
        sentences = SentencesInCode.byFile();
    }

    @Test
    void noSentenceStandsInTheSources() {
        Map<String, List<String>> found = new TreeMap<>(sentences);
        found.keySet()
                .removeIf(file -> ALLOWED.keySet().stream()
                        .anyMatch(known -> Path.of(file).startsWith(known)));
        assertEquals(Map.of(), found);
    }

    @Test
    void everyFileThatIsExceptedHasWords() {
        Set<String> found = sentences.keySet();
        for (String known : ALLOWED.keySet()) {
            assertTrue(found.stream().anyMatch(file -> Path.of(file).startsWith(known)), known);
        }
    }
}
