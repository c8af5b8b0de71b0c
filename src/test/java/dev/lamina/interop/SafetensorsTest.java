package dev.lamina.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    private static TensorFile sample() {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put("z.weight", new HostTensor(Shape.of(2, 3), new float[] {1, -2, 3, 0.1f, Float.MIN_VALUE, -0f}));
        tensors.put("a.bias", new HostTensor(Shape.of(2), new float[] {Float.NaN, Float.NEGATIVE_INFINITY}));
        tensors.put("scalar", HostTensor.scalar(7));
        return new TensorFile(tensors, Map.of("format", "pt"));
    }

    @Test
    void whatWasWrittenComesBackBitForBitInItsOrder() {
        Path file = folder.resolve("w.safetensors");
        Safetensors.write(file, sample());
        TensorFile read = Safetensors.read(file);
        assertEquals(
                List.of("z.weight", "a.bias", "scalar"),
                List.copyOf(read.tensors().keySet()));
        assertEquals(Map.of("format", "pt"), read.metadata());
        sample().tensors().forEach((name, tensor) -> {
            HostTensor other = read.tensors().get(name);
            assertEquals(tensor.shape(), other.shape());
            assertArrayEquals(tensor.values(), other.values());
        });
    }

    @Test
    void tensorsLargerThanOneChunkComeBack() {
        float[] values = new float[(1 << 18) + 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.25f;
        }
        Path file = folder.resolve("large.safetensors");
        Safetensors.write(file, new TensorFile(Map.of("x", new HostTensor(Shape.of(values.length), values)), Map.of()));
        assertArrayEquals(values, Safetensors.read(file).tensors().get("x").values());
    }

    /** The layout of the specification, byte by byte, with values that another program would write. */
    @Test
    void theLayoutIsThatOfTheSpecification() throws IOException {
        String header = "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        Path file = folder.resolve("x.safetensors");
        Safetensors.write(file, new TensorFile(Map.of("x", new HostTensor(Shape.of(2), new float[] {1, 2})), Map.of()));
        int padding = (8 - header.length() % 8) % 8;
        assertArrayEquals(bytes(header + " ".repeat(padding), 1, 2), Files.readAllBytes(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"x":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}                                                            | cut off
        {"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}                                                             | 4 bytes after the last tensor
        {"x":{"dtype":"F16","shape":[4],"data_offsets":[0,8]}}                                                             | tensor 'x' has type F16
        {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}        | tensor 'y' overlaps
        {"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}                                                             | tensor 'x' leaves a gap
        {"x":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                                                             | its shape 3 needs another number
        {"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                                                            | axis length -2
        {"x":{"dtype":"F32","shape":[65536,65536,65536,65536],"data_offsets":[0,8]}}                                       | needs another number
        {"x":{"dtype":"F32","shape":[2],"data_offsets":[0]}}                                                               | lacks a shape or data_offsets
        {"x":7}                                                                                                            | type missing
        [1,2]                                                                                                              | no JSON object
        {"x":                                                                                                              | not JSON
        """)
    void unsoundHeadersAreRefusedInOneLine(String header, String expected) throws IOException {
        Path file = folder.resolve("bad.safetensors");
        Files.write(file, bytes(header, 1, 2));
        String message = assertThrows(BadInputException.class, () -> Safetensors.read(file))
                .getMessage();
        assertTrue(message.startsWith(file + ": ") && message.contains(expected), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void filesThatEndEarlyAreRefusedWhereverTheyEnd() throws IOException {
        Path whole = folder.resolve("whole.safetensors");
        Safetensors.write(whole, sample());
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.safetensors");
        for (int length : new int[] {0, 7, 8, 40, bytes.length - 1}) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThrows(BadInputException.class, () -> Safetensors.read(cut), "cut at " + length);
        }
    }

    @Test
    void absurdHeaderLengthsAndMissingFilesAreRefused() throws IOException {
        Path file = folder.resolve("bad.safetensors");
        Files.write(file, ByteBuffer.allocate(16).putLong(-1).array());
        assertThrows(BadInputException.class, () -> Safetensors.read(file));
        String message = assertThrows(BadInputException.class, () -> Safetensors.read(folder.resolve("none")))
                .getMessage();
        assertTrue(message.contains("none"), message);
    }

    @Test
    void aFolderThatIsNotThereLeavesNothingBehind() {
        Path file = folder.resolve("missing").resolve("w.safetensors");
        String message = assertThrows(BadInputException.class, () -> Safetensors.write(file, sample()))
                .getMessage();
        assertTrue(message.startsWith(file + ": cannot be written (its folder does not exist)"), message);
    }

    private static byte[] bytes(String header, float... values) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer =
                ByteBuffer.allocate(8 + text.length + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(text.length).put(text);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }
}
