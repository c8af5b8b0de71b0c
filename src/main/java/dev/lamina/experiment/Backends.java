package dev.lamina.experiment;

import dev.lamina.backend.Backend;
import dev.lamina.backend.BackendProvider;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.ServiceLoader;

/** The backends on the class path. */
public final class Backends {
    private Backends() {}

    /** Their ids, sorted. */
    public static List<String> ids() {
        return ServiceLoader.load(BackendProvider.class).stream()
                .map(provider -> provider.get().id())
                .sorted()
                .toList();
    }

    /** @throws BadInputException if there is none of this id, or it cannot run on this machine */
    public static Backend create(String id) {
        for (BackendProvider provider : ServiceLoader.load(BackendProvider.class)) {
            if (provider.id().equals(id)) {
                return provider.create();
            }
        }
        throw new BadInputException("backend.name: no backend '" + id + "'; choose one of " + String.join(", ", ids()));
    }

    /** An operation that a backend lacks, as something to choose differently. */
    static BadInputException lacks(String id, UnsupportedOperationException cause) {
        return new BadInputException(
                "backend " + id + ": " + cause.getMessage() + "; choose another layer or backend", cause);
    }
}
