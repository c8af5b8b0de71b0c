package dev.lamina.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.nn.head.StageOutline.Interpolated;
import dev.lamina.setting.RecordFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRunTest {
    private static final String TEXT =
            "{\"data\": {\"source\": {\"type\": \"mnist\"}}, \"network\": {\"preset\": \"resnet20\"}, \"head\": \"wnll\"}";

    private static ExperimentConfig written(String... overrides) {
        return RecordFiles.parse(TEXT, "test", ExperimentConfig.class, List.of(overrides));
    }

    private static int queryBatch(ExperimentConfig config) {
        return config.decidingHead()
                .interpolated()
                .map(Interpolated::interpolation)
                .orElseThrow()
                .queryBatch();
    }

    @Test
    void aRunFromBeforeQueriesCameInBatchesGoesOnAskingForAllAtOnce(@TempDir Path folder) throws IOException {
        Path file = new RunFolder(folder).config();
        String complete = RecordFiles.write(written());
        String older = complete.replaceFirst("\\s*\"queryBatch\"[^\\n]*", "");
        assertTrue(older.length() < complete.length());
        Files.writeString(file, older);
        assertEquals(0, queryBatch(StoredRun.in(folder).config()));
        assertEquals(
                written("head.interpolation.queryBatch=0"), StoredRun.in(folder).config());
    }

    @Test
    void aRunOfTodayKeepsItsOwnNumber(@TempDir Path folder) throws IOException {
        Files.writeString(
                new RunFolder(folder).config(), RecordFiles.write(written("head.interpolation.queryBatch=250")));
        assertEquals(250, queryBatch(StoredRun.in(folder).config()));
        assertEquals(1000, queryBatch(written()), "what a person leaves out is the paper's number");
    }
}
