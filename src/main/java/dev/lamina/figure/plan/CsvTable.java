package dev.lamina.figure.plan;

import dev.lamina.figure.write.Hash;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Tables of CSV files: names of columns in the first line. */
public final class CsvTable {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private CsvTable() {}

    /**
     * The table of a plan.
     *
     * @param folder in which the plan's own file lies
     * @throws BadInputException if it cannot be read, or is another one than the plan was settled with
     */
    public static Table of(DataPlan data, Path folder) {
        Path file = folder.resolve(data.csv().orElseThrow());
        byte[] content = content(file);
        if (!data.sha256().isEmpty() && !data.sha256().equals(Hash.of(content))) {
            throw new BadInputException(Message.of("figure.csvChanged").at(file));
        }
        return new Table(rows(content, file, Map.of()), data.configs());
    }

    /** The rows of a file, with values that they all share. */
    public static List<Row> rows(Path file, Map<String, String> shared) {
        return rows(content(file), file, shared);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BadInputException(Message.of("setting.noFile").at(file), e);
        } catch (IOException e) {
            throw new BadInputException(
                    Message.of("setting.unreadableFile", FileFault.reason(e)).at(file), e);
        }
    }

    private static List<Row> rows(byte[] content, Path file, Map<String, String> shared) {
        String text = new String(content, StandardCharsets.UTF_8);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            return parser.stream().map(row -> new Row(shared, row.toMap())).toList();
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new BadInputException(
                    Message.of("figure.noCsv", Message.verbatim(String.valueOf(e.getMessage())))
                            .at(file),
                    e);
        }
    }
}
