package dev.lamina.backend;

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
}
