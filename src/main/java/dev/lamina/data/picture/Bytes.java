package dev.lamina.data.picture;

import java.nio.charset.StandardCharsets;

/** Numbers and texts in a file's bytes, big-endian. */
final class Bytes {
    private Bytes() {}

    /** Whether the Latin-1 text stands there; false where the bytes end before. */
    static boolean startsWith(byte[] bytes, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        if (at < 0 || at + wanted.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static int unsigned(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }

    static int unsigned16(byte[] bytes, int at) {
        return unsigned(bytes, at) << 8 | unsigned(bytes, at + 1);
    }

    static int signed32(byte[] bytes, int at) {
        return unsigned16(bytes, at) << 16 | unsigned16(bytes, at + 2);
    }
}
