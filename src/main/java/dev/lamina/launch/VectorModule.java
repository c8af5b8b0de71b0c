package dev.lamina.launch;

/**
 * The module of the vector kernels, which a plain {@code java -jar} leaves out. It is loaded while the program runs, before
 * the first kernel: the virtual machine then compiles vectors as it does with {@code --add-modules}, without that option's
 * warning on the terminal. {@code jdk.internal.module.Modules}, which agents' modules are loaded by, has to be opened: by the
 * jar's manifest, or by {@link #OPTION}.
 */
public final class VectorModule {
    /** For a virtual machine that is not started by the jar. */
    static final String OPTION = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";

    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /**
     * Makes the module's classes visible to the class path; nothing happens where they are already.
     *
     * @throws IllegalStateException if this virtual machine was started without {@link #OPTION}, or has no such module
     */
    public static void load() {
        if (ModuleLayer.boot().findModule(NAME).isPresent()) {
            return;
        }
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "this Java cannot load " + NAME + " while it runs; start it with " + OPTION, e);
        }
    }
}
