package dev.lamina;

import dev.lamina.cli.LaminaCommand;
import java.util.Arrays;

/**
 * Starts Lamina. The vector kernels need a module that a plain {@code java -jar} leaves out, so without it the program
 * starts itself again with the options it needs.
 */
public final class Lamina {
    private Lamina() {}

    public static void main(String[] args) {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            System.exit(Relaunch.withVectorModule(args));
        }
        System.exit(LaminaCommand.execute(args.length == 0 ? LaminaCommand.QUICK_START : Arrays.asList(args)));
    }
}
