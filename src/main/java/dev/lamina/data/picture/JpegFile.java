package dev.lamina.data.picture;

import dev.lamina.message.Message;
import java.io.ByteArrayOutputStream;

/**
 * A JPEG file's segments (ITU-T T.81, annex B). Profiles, thumbnails and comments are left out, and one marker of
 * Adobe's says what the components are, by the rules of libjpeg that every viewer follows:
 *   3 components: after a JFIF marker YCbCr; else as an Adobe marker says; else RGB if they are named R, G, B, or YCbCr
 *   4 components: CMYK, unless an Adobe marker says YCCK; inverted either way
 * The JDK's reader guesses otherwise where both markers are missing, and converts by profiles.
 */
final class JpegFile {
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int JFIF = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;
    private static final int COMMENT = 0xfe;

    private final byte[] file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int at = 2;
    private boolean jfif;
    private int adobeTransform = -1;
    private int frame = -1;
    private boolean scanned;
    private Orientation orientation = Orientation.TOP_LEFT;

    private JpegFile(byte[] file) {
        this.file = file;
    }

    static boolean begins(byte[] file) {
        return Bytes.startsWith(file, 0, "\u00ff\u00d8\u00ff");
    }

    /** @throws PictureFault if the file ends before its end marker, or holds no frame */
    static EncodedPicture bare(byte[] file) throws PictureFault {
        return new JpegFile(file).bare();
    }

    private EncodedPicture bare() throws PictureFault {
        for (int marker = nextMarker(); marker != END_OF_IMAGE; marker = nextMarker()) {
            take(marker);
        }
        if (frame < 0 || !scanned) {
            throw PictureFault.damaged(Message.of("data.noFrame"));
        }
        ByteArrayOutputStream bare = new ByteArrayOutputStream(kept.size() + 20);
        bare.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) ADOBE, 0, 14});
        bare.writeBytes(new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform()});
        bare.writeBytes(kept.toByteArray());
        bare.writeBytes(new byte[] {(byte) 0xff, (byte) END_OF_IMAGE});
        return new EncodedPicture(bare.toByteArray(), orientation, inks());
    }

    private int nextMarker() throws PictureFault {
        while (at + 1 < file.length) {
            int next = Bytes.unsigned(file, at + 1);
            if (Bytes.unsigned(file, at) != 0xff || next == 0xff || standsAlone(next)) {
                at++;
            } else {
                at += 2;
                return next;
            }
        }
        throw endsEarly();
    }

    /** Whether the byte after 0xff begins no segment: data, a restart, or TEM. */
    private static boolean standsAlone(int marker) {
        return marker <= 1 || (marker >= 0xd0 && marker <= 0xd8);
    }

    private void take(int marker) throws PictureFault {
        int end = at + 1 < file.length ? at + Bytes.unsigned16(file, at) : Integer.MAX_VALUE;
        if (end > file.length || end < at + 2) {
            throw endsEarly();
        }
        if (marker == JFIF) {
            jfif |= Bytes.startsWith(file, at + 2, "JFIF\0");
        } else if (marker == EXIF && Bytes.startsWith(file, at + 2, "Exif\0\0")) {
            orientation = Exif.orientation(file, at + 8, end);
        } else if (marker == ADOBE && Bytes.startsWith(file, at + 2, "Adobe") && end >= at + 14) {
            adobeTransform = Bytes.unsigned(file, at + 13);
        }
        if (isFrame(marker)) {
            frame = at;
        }
        int from = at - 2;
        at = end;
        if (marker == START_OF_SCAN) {
            scanned = true;
            skipScan();
        }
        if (marker < JFIF || marker > COMMENT) {
            kept.write(file, from, at - from);
        }
    }

    /** Frames are 0xc0 to 0xcf without tables of Huffman (4) and arithmetic codes (12) and a reserved one (8). */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void skipScan() throws PictureFault {
        while (at + 1 < file.length) {
            if (Bytes.unsigned(file, at) == 0xff && !standsAlone(Bytes.unsigned(file, at + 1))) {
                return;
            }
            at++;
        }
        throw endsEarly();
    }

    private int components() {
        return frame + 7 < file.length ? Bytes.unsigned(file, frame + 7) : 0;
    }

    private Inks inks() {
        return components() != 4 ? Inks.NONE : adobeTransform == 2 ? Inks.INVERTED_YCC : Inks.INVERTED;
    }

    private int transform() {
        if (components() != 3) {
            return inks() == Inks.INVERTED_YCC ? 2 : 0;
        }
        if (jfif || adobeTransform > 0) {
            return 1;
        }
        boolean named = frame + 14 < file.length
                && file[frame + 8] == 'R'
                && file[frame + 11] == 'G'
                && file[frame + 14] == 'B';
        return adobeTransform == 0 || named ? 0 : 1;
    }

    private PictureFault endsEarly() {
        return PictureFault.damaged(Message.of("data.cutJpeg", file.length));
    }
}
