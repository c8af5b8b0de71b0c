package dev.lamina.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Language;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.block.Block;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.Layer;
import dev.lamina.setting.Origin;
import dev.lamina.setting.RecordModel;
import dev.lamina.setting.Setting;
import dev.lamina.setting.SettingValues;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every type and every setting that a person can meet has its words in both languages, so that no new one is forgotten. */
class VocabularyTest {
    private final Set<String> types = new TreeSet<>();
    private final Set<String> constants = new TreeSet<>();
    private final Set<String> units = new TreeSet<>();
    private final Set<RecordComponent> settings = new LinkedHashSet<>();
    private final Set<Class<?>> seen = new LinkedHashSet<>();

    VocabularyTest() {
        Stream.of(ExperimentConfig.class, Layer.class, Block.class, Activation.class, Head.class)
                .forEach(this::collect);
    }

    private void collect(Class<?> type) {
        if (!seen.add(type)) {
            return;
        }
        if (type.isSealed()) {
            RecordModel.subtypes(type).forEach((id, subtype) -> {
                types.add(id);
                collect(subtype.type());
            });
        } else if (type.isEnum()) {
            constants.addAll(RecordModel.constants(type));
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                Setting setting = component.getAnnotation(Setting.class);
                if (setting != null) {
                    settings.add(component);
                    units.add(setting.unit());
                }
                Type generic = component.getGenericType();
                Class<?> raw = component.getType();
                collect(raw == List.class ? RecordModel.raw(RecordModel.element(generic)) : raw);
            }
        }
    }

    @Test
    void everyTypeSettingAndConstantIsNamedInBothLanguages() throws IOException {
        for (String file : List.of("vocabulary", "vocabulary_zh")) {
            Properties texts = read(file);
            List<String> missing = new ArrayList<>();
            types.stream()
                    .map(id -> "type." + id)
                    .filter(k -> !texts.containsKey(k))
                    .forEach(missing::add);
            constants.stream()
                    .map(id -> "constant." + id)
                    .filter(k -> !texts.containsKey(k))
                    .forEach(missing::add);
            chosen().map(type -> "about." + type.getSimpleName())
                    .filter(k -> !texts.containsKey(k))
                    .forEach(missing::add);
            settings.stream()
                    .filter(c -> !has(texts, "setting.", c))
                    .map(c -> key("setting.", c))
                    .forEach(missing::add);
            assertEquals(List.of(), missing, file);
        }
        assertTrue(settings.size() > 100, settings.size() + " settings");
        assertTrue(types.size() > 80, types.size() + " types");
    }

    /** The records of the sealed interfaces: what a person chooses. */
    private Stream<Class<?>> chosen() {
        return seen.stream().filter(type -> type.isRecord() && type.isAnnotationPresent(JsonTypeName.class));
    }

    /** A formula is read in every language. */
    @Test
    void formulasAreOfSymbolsAlone() {
        Pattern word = Pattern.compile("\\p{Ll}{5,}");
        List<String> formulas = Stream.concat(
                        Tags.ALL.stream().map(Tag::formula),
                        chosen().filter(type -> type.isAnnotationPresent(Origin.class))
                                .map(type -> type.getAnnotation(Origin.class).formula()))
                .map(formula -> formula.replaceAll("argmax|Bernoulli|depth", ""))
                .toList();
        assertEquals(
                List.of(),
                formulas.stream()
                        .filter(formula -> word.matcher(formula).find())
                        .toList());
    }

    @Test
    void everyQuantityHasATitleASentenceAndAFormula() {
        for (Tag tag : Tags.ALL) {
            for (Language language : Language.values()) {
                assertFalse(tag.title().text(language).startsWith("metric."), tag.id() + " has no title");
                assertFalse(tag.meaning().text(language).startsWith("metric."), tag.id() + " has no meaning");
            }
            assertFalse(tag.formula().isEmpty(), tag.id() + " has no formula");
        }
    }

    @Test
    void whatEverySettingDoesIsToldInChineseToo() throws IOException {
        Properties texts = read("vocabulary_zh");
        List<String> missing = new ArrayList<>();
        settings.stream()
                .filter(c -> !has(texts, "meaning.", c))
                .map(c -> key("meaning.", c) + "="
                        + c.getAnnotation(Setting.class).meaning())
                .forEach(missing::add);
        units.stream()
                .filter(unit -> !unit.isEmpty())
                .map(unit -> "unit." + unit)
                .filter(key -> !texts.containsKey(key))
                .forEach(missing::add);
        assertEquals(List.of(), missing);
    }

    /** Values of every wrong kind: each setting refuses some of them. */
    @Test
    void everyFaultOfASettingIsToldInChinese() {
        Set<String> unknown = new TreeSet<>();
        int refused = 0;
        for (RecordComponent component : settings) {
            for (String json : List.of("-1e30", "1e30", "-7", "0.5", "true", "nonsense", "")) {
                try {
                    SettingValues.read(component, json);
                } catch (BadInputException e) {
                    refused++;
                    String said = e.problem().text(Language.CHINESE);
                    if (said.codePoints().noneMatch(Character::isIdeographic)) {
                        unknown.add(component.getDeclaringRecord().getSimpleName() + "." + component.getName() + ": "
                                + said);
                    }
                }
            }
        }
        assertTrue(refused > 400, refused + " values refused");
        assertEquals(Set.of(), unknown);
    }

    @Test
    void noTextIsLeftOfWhatIsGone() throws IOException {
        Set<String> known = new TreeSet<>();
        types.forEach(id -> known.add("type." + id));
        constants.forEach(id -> known.add("constant." + id));
        units.forEach(unit -> known.add("unit." + unit));
        for (RecordComponent c : settings) {
            known.addAll(List.of("setting." + c.getName(), "meaning." + c.getName()));
            known.addAll(List.of(key("setting.", c), key("meaning.", c)));
        }
        known.addAll(List.of("type.input", "type.activation"));
        chosen().forEach(type -> known.add("about." + type.getSimpleName()));
        for (String file : List.of("vocabulary", "vocabulary_zh")) {
            Set<String> there = new TreeSet<>(read(file).stringPropertyNames());
            there.removeIf(key -> key.startsWith("form.") || known.contains(key));
            assertEquals(Set.of(), there, file);
        }
    }

    @Test
    void epochAndLearningRateKeepTheirEnglishBesideTheChinese() throws IOException {
        Properties chinese = read("vocabulary_zh");
        for (String key : chinese.stringPropertyNames()) {
            String text = chinese.getProperty(key);
            assertTrue(!text.contains("学习率") || text.contains("learning rate"), key);
            assertTrue(!text.contains("轮") || text.contains("epoch"), key);
        }
    }

    @Test
    void aSettingGoesByItsNameInItsRecord() {
        Vocabulary words = new Vocabulary(Texts.in(Language.CHINESE));
        for (RecordComponent component : settings) {
            assertTrue(!words.setting(component).isEmpty()
                    && !words.meaning(component).isEmpty());
        }
    }

    private static boolean has(Properties texts, String prefix, RecordComponent c) {
        return texts.containsKey(key(prefix, c)) || texts.containsKey(prefix + c.getName());
    }

    private static String key(String prefix, RecordComponent c) {
        return prefix + RecordModel.name(c.getDeclaringRecord()) + "." + c.getName();
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        String file = "/dev/lamina/ui/form/" + name + ".properties";
        try (var in = Objects.requireNonNull(VocabularyTest.class.getResourceAsStream(file))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    /** Prints everything, for whoever translates. */
    void print() {
        types.forEach(id -> System.out.println("type." + id));
        constants.forEach(id -> System.out.println("constant." + id));
        units.forEach(id -> System.out.println("unit." + id));
        settings.forEach(c -> System.out.println(
                key("meaning.", c) + "=" + c.getAnnotation(Setting.class).meaning()));
    }
}
