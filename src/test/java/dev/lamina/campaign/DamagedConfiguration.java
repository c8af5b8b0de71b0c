package dev.lamina.campaign;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Files that began as configurations: keys, values, structure and bytes are damaged, a few of them at a time. */
final class DamagedConfiguration {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Writes what is nested deeper than it may be read. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(5000)
                            .build())
                    .build())
            .build();

    /** Stands for one of the odd values, since no tree can hold 1e400. */
    private static final Pattern ODD = Pattern.compile("\"@(\\d+)@\"");

    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "-0.0",
            "1",
            "-1",
            "1.5",
            "1e308",
            "1e400",
            "-1e400",
            "1e-400",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "1e18",
            "NaN",
            "Infinity",
            "01",
            "0x10",
            "\"\"",
            "\"x\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"é漢😀\"",
            "\"a\\nb\"",
            "\"../..\"",
            "\"relu\"",
            "\"softmax\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[1, \"a\"]",
            "{\"type\": \"relu\"}",
            "{\"type\": [\"relu\"]}",
            "{\"type\": null}",
            "{\"a\": {\"a\": {\"a\": 1}}}");

    private static final List<String> ODD_KEYS = List.of(
            "", "type", "name", "$schema", "sweep", "a.b", "\u0000", "\ud83d", "é漢😀", "epochs ", "0", "graph",
            "preset");

    private static final List<String> ODD_TEXTS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "//",
            "/* */",
            "#",
            "\u0000",
            "\u001b[31m",
            "\ufeff",
            "\r\n",
            "'",
            "NaN",
            "-",
            "1e",
            "\\u12",
            "\u2028",
            "é");

    private final RandomGenerator random;

    DamagedConfiguration(RandomGenerator random) {
        this.random = random;
    }

    byte[] of(ObjectNode whole) {
        ObjectNode config = whole.deepCopy();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && random.nextInt(5) > 0; i++) {
            change(config);
        }
        bound(config);
        String text = raw(JSON.writeValueAsString(config));
        return random.nextInt(4) == 0 ? bytes(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text with what stands for odd values put in. */
    private static String raw(String text) {
        return ODD.matcher(text)
                .replaceAll(odd -> Matcher.quoteReplacement(ODD_VALUES.get(Integer.parseInt(odd.group(1)))));
    }

    private void change(ObjectNode config) {
        List<JsonNode> holders = new ArrayList<>();
        collect(config, holders);
        JsonNode holder = holders.get(random.nextInt(holders.size()));
        if (holder instanceof ObjectNode object) {
            change(object, holders);
        } else if (holder instanceof ArrayNode list) {
            change(list, holders);
        }
    }

    private void change(ObjectNode object, List<JsonNode> holders) {
        List<String> keys = List.copyOf(object.propertyNames());
        String key = keys.isEmpty() ? "key" : keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(7)) {
            case 0 -> object.remove(key);
            case 1 -> object.set(misspelled(key), keys.isEmpty() ? NODES.nullNode() : object.remove(key));
            case 2 -> object.set(ODD_KEYS.get(random.nextInt(ODD_KEYS.size())), odd());
            case 3 ->
                object.set(key, holders.get(random.nextInt(holders.size())).deepCopy());
            case 4 -> object.set(key, deep(object.path(key)));
            case 5 -> object.set(key, NODES.stringNode("x".repeat(1 + random.nextInt(5000))));
            default -> object.set(key, odd());
        }
    }

    private void change(ArrayNode list, List<JsonNode> holders) {
        switch (random.nextInt(5)) {
            case 0 -> list.removeAll();
            case 1 -> list.add(odd());
            case 2 -> list.add(holders.get(random.nextInt(holders.size())).deepCopy());
            case 3 -> {
                List<JsonNode> entries = new ArrayList<>(list.values());
                for (int i = 0; i < 200; i++) {
                    entries.forEach(entry -> list.add(entry.deepCopy()));
                    if (list.size() > 400) {
                        break;
                    }
                }
            }
            default -> {
                if (!list.isEmpty()) {
                    list.set(random.nextInt(list.size()), odd());
                }
            }
        }
    }

    private JsonNode odd() {
        return NODES.stringNode("@" + random.nextInt(ODD_VALUES.size()) + "@");
    }

    private JsonNode deep(JsonNode value) {
        JsonNode deep = value.isMissingNode() ? NODES.nullNode() : value;
        for (int i = random.nextInt(300); i > 0; i--) {
            deep = random.nextBoolean()
                    ? NODES.arrayNode().add(deep)
                    : NODES.objectNode().set("type", deep);
        }
        return deep;
    }

    private String misspelled(String key) {
        if (key.isEmpty()) {
            return "k";
        }
        int at = random.nextInt(key.length());
        return switch (random.nextInt(4)) {
            case 0 -> key.substring(0, at) + key.substring(at + 1);
            case 1 -> key.substring(0, at) + "x" + key.substring(at);
            case 2 -> key.toUpperCase(Locale.ROOT);
            default -> key.repeat(1 + random.nextInt(500));
        };
    }

    private byte[] bytes(String whole) {
        StringBuilder text = new StringBuilder(whole);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
                case 1 -> text.setLength(at);
                default -> text.insert(at, ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size())));
            }
        }
        Charset charset = random.nextInt(10) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        byte[] bytes = text.toString().getBytes(charset);
        for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        if (random.nextInt(20) > 0) {
            return bytes;
        }
        byte[] noise = new byte[2000];
        random.nextBytes(noise);
        var both = new ByteArrayOutputStream();
        both.writeBytes(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        both.writeBytes(noise);
        return both.toByteArray();
    }

    /** Many images or runs take long to prepare, as they should: that is no fault to look for. */
    static void bound(JsonNode node) {
        List<JsonNode> holders = new ArrayList<>();
        collect(node, holders);
        for (JsonNode holder : holders) {
            if (holder instanceof ObjectNode object) {
                for (String key : List.of("trainCount", "testCount", "images")) {
                    if (object.path(key).isIntegralNumber() && object.path(key).asDouble() > 200) {
                        object.put(key, 200);
                    }
                }
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainer()) {
            holders.add(node);
            node.values().forEach(child -> collect(child, holders));
        }
    }
}
