package dev.lamina.backend;

/** The device in words for the run record: its name, driver or library with version, and memory (−1 if unknown). */
public record DeviceDescription(String name, String driver, long memoryBytes) {}
