package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPointsTest {
    @TempDir
    Path folder;

    private DataLocation where() {
        return new DataLocation(List.of(folder), folder);
    }

    private static OwnPoints of(List<OwnPoint> points, double testFraction) {
        return new OwnPoints(points, null, testFraction, 0, 0, 1);
    }

    @Test
    void pointsAreTrainedOnWhereTheyWerePut() {
        TrainTest data = of(List.of(new OwnPoint(0.5, -0.25, 1), new OwnPoint(2, 3, 0)), 0)
                .load(where());
        assertArrayEquals(new int[] {1, 0}, data.training().labels());
        float[] first = new float[2];
        data.training().copyTo(0, first, 0);
        assertArrayEquals(new float[] {0.5f, -0.25f}, first);
        assertEquals(data.training().contentSha256(), data.test().contentSha256());
    }

    @Test
    void everyClassKeepsAPointToTrainOn() {
        List<OwnPoint> points =
                IntStream.range(0, 200).mapToObj(i -> new OwnPoint(i, 0, i % 5)).toList();
        TrainTest data = of(points, 0.9).load(where());
        assertEquals(200, data.training().size() + data.test().size());
        assertEquals(180, data.test().size(), 12);
        for (int count : data.training().classHistogram()) {
            assertEquals(1, Math.min(1, count));
        }
    }

    @Test
    void aFileAddsItsPoints() throws IOException {
        Files.writeString(folder.resolve("p.csv"), "# mine\n1,2,0\n\n -0.5 , 3e-1 , 2\n");
        OwnPoints points = new OwnPoints(List.of(new OwnPoint(7, 7, 1)), "p.csv", 0, 0, 0, 1);
        ImageDataset training = points.load(where()).training();
        assertArrayEquals(new int[] {1, 0, 2}, training.labels());
        assertEquals(List.of("A", "B", "C"), points.outline(where()).classNames());
    }

    @Test
    void aBadLineIsNamed() throws IOException {
        Path file = folder.resolve("p.csv");
        Files.writeString(file, "1,2,0\n1,2\n");
        OwnPoints points = new OwnPoints(List.of(), "p.csv", 0, 0, 0, 1);
        assertEquals(
                file + ", line 2: '1,2' is no point; write two coordinates and the number of the class, 0 to 9, with"
                        + " commas between: 0.5,-0.2,1",
                assertThrows(BadInputException.class, () -> points.load(where()))
                        .getMessage());
    }

    @Test
    void noPointsAreRefused() {
        assertEquals(
                "own-points.points: there are no points; list some as {\"x\": 0.5, \"y\": -0.2, \"label\": 0}, or name a"
                        + " file of lines x,y,class",
                assertThrows(BadInputException.class, () -> of(List.of(), 0).load(where()))
                        .getMessage());
    }
}
