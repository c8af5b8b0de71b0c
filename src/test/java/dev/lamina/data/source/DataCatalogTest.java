package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataLocation;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCatalogTest {
    @TempDir
    Path root;

    @Test
    void whatIsThereIsFoundAndWhatIsNotIsNamed() throws IOException {
        DataLocation where = Cifar10Test.CifarFiles.write(root, 1);
        DataCatalog.Entry entry = DataCatalog.entry(Cifar10.CARD, where);
        assertEquals(DataCatalog.Presence.PARTIAL, entry.presence());
        assertEquals(
                List.of("data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"),
                entry.missing());
        assertEquals(
                root.resolve("cifar-10-batches-bin/data_batch_1.bin"),
                entry.found().getFirst());
    }

    @Test
    void unpackedFilesCountAsWell() throws IOException {
        DataLocation where = IdxFiles.write(root, 1, 1);
        assertEquals(
                DataCatalog.Presence.COMPLETE,
                DataCatalog.entry(Mnist.CARD, where).presence());
    }

    @Test
    void theListNamesEveryDataSet() throws IOException {
        Files.createDirectories(root.resolve("svhn"));
        List<DataCatalog.Entry> entries = DataCatalog.list(new DataLocation(List.of(root), root));
        assertEquals(
                DataSource.CARDS, entries.stream().map(DataCatalog.Entry::card).toList());
        assertEquals(DataCatalog.Presence.NEEDS_NO_FILES, entries.getFirst().presence());
        assertEquals(
                DataCatalog.Presence.ABSENT,
                DataCatalog.entry(Svhn.CARD, new DataLocation(List.of(root), root))
                        .presence());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        String message = assertThrows(BadInputException.class, () -> DataCatalog.card("cifar11"))
                .getMessage();
        assertTrue(message.startsWith("cifar11: no such data set; choose one of shapes, cifar10, "), message);
    }
}
