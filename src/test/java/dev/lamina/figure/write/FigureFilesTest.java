package dev.lamina.figure.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.SyntheticRuns;
import dev.lamina.figure.TrainingFigures;
import dev.lamina.figure.text.AvailableFonts;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFilesTest {
    private static final FigureSpec SPEC = TrainingFigures.accuracyAndBound(SyntheticRuns.run(20, 1e-4, 3));
    private static final Set<FigureFormat> ALL = EnumSet.allOf(FigureFormat.class);

    @TempDir
    Path folder;

    @BeforeAll
    static void needsFonts() {
        AvailableFonts.sans();
    }

    @Test
    void everyFormatIsWrittenAndNothingElseIsLeft() throws IOException {
        WrittenFigure written = write(folder.resolve("new/figures"));
        assertEquals(
                List.of(
                        "figure.csv",
                        "figure.svg",
                        "figure.pdf",
                        "figure.png",
                        "figure.json",
                        "figure.outlines.svg",
                        "figure.eps",
                        "figure.tiff",
                        "figure.tex",
                        "figure.py"),
                written.files().stream().map(f -> f.getFileName().toString()).toList());
        try (Stream<Path> files = Files.list(folder.resolve("new/figures"))) {
            assertEquals(10, files.count());
        }
        assertEquals(List.of(), written.notes());
    }

    @Test
    void theSameFigureGivesTheSameBytes() throws IOException {
        List<Path> first = write(folder.resolve("a")).files();
        List<Path> second = write(folder.resolve("b")).files();
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(
                    Files.readAllBytes(first.get(i)),
                    Files.readAllBytes(second.get(i)),
                    first.get(i).toString());
        }
    }

    @Test
    void onlyTheFormatsAskedForAreWritten() {
        WrittenFigure written =
                FigureFiles.write(SPEC, FigureStyle.singleColumn(), folder, "x", Set.of(FigureFormat.CSV));
        assertEquals(List.of(folder.resolve("x.csv")), written.files());
    }

    @Test
    void aFolderThatCannotBeIsOneLineNamingTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "");
        String message =
                assertThrows(BadInputException.class, () -> write(file)).getMessage();
        assertTrue(message.startsWith(file.resolve("figure.csv").toString()), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> FigureFiles.write(SPEC, FigureStyle.singleColumn(), folder, "../x", ALL));
    }

    private static WrittenFigure write(Path folder) {
        return FigureFiles.write(SPEC, FigureStyle.doubleColumn(), folder, "figure", ALL);
    }
}
