package dev.lamina.data.picture;

import java.io.IOException;

/** Why a picture cannot be read; the message is what is wrong and, after a semicolon, the remedy. */
public final class PictureFault extends IOException {
    private static final long serialVersionUID = 1;

    private PictureFault(String message) {
        super(message);
    }

    static PictureFault of(String what, String remedy) {
        return new PictureFault(what + "; " + remedy);
    }

    /** For bytes that are no picture, or no whole one. */
    static PictureFault damaged(String reason) {
        return of("cannot be read as a picture (" + reason + ")", "replace or remove it");
    }

    /** For a picture that is whole, of a kind that is not read. */
    static PictureFault foreign(String kind) {
        return of("cannot be read as a picture (" + kind + ")", "convert it to PNG or JPEG, or remove it");
    }
}
