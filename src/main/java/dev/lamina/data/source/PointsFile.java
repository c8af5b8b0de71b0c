package dev.lamina.data.source;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Points of the plane in a text file: a line "x,y,class" each; blank lines and lines that begin with # are passed over. */
final class PointsFile {
    private static final int MOST_CLASS = 9;

    private PointsFile() {}

    /** @throws BadInputException naming file and line of what cannot be read */
    static List<OwnPoint> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInputException(Message.of("data.noPointsFile").at(file), e);
        }
        List<OwnPoint> points = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                points.add(point(line, Message.of("data.pointsLine", file, i + 1)));
            }
        }
        return points;
    }

    private static OwnPoint point(String line, Message place) {
        String[] fields = line.split(",", -1);
        try {
            double x = Double.parseDouble(fields[0]);
            double y = Double.parseDouble(fields[1]);
            int label = Integer.parseInt(fields[2].strip());
            if (fields.length == 3 && Double.isFinite(x) && Double.isFinite(y) && label >= 0 && label <= MOST_CLASS) {
                return new OwnPoint(x, y, label);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
            // Said below.
        }
        throw new BadInputException(Message.of("data.noPoint", line, MOST_CLASS).at(place));
    }
}
