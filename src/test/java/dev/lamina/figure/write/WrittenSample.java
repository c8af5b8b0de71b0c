package dev.lamina.figure.write;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.text.AvailableFonts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Writes one figure in one format and reads the file back; skips the test where Java cannot draw text. */
final class WrittenSample {
    private WrittenSample() {}

    static byte[] of(FigureSpec spec, FigureStyle style, FigureFormat format) {
        AvailableFonts.sans();
        try {
            Path folder = Files.createTempDirectory("figure");
            Path file = FigureFiles.write(spec, style, folder, "sample", Set.of(format))
                    .files()
                    .getFirst();
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
