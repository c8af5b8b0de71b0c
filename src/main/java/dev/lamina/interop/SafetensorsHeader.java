package dev.lamina.interop;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON header of a safetensors file: its tensors in the order of their values, without gaps or overlaps. */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final String TYPE = "F32";
    private static final int ALIGNMENT = 8;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A tensor and the bytes [begin, end) of its values, counted from the end of the header. */
    record Entry(String name, Shape shape, long begin, long end) {}

    SafetensorsHeader {
        entries = List.copyOf(entries);
    }

    static SafetensorsHeader of(TensorFile content) {
        List<Entry> entries = new ArrayList<>();
        long begin = 0;
        for (var tensor : content.tensors().entrySet()) {
            Shape shape = tensor.getValue().shape();
            long end = begin + shape.size() * Float.BYTES;
            entries.add(new Entry(tensor.getKey(), shape, begin, end));
            begin = end;
        }
        return new SafetensorsHeader(entries, content.metadata());
    }

    /** The number of bytes that all values take. */
    long dataBytes() {
        return entries.isEmpty() ? 0 : entries.getLast().end();
    }

    byte[] toJson() {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            metadata.forEach(root.putObject(METADATA)::put);
        }
        for (Entry entry : entries) {
            ObjectNode tensor = root.putObject(entry.name()).put("dtype", TYPE);
            ArrayNode shape = tensor.putArray("shape");
            entry.shape().axes().forEach(shape::add);
            tensor.putArray("data_offsets").add(entry.begin()).add(entry.end());
        }
        byte[] json = JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, Math.ceilDiv(json.length, ALIGNMENT) * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    /** @throws BadInputException naming the file and the tensor that is wrong */
    static SafetensorsHeader parse(Path file, String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new BadInputException(Message.of("interop.noJson").at(file), e);
        }
        if (!root.isObject()) {
            throw new BadInputException(Message.of("interop.noObject").at(file));
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : root.properties()) {
            if (property.getKey().equals(METADATA)) {
                property.getValue()
                        .properties()
                        .forEach(p -> metadata.put(p.getKey(), p.getValue().asString("")));
            } else {
                entries.add(entry(file, property.getKey(), property.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        requireNoGaps(file, entries);
        return new SafetensorsHeader(entries, metadata);
    }

    private static Entry entry(Path file, String name, JsonNode node) {
        String type = node.path("dtype").asString("");
        if (!type.equals(TYPE)) {
            throw new BadInputException(
                    Message.of("interop.otherType", name, type.isEmpty() ? Message.of("interop.noType") : type, TYPE)
                            .at(file));
        }
        JsonNode shapeNode = node.path("shape");
        JsonNode offsets = node.path("data_offsets");
        if (!shapeNode.isArray() || !offsets.isArray() || offsets.size() != 2 || !longs(offsets) || !longs(shapeNode)) {
            throw new BadInputException(Message.of("interop.lacksShape", name).at(file));
        }
        int[] axes = new int[shapeNode.size()];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = shapeNode.get(i).canConvertToInt() ? shapeNode.get(i).intValue() : 0;
            if (axes[i] < 1) {
                throw new BadInputException(
                        Message.of("interop.axisLength", name, shapeNode.get(i)).at(file));
            }
        }
        Entry entry = new Entry(
                name, Shape.of(axes), offsets.get(0).longValue(), offsets.get(1).longValue());
        if (entry.begin() < 0 || entry.end() - entry.begin() != bytes(entry.shape())) {
            throw new BadInputException(
                    Message.of("interop.otherBytes", name, entry.begin(), entry.end(), entry.shape())
                            .at(file));
        }
        return entry;
    }

    /** The bytes that a tensor of this shape takes, −1 for one that no array holds. */
    private static long bytes(Shape shape) {
        try {
            return Math.multiplyExact((long) Math.toIntExact(shape.size()), (long) Float.BYTES);
        } catch (ArithmeticException _) {
            return -1;
        }
    }

    private static boolean longs(JsonNode array) {
        return array.valueStream().allMatch(n -> n.isIntegralNumber() && n.canConvertToLong());
    }

    private static void requireNoGaps(Path file, List<Entry> entries) {
        long end = 0;
        for (Entry entry : entries) {
            if (entry.begin() != end) {
                throw new BadInputException(
                        Message.of(entry.begin() < end ? "interop.overlap" : "interop.gap", entry.name())
                                .at(file));
            }
            end = entry.end();
        }
    }
}
