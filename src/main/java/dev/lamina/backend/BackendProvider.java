package dev.lamina.backend;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds a backend at run time; listed under META-INF/services. Cheap to construct: no native code before {@link #create}. */
public interface BackendProvider {
    /** Kebab-case id of the backend. */
    String id();

    /**
     * Loads the backend.
     *
     * @throws dev.lamina.tensor.BadInputException if it cannot run on this machine, saying what is missing
     */
    Backend create();

    /**
     * The devices it could compute on, in the order of their numbers.
     *
     * @throws dev.lamina.tensor.BadInputException as {@link #create}
     */
    default List<DeviceDescription> devices() {
        return List.of(create().device());
    }

    /** The one of an id, if this build has it. */
    static Optional<BackendProvider> of(String id) {
        return all().stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    /** Those on the class path. One that an earlier build left in the list of services without its class is passed over. */
    static List<BackendProvider> all() {
        List<BackendProvider> found = new ArrayList<>();
        Iterator<BackendProvider> providers =
                ServiceLoader.load(BackendProvider.class).iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return found;
                }
                found.add(providers.next());
            } catch (ServiceConfigurationError _) {
                // The loader goes on with the next one.
            }
        }
    }
}
