package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.data.Augmentation;
import dev.lamina.data.HorizontalFlip;
import dev.lamina.data.PadCrop;
import dev.lamina.data.Remainder;
import dev.lamina.data.ValidationSplit;
import dev.lamina.setting.RecordModel;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class DataSourceTest {
    private final JsonMapper mapper = new JsonMapper();

    static List<DataSource> examples() {
        return List.of(
                new Shapes(100, 20, 3, 0.25, 9),
                new Cifar10(1_000, null),
                new Cifar100(Cifar100.Labels.COARSE, null, 5),
                new Mnist(null, null),
                new FashionMnist(7, 8),
                new Svhn(1, 2),
                new ImageFolder("pictures", 64, 0.25),
                new Moons(10, 20, 0.5, 0.1, -4),
                new Spirals(10, 20, 5, 0.5, 0, 4),
                new Rings(10, 20, 3, 0.5, 0.2, 4),
                new Blobs(10, 20, 3, 0.5, 0.2, 4),
                new Xor(10, 20, 0.5, 0.2, 4),
                new AboveCurve("x^2", 10, 20, 0.5, 0.2, 4),
                new OwnPoints(List.of(new OwnPoint(0.5, -0.25, 1)), "points.csv", 0.2, 0.1, 0, 4));
    }

    @Test
    void everyDataSetIsAmongTheExamplesAndHasItsCard() {
        assertEquals(
                RecordModel.subtypes(DataSource.class).values().stream()
                        .map(RecordModel.Subtype::type)
                        .collect(Collectors.toSet()),
                examples().stream().map(Object::getClass).collect(Collectors.toSet()));
        assertEquals(
                new HashSet<>(DataSource.CARDS),
                examples().stream().map(DataSource::card).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCardsIdIsTheTypeInAConfiguration(DataSource source) {
        assertEquals(
                source.getClass().getAnnotation(JsonTypeName.class).value(),
                source.card().id());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writingAndReadingJsonGivesTheSameSource(DataSource source) {
        String json = mapper.writeValueAsString(source);
        assertTrue(json.contains("\"type\":\"" + source.card().id() + "\""), json);
        assertEquals(source, mapper.readValue(json, DataSource.class));
    }

    @ParameterizedTest
    @MethodSource("augmentations")
    void writingAndReadingJsonGivesTheSameAugmentation(Augmentation augmentation) {
        assertEquals(augmentation, mapper.readValue(mapper.writeValueAsString(augmentation), Augmentation.class));
    }

    static Stream<Augmentation> augmentations() {
        return Stream.of(new PadCrop(3), new HorizontalFlip());
    }

    @Test
    void writingAndReadingJsonGivesTheSameSettings() {
        ValidationSplit split = ValidationSplit.ofFraction(0.125);
        assertEquals(split, mapper.readValue(mapper.writeValueAsString(split), ValidationSplit.class));
        assertEquals("\"drop\"", mapper.writeValueAsString(Remainder.DROP));
    }

    @Test
    void everyCardStatesTermsCitationAndChecksums() {
        for (DataCard card : DataSource.CARDS) {
            assertTrue(Stream.of(card.title(), card.description(), card.license(), card.citation())
                    .noneMatch(text -> text.toString().isBlank()));
            card.published()
                    .ifPresent(published -> published.downloads().forEach(file -> {
                        assertTrue(file.sha256().matches("[0-9a-f]{64}"), file.name());
                        assertTrue(file.sizeBytes() > 0 && file.uri().isAbsolute(), file.name());
                    }));
        }
    }
}
