package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataLocation;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many damages each format suffers in the campaign is set with -Dlamina.campaign.dataDamages=2000. */
class DamagedDataTest {
    private static final int FEW = 300;
    private static final int MANY = 2000;
    private static final long SEED = Long.getLong("lamina.campaign.seed", 1);

    @TempDir
    Path root;

    @ParameterizedTest
    @EnumSource
    @Timeout(120)
    void everyDamageIsReadOrEndsInOneLine(DataDamage damage) throws IOException {
        damage.inflict(FEW, SEED, root);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("campaign")
    void manyDamagesAreReadOrEndInOneLine(DataDamage damage) throws IOException {
        damage.inflict(Integer.getInteger("lamina.campaign.dataDamages", MANY), SEED, root);
    }

    /** Sparse on every usual file system, so that it takes no place. */
    @Test
    void aFileFarTooLongIsRefusedUnread() throws IOException {
        Cifar10Test.CifarFiles.write(root, 3);
        Path file = root.resolve("cifar-10-batches-bin/data_batch_1.bin");
        try (RandomAccessFile long_ = new RandomAccessFile(file.toFile(), "rw")) {
            long_.setLength(20_000_000_000L);
        }
        DataLocation where = new DataLocation(List.of(root), root);
        String message = assertThrows(BadInputException.class, () -> new Cifar10(3, null).load(where))
                .getMessage();
        assertTrue(message.startsWith(file + ": has 20000000000 bytes, far more than it should; "), message);
    }

    @Test
    void anEmptySetOfImagesIsRefused() throws IOException {
        DataLocation where = IdxFiles.write(root, 5, 3);
        Files.write(root.resolve("mnist/t10k-images-idx3-ubyte"), IdxFiles.images(0));
        String message = assertThrows(BadInputException.class, () -> new Mnist(null, null).load(where))
                .getMessage();
        assertTrue(message.contains("t10k-images-idx3-ubyte: holds nothing but a header; "), message);
        assertEquals(1, message.lines().count());
    }
}
