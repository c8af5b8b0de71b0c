package dev.lamina.figure.plan;

import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.figure.write.Hash;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.file.AtomicFile;
import dev.lamina.setting.RecordFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads plans and writes what they ask for. */
public final class PlanFiles {
    /** What a settled plan's file ends in, so that it never takes the place of its author's own. */
    public static final String SETTLED = ".figure.json";

    private PlanFiles() {}

    /** @throws dev.lamina.tensor.BadInputException naming file, line, key and remedy of what is wrong in it */
    public static FigurePlan read(Path file) {
        return RecordFiles.read(file, FigurePlan.class, List.of());
    }

    /** The name of a plan's files: that of its own without its ending. */
    public static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SETTLED)
                ? name.substring(0, name.length() - SETTLED.length())
                : name.replaceFirst("\\.json$", "");
    }

    /**
     * Writes the formats a plan asks for, its numbers as NAME.csv, and as NAME.figure.json the plan that gives the same
     * files again from those numbers alone.
     */
    public static WrittenFigure write(PlannedFigure figure, Path folder, String baseName) {
        FigureOrigin origin = FigureOrigin.of(figure.configSha256s());
        Set<FigureFormat> formats = EnumSet.of(FigureFormat.CSV);
        formats.addAll(figure.settled().write());
        formats.remove(FigureFormat.JSON);
        WrittenFigure written = FigureFiles.write(figure.spec(), figure.style(), origin, folder, baseName, formats);
        byte[] csv = FigureFiles.content(figure.spec(), figure.style(), origin, FigureFormat.CSV);
        DataPlan numbers = DataPlan.written(baseName + ".csv", Hash.of(csv), figure.configSha256s());
        byte[] plan = RecordFiles.write(figure.settled().from(Map.of(FigurePlan.OWN, numbers)))
                .getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(baseName + SETTLED);
        AtomicFile.write(file, path -> Files.write(path, plan));
        List<Path> files = new ArrayList<>(written.files());
        files.add(file);
        return new WrittenFigure(files, written.notes());
    }
}
