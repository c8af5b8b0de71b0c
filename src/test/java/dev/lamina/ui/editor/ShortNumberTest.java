package dev.lamina.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShortNumberTest {
    @Test
    void countsHaveThreeDigits() {
        assertEquals("0", ShortNumber.short3(0));
        assertEquals("999", ShortNumber.short3(999));
        assertEquals("1.00 K", ShortNumber.short3(1000));
        assertEquals("61.7 K", ShortNumber.short3(61_706));
        assertEquals("1.00 M", ShortNumber.short3(999_900));
        assertEquals("9.22 E", ShortNumber.short3(Long.MAX_VALUE));
    }

    @Test
    void bytesGoByPowersOf1024() {
        assertEquals("512 B", ShortNumber.bytes(512));
        assertEquals("1.00 KiB", ShortNumber.bytes(1024));
        assertEquals("201 MiB", ShortNumber.bytes(201L << 20));
    }
}
