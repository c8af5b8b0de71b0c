package dev.lamina.figure.write;

import dev.lamina.figure.FigureDocument;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.render.FigureNotes;
import dev.lamina.figure.render.FigureRenderer;
import dev.lamina.figure.text.FigureFonts;
import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes figures. Worked example: base name "loss" and formats CSV and PDF give loss.csv and loss.pdf. */
public final class FigureFiles {
    private FigureFiles() {}

    /** Writes a figure that no one configuration stands for. */
    public static WrittenFigure write(
            FigureSpec spec, FigureStyle style, Path folder, String baseName, Set<FigureFormat> formats) {
        return write(spec, style, FigureOrigin.UNKNOWN, folder, baseName, formats);
    }

    /**
     * Writes one figure in some formats, CSV first, into a folder that is made if it is not there. Existing files are
     * replaced, each atomically; the same figure always gives the same bytes.
     *
     * @param baseName file name without ending
     * @throws BadInputException if the folder cannot be written, or if the machine lacks the libraries Java draws text
     *     with (a CSV file asked for is there even then)
     */
    public static WrittenFigure write(
            FigureSpec spec,
            FigureStyle style,
            FigureOrigin origin,
            Path folder,
            String baseName,
            Set<FigureFormat> formats) {
        if (baseName.isBlank() || baseName.contains("/") || baseName.contains("\\")) {
            throw new IllegalArgumentException("'" + baseName + "' is not a file name");
        }
        List<Path> files = new ArrayList<>();
        byte[] csv = CsvFigure.of(spec, origin);
        Set<FigureFormat> drawn = EnumSet.noneOf(FigureFormat.class);
        drawn.addAll(formats);
        if (drawn.remove(FigureFormat.CSV)) {
            files.add(save(csv, folder, baseName, FigureFormat.CSV));
        }
        List<Message> notes = new ArrayList<>(FigureNotes.of(spec));
        if (!drawn.isEmpty()) {
            FigureFonts fonts = FigureFonts.load(style.fontFamily(), spec.texts());
            notes.addAll(FigureNotes.ofMissingCharacters(spec, fonts));
            Drawing drawing = new Drawing(spec, style, fonts, new FigureRenderer(spec, style, fonts), csv, origin);
            for (FigureFormat format : drawn) {
                files.add(save(content(format, drawing), folder, baseName, format));
            }
        }
        return new WrittenFigure(files, notes);
    }

    /** The same figure as the bytes of one file. */
    public static byte[] content(FigureSpec spec, FigureStyle style, FigureOrigin origin, FigureFormat format) {
        FigureFonts fonts = FigureFonts.load(style.fontFamily(), spec.texts());
        return content(
                format,
                new Drawing(
                        spec,
                        style,
                        fonts,
                        new FigureRenderer(spec, style, fonts),
                        CsvFigure.of(spec, origin),
                        origin));
    }

    private static byte[] content(FigureFormat format, Drawing drawing) {
        return switch (format) {
            case CSV -> drawing.csv();
            case SVG -> SvgFigure.of(drawing, drawing.renderer()::draw);
            case SVG_OUTLINES -> SvgFigure.of(drawing, drawing.renderer().recording()::drawOutlined);
            case EPS -> EpsFigure.of(drawing);
            case TIFF -> TiffFigure.of(drawing);
            case PGFPLOTS -> TexFigure.of(drawing);
            case MATPLOTLIB -> PythonFigure.of(drawing);
            case PDF -> PdfFigure.of(drawing);
            case PNG -> PngFigure.of(drawing);
            case JSON ->
                RecordFiles.write(FigureDocument.of(
                                drawing.spec(),
                                drawing.style(),
                                drawing.origin().configSha256()))
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static Path save(byte[] content, Path folder, String baseName, FigureFormat format) {
        Path file = folder.resolve(baseName + "." + format.extension());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
        AtomicFile.write(file, path -> Files.write(path, content));
        return file;
    }
}
