package dev.lamina.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void countsHaveThreeDigits() {
        assertEquals("0", Quantity.short3(0));
        assertEquals("999", Quantity.short3(999));
        assertEquals("1.00 K", Quantity.short3(1000));
        assertEquals("61.7 K", Quantity.short3(61_706));
        assertEquals("1.00 M", Quantity.short3(999_900));
        assertEquals("9.22 E", Quantity.short3(Long.MAX_VALUE));
    }

    @Test
    void bytesGoByPowersOf1024() {
        assertEquals("512 B", Quantity.bytes(512));
        assertEquals("1.00 KiB", Quantity.bytes(1024));
        assertEquals("201 MiB", Quantity.bytes(201L << 20));
    }
}
