package dev.lamina.figure.text;

import java.awt.Font;

/**
 * One font file, as Java draws it and as a PDF embeds it.
 *
 * @param font at size 1
 * @param location the file's name or path; in a collection followed by a comma and the face's index
 * @param content the file's bytes; empty when they are to be read from the location
 */
public record FontFace(Font font, String location, byte[] content) {
    /** Whether the face has a glyph for the character. */
    public boolean shows(int codePoint) {
        return font.canDisplay(codePoint);
    }
}
