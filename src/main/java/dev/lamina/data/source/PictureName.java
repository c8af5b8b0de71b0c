package dev.lamina.data.source;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What a file's name says about it. */
final class PictureName {
    private static final Set<String> READ =
            Set.of(".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".dib", ".gif", ".tif", ".tiff", ".wbmp");

    private static final Set<String> OTHER_PICTURES = Set.of(
            ".webp", ".heic", ".heif", ".avif", ".jp2", ".j2k", ".jpx", ".jxl", ".psd", ".svg", ".svgz", ".ico", ".tga",
            ".pcx", ".ppm", ".pgm", ".pbm", ".pnm", ".pam", ".exr", ".hdr", ".dcm", ".nii", ".raw", ".cr2", ".cr3",
            ".nef", ".arw", ".dng", ".orf", ".rw2", ".eps", ".pdf", ".npy", ".mpo", ".apng", ".fits", ".xcf");

    /** What systems leave in folders without being asked. */
    private static final Set<String> LITTER =
            Set.of("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "@eadir", "icon\r", "lost+found");

    private PictureName() {}

    /** The last part of a path, composed (NFC): file systems differ in how they store "é". */
    static String of(Path file) {
        return Normalizer.normalize(String.valueOf(file.getFileName()), Normalizer.Form.NFC);
    }

    /** With its dot and in lower case, empty without one. */
    static String ending(Path file) {
        String name = of(file).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot);
    }

    static boolean isRead(Path file) {
        return READ.contains(ending(file));
    }

    static boolean isOtherPicture(String ending) {
        return OTHER_PICTURES.contains(ending);
    }

    /** Files and folders that nobody means. */
    static boolean isHidden(Path file) {
        String name = of(file);
        return name.startsWith(".") || LITTER.contains(name.toLowerCase(Locale.ROOT));
    }
}
