package dev.lamina.backend.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The losses of {@link LossCurve} as the reference backend computed them once; the file says how. */
public final class GoldenLosses {
    /** The golden values and how they were made. */
    public record File(String madeBy, List<Double> losses, double evaluationLoss) {}

    private GoldenLosses() {}

    public static File read() {
        try (InputStream stream = GoldenLosses.class.getResourceAsStream("/golden/resnet-ten-steps.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(stream), File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
