package dev.lamina.archive;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The letters that names of files can have on this machine: all of Unicode, or fewer under a locale such as C. */
final class PathLetters {
    private PathLetters() {}

    /** The name with '-' for every run of letters that the encoding does not know. */
    static String known(String name, Charset encoding) {
        var encoder = encoding.newEncoder();
        if (encoder.canEncode(name)) {
            return name;
        }
        StringBuilder known = new StringBuilder();
        name.codePoints().forEach(letter -> {
            String text = Character.toString(letter);
            known.append(encoder.canEncode(text) ? text : "-");
        });
        return known.toString().replaceAll("-{2,}", "-");
    }

    /** Of the names of files. */
    static Charset encoding() {
        String name = System.getProperty("sun.jnu.encoding", "UTF-8");
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }
}
