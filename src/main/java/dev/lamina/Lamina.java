package dev.lamina;

import dev.lamina.cli.LaminaCommand;
import dev.lamina.ui.app.Display;
import dev.lamina.ui.app.WorkbenchApp;
import java.util.Arrays;

/**
 * Starts Lamina: the command line if there are arguments, else the window, else, where there is no display, the quick
 * start in the terminal. The vector kernels need a module that a plain {@code java -jar} leaves out, so without it the program
 * starts itself again with the options it needs.
 */
public final class Lamina {
    private Lamina() {}

    public static void main(String[] args) {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            System.exit(Relaunch.withVectorModule(args));
        }
        if (args.length == 0 && Display.available()) {
            WorkbenchApp.open();
            System.exit(0);
        }
        System.exit(LaminaCommand.execute(args.length == 0 ? LaminaCommand.QUICK_START : Arrays.asList(args)));
    }
}
