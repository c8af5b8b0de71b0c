package dev.lamina.bench;

import dev.lamina.backend.Precision;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Precisions that this machine cannot train in. They are left out for every contestant: a peer would compute them by code
 * that nobody is to wait for.
 *
 * @param reasons by precision
 */
record LeftOut(Map<Precision, Message> reasons) {
    LeftOut {
        reasons = Map.copyOf(reasons);
    }

    /** @param unserved what Lamina's backend says of a mode */
    static LeftOut of(List<Mode> modes, Function<Mode, Optional<UnservedSetting>> unserved) {
        Map<Precision, Message> reasons = new EnumMap<>(Precision.class);
        for (Mode mode : modes) {
            unserved.apply(mode).ifPresent(setting -> reasons.put(mode.precision(), setting.message()));
        }
        return new LeftOut(reasons);
    }

    /** Those of the modes that are left in. */
    List<Mode> among(List<Mode> modes) {
        return modes.stream()
                .filter(mode -> !reasons.containsKey(mode.precision()))
                .toList();
    }

    /** A line for each precision, for people. */
    List<Message> messages() {
        return reasons.values().stream()
                .map(reason -> Message.of("bench.leftOut", reason.withoutRemedy()))
                .toList();
    }

    /** @throws BadInputException if one of the modes is asked for and left out */
    void requireNone(List<Mode> asked) {
        for (Mode mode : asked) {
            Message reason = reasons.get(mode.precision());
            if (reason != null) {
                throw new BadInputException(reason.at(mode.id()).at("modes"));
            }
        }
    }
}
