package dev.lamina.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorReportTest {
    @Test
    void aReportNamesProgramMachineAndTraceAndTheLastLinesOfTheLog() {
        ErrorReport report = new ErrorReport(
                Instant.parse("2026-11-28T12:00:00.5Z"),
                "training",
                new IllegalStateException("empty\nreservoir", new ArithmeticException("by zero")),
                List.of("WARNING /data/set/a.json: damaged"));
        assertEquals("java.lang.IllegalStateException: empty", report.line());
        String text = report.text();
        assertTrue(text.startsWith("Lamina "), text);
        assertTrue(text.contains("\nwhen: 2026-11-28T12:00:00Z\njava: "), text);
        assertTrue(text.contains("\nsystem: " + System.getProperty("os.name")), text);
        assertTrue(text.contains("\nprocessor: "), text);
        assertTrue(text.contains("\nthread: training\n"), text);
        assertTrue(text.contains("\n\tat dev.lamina.log.ErrorReportTest."), text);
        assertTrue(text.contains("Caused by: java.lang.ArithmeticException: by zero"), text);
        assertTrue(text.endsWith("last lines of the log:\nWARNING …/a.json: damaged\n"), text);
    }

    @Test
    void theHomeFolderIsNotInIt() {
        String home = System.getProperty("user.home");
        ErrorReport report = new ErrorReport(
                Instant.now(),
                "main",
                new IllegalStateException(home + "/secret/a.json"),
                List.of("in " + home + "/b"));
        assertFalse(report.text().contains(home + "/"), report.text());
        assertTrue(report.text().contains("IllegalStateException: ~/secret/a.json"), report.text());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "runs: /work/people/ann/runs/a-1: damaged, runs: …/a-1: damaged",
                "C:\\Users\\ann\\a.json is there, …/a.json is there",
                "file:/srv/ann/a.png, file:…/a.png",
                "see https://example.org/ann/a, see https:/…/a",
                "3 images/s and/or 4/5, 3 images/s and/or 4/5",
                "(/srv/ann/a.png), (…/a.png)"
            })
    void ofPathsInTheLogOnlyTheLastNameIsKept(String line, String kept) {
        assertEquals(kept, ErrorReport.withoutFolders(line));
    }
}
