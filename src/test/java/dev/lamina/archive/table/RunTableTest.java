package dev.lamina.archive.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunNotes;
import dev.lamina.archive.RunTrash;
import dev.lamina.metric.Band;
import dev.lamina.metric.BandKind;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunTableTest {
    @TempDir
    private Path runs;

    @BeforeEach
    void write() throws IOException {
        StoredRuns.write(runs.resolve("alpha"), 1, 1e-4, Optional.of("relu"), 0.9, 120);
        StoredRuns.write(runs.resolve("beta"), 2, 1e-2, Optional.of("mpelu"), 0.8, 300);
        StoredRuns.write(runs.resolve("gamma"), 3, 0, Optional.empty(), 0.5, Double.NaN);
        for (int seed = 1; seed <= 3; seed++) {
            StoredRuns.write(runs.resolve("repeat/seed=" + seed), seed, 1e-3, Optional.of("elu"), 0.6 + 0.1 * seed, 50);
        }
        RunNotes.change(
                runs.resolve("beta"),
                notes -> notes.withTag("paper").withStar(true).withText("for figure 3"));
    }

    private Set<String> found(String query) {
        RunTable table = RunTable.read(runs);
        Set<String> names = new TreeSet<>();
        FilterParser.parse(query).rows(table).stream()
                .forEach(row -> names.add(table.folder(row).getFileName().toString()));
        return names;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | alpha beta gamma seed=1 seed=2 seed=3",
                "gbr<200 | alpha seed=1 seed=2 seed=3",
                "gbr<200 activation=relu | alpha",
                "tag:paper | beta",
                "star=true or seed=3 | beta gamma seed=3",
                "accuracy>=80% | alpha beta seed=2 seed=3",
                "testAccuracy > 0.85 and not group:repeat | alpha",
                "activation=none | gamma",
                "activation!=none (weightDecay<=1e-4 or weightDecay=0.01) | alpha beta",
                "training.optimizer=SGD alpha | alpha",
                "\"figure 3\" | beta",
                "REPEAT state=finished seed=2 | seed=2",
                "not not alpha | alpha",
            })
    void aQueryFindsTheRunsItSpeaksOf(String query, String names) {
        assertEquals(Set.of(names.split(" ")), found(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbr<", "(gbr<2", "gbr<2)", "=3", "gbr<high", "a or", "gbr<=<2"})
    void whatIsNoQueryIsRefused(String query) {
        BadInputException refused = assertThrows(BadInputException.class, () -> FilterParser.parse(query));
        assertTrue(refused.getMessage().startsWith(query + ": no query: "), refused.getMessage());
    }

    @Test
    void anUnknownFieldIsRefusedWithThoseThereAre() {
        BadInputException refused = assertThrows(BadInputException.class, () -> found("gbrr<2"));
        assertTrue(refused.getMessage().contains("no field 'gbrr'"), refused.getMessage());
        assertTrue(refused.getMessage().contains("testAccuracy"), refused.getMessage());
    }

    @Test
    void whatDiffersTellsRunsApartAndTheRestDoesNot() {
        RunTable table = RunTable.read(runs);
        List<String> telling = table.telling().stream().map(Column::name).toList();
        assertTrue(
                telling.containsAll(List.of("training.weightDecay", "activation", "seed", "gbr")), telling.toString());
        assertFalse(telling.contains("training.optimizer.momentum"));
        assertEquals(0.9, table.column("momentum").number(0));
    }

    @Test
    void anOrderPutsWhatLacksAValueLastEitherWay() {
        RunTable table = RunTable.read(runs);
        for (String order : List.of("gbr", "-gbr")) {
            List<Integer> rows = RowOrder.parse(order).rows(table);
            assertEquals("gamma", table.folder(rows.getLast()).getFileName().toString(), order);
        }
        int first = RowOrder.parse("-gbr").rows(table).getFirst();
        assertEquals("beta", table.folder(first).getFileName().toString());
    }

    @Test
    void runsThatDifferInSeedAndThreadsAloneAreOneGroupWithABand() {
        RunTable table = RunTable.read(runs);
        BitSet all = FilterParser.parse("").rows(table);
        RunGroups groups = RunGroups.of(table, all);
        assertEquals(4, groups.rows().size());
        int repeat = 3;
        assertEquals(3, groups.rows().get(repeat).size());
        Band band = groups.band(repeat, table.column("accuracy"), BandKind.STANDARD_DEVIATION);
        assertEquals(3, band.n());
        assertEquals(0.8, band.center(), 1e-12);
        assertEquals(0.1, band.half(), 1e-12);
    }

    @Test
    void notesLieBesideTheFolderAndVanishWithTheirContent() throws IOException {
        Path beta = runs.resolve("beta");
        assertTrue(Files.exists(runs.resolve("beta.notes.json")));
        assertEquals(List.of("paper"), RunNotes.of(beta).tags());
        RunNotes.change(beta, _ -> RunNotes.NONE);
        assertTrue(Files.notExists(runs.resolve("beta.notes.json")));
        Files.writeString(runs.resolve("beta.notes.json"), "{");
        BadInputException refused = assertThrows(BadInputException.class, () -> RunNotes.of(beta));
        assertTrue(refused.getMessage().contains("beta.notes.json: damaged"), refused.getMessage());
    }

    @Test
    void theTrashTakesARunWithItsNotesAndGivesItBack() {
        Path thrown = RunTrash.throwAway(runs.resolve("beta"));
        assertEquals(runs.resolve(".trash/beta"), thrown);
        assertFalse(found("").contains("beta"));
        assertEquals(List.of("paper"), RunNotes.of(thrown).tags());
        assertEquals(runs.resolve("beta"), RunTrash.takeBack(thrown));
        assertEquals(Set.of("beta"), found("tag:paper"));
        assertThrows(BadInputException.class, () -> RunTrash.takeBack(runs.resolve("beta")));
    }

    @Test
    void aDamagedRunHidesNoOther() throws IOException {
        Files.writeString(runs.resolve("alpha/run.json"), "{");
        assertEquals(Set.of("alpha"), found("state=unreadable"));
        assertEquals(6, RunTable.read(runs).size());
    }
}
