package dev.lamina.figure.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.text.AvailableFonts;
import dev.lamina.figure.venue.Venues;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.setting.RecordModel;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFilesTest {
    private static final List<String> PANELS = List.of(
            "{\"marks\": [{\"type\": \"lines\", \"from\": \"runs\", \"x\": \"epoch\", \"y\": \"gbr\","
                    + " \"by\": \"training.weightDecay\", \"band\": \"ci95\"}],"
                    + " \"notes\": [{\"type\": \"line\", \"orientation\": \"vertical\", \"value\": 3, \"label\": \"η / 10\"}]}",
            "{\"marks\": [{\"type\": \"points\", \"from\": \"runs\", \"x\": \"gbr\", \"y\": \"testAccuracy\","
                    + " \"by\": \"network\"}]}",
            "{\"marks\": [{\"type\": \"bars\", \"from\": \"runs\", \"x\": \"network\", \"y\": \"testAccuracy\"}]}",
            "{\"marks\": [{\"type\": \"heat-map\", \"from\": \"runs\", \"x\": \"seed\", \"y\": \"network\","
                    + " \"value\": \"testAccuracy\"}]}",
            "{\"marks\": [{\"type\": \"lines\", \"from\": \"runs\", \"x\": \"epoch\", \"y\": \"testAccuracy\","
                    + " \"band\": \"min-max\"}], \"facet\": {\"columns\": \"network\"}}");

    @BeforeAll
    static void textCanBeDrawn() {
        AvailableFonts.sans();
    }

    private static String formats() {
        return "[\"" + String.join("\", \"", RecordModel.constants(FigureFormat.class)) + "\"]";
    }

    @Test
    void planAndNumbersGiveTheSameBytesAgainWithoutTheRuns(@TempDir Path folder, @TempDir Path other)
            throws IOException {
        FigurePlan plan = PlanReaderTest.plan(
                String.join(", ", PANELS), ", \"columns\": 2, \"size\": {\"height\": 200}, \"write\": " + formats());
        PlanFiles.write(PlanReader.read(plan, _ -> PlanReaderTest.runs(), Venues.bundled()), folder, "all");
        Map<String, byte[]> first = contents(folder);
        assertTrue(first.size() >= formats().split(",").length, first.keySet()::toString);

        FigurePlan settled = PlanFiles.read(folder.resolve("all.figure.json"));
        assertEquals("all", PlanFiles.baseName(folder.resolve("all.figure.json")));
        PlannedFigure again = PlanReader.read(settled, data -> CsvTable.of(data, folder), Venues.bundled());
        PlanFiles.write(again, other, "all");
        Map<String, byte[]> second = contents(other);
        assertEquals(first.keySet(), second.keySet());
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
    }

    @Test
    void theSettledPlanNamesTheConfigurationsAndTheHashOfItsNumbers(@TempDir Path folder) throws IOException {
        FigurePlan plan = PlanReaderTest.plan(PANELS.getFirst(), "");
        PlanFiles.write(PlanReader.read(plan, _ -> PlanReaderTest.runs(), Venues.bundled()), folder, "one");
        DataPlan data = PlanFiles.read(folder.resolve("one.figure.json")).data().get("figure");
        assertEquals(List.of("a".repeat(64), "b".repeat(64)), data.configs());
        assertEquals("one.csv", data.csv().orElseThrow());
        Path csv = folder.resolve("one.csv");
        Files.writeString(csv, Files.readString(csv).replace("λ", "μ"));
        String message = assertThrows(BadInputException.class, () -> CsvTable.of(data, folder))
                .getMessage();
        assertTrue(message.contains("one.csv") && message.contains("sha256"), message);
    }

    @Test
    void noFileNamesAUserAHostOrAPath(@TempDir Path folder) throws IOException {
        FigurePlan plan = PlanReaderTest.plan(PANELS.getFirst(), ", \"write\": " + formats());
        PlanFiles.write(PlanReader.read(plan, _ -> PlanReaderTest.runs(), Venues.bundled()), folder, "one");
        for (Map.Entry<String, byte[]> file : contents(folder).entrySet()) {
            String content = new String(file.getValue(), StandardCharsets.ISO_8859_1);
            for (String secret : List.of(folder.toString(), System.getProperty("user.home") + "/")) {
                assertFalse(content.contains(secret), file.getKey() + " names " + secret);
            }
        }
    }

    @Test
    void readyMadePlansAreRead() {
        for (String name : PaperPlans.NAMES) {
            assertFalse(PaperPlans.named(name).panels().isEmpty(), name);
        }
        String message = assertThrows(BadInputException.class, () -> PaperPlans.named("gbr-decai"))
                .getMessage();
        assertTrue(message.contains("did you mean \"gbr-decay\""), message);
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
