package dev.lamina.reproduce;

import dev.lamina.data.DataLocation;
import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.setting.EditDistance;
import dev.lamina.tensor.BadInputException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every reproduction by name: what {@link Reproduction} permits, in its order. */
public final class ReproductionCatalog {
    private ReproductionCatalog() {}

    /**
     * What can be reproduced.
     *
     * @param summary one line
     */
    public record Entry(String name, Message summary) {}

    /** All of them. */
    public static final List<Entry> ENTRIES = Arrays.stream(Reproduction.class.getPermittedSubclasses())
            .map(type -> of(type).name())
            .map(name -> new Entry(name, Message.of("reproduce.summary." + name)))
            .toList();

    private static InCatalog of(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(InCatalog.class), type::getName);
    }

    /** @throws BadInputException for a name or an option that it does not have, and for data that is missing */
    public static Reproduction create(String name, ReproductionOptions options, DataLocation where) {
        Class<?> type = Arrays.stream(Reproduction.class.getPermittedSubclasses())
                .filter(permitted -> of(permitted).name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        InCatalog usual = of(type);
        if (usual.network().isEmpty()) {
            refuse(name, "--network", options.network());
        }
        if (usual.images() == 0) {
            refuse(name, "--images", options.images());
        }
        return made(
                type,
                new ReproductionChoice(
                        Objects.requireNonNullElse(options.network(), usual.network()),
                        options.images() == null ? usual.images() : PaperConfigs.images(options.images()),
                        where));
    }

    private static Reproduction made(Class<?> type, ReproductionChoice choice) {
        try {
            return (Reproduction)
                    type.getDeclaredMethod("of", ReproductionChoice.class).invoke(null, choice);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof BadInputException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refuse(String name, String option, @Nullable Object value) {
        if (value != null) {
            throw new BadInputException(Message.of("reproduce.noChoice", name).at(option + " " + value));
        }
    }

    private static BadInputException unknown(String name) {
        String nearest = ENTRIES.stream()
                .map(Entry::name)
                .min(Comparator.comparingInt(known -> EditDistance.between(known, name)))
                .orElseThrow();
        List<String> known = ENTRIES.stream().map(Entry::name).toList();
        return new BadInputException(
                Message.of("reproduce.unknown", nearest, known).at(Excerpt.of(name)));
    }
}
