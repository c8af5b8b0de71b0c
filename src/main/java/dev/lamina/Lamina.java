package dev.lamina;

import dev.lamina.cli.ArgumentLetters;
import dev.lamina.cli.AttachedProcess;
import dev.lamina.cli.LaminaCommand;
import dev.lamina.launch.ChildJvm;
import dev.lamina.launch.VectorModule;
import dev.lamina.log.ErrorReport;
import dev.lamina.log.LogPlace;
import dev.lamina.log.LogSetup;
import dev.lamina.log.UncaughtErrors;
import dev.lamina.message.Language;
import dev.lamina.message.Message;
import dev.lamina.ui.app.Display;
import dev.lamina.ui.app.WorkbenchApp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Starts Lamina: the command line if there are arguments, else the window, else, where no window can be opened, the quick
 * start in the terminal. A plain {@code java -jar} lacks options that training needs, so the program starts itself again with
 * them, unless it is asked for help alone.
 */
public final class Lamina {
    private Lamina() {}

    public static void main(String[] args) {
        LogSetup.prepare();
        new UncaughtErrors(Lamina::print).install();
        Optional<String> unknown = Language.unknown();
        if (unknown.isPresent()) {
            remark(Message.of("cli.unknownLanguage").at(Language.VARIABLE + "=" + unknown.get()));
            System.exit(LaminaCommand.BAD_INPUT);
        }
        if (isQuestion(args)) {
            System.exit(LaminaCommand.execute(Arrays.asList(args)));
        }
        if (!ChildJvm.isOne()) {
            System.exit(Relaunch.withOptions(args));
        }
        Optional<Message> lost = ArgumentLetters.lost(Arrays.asList(args));
        if (lost.isPresent()) {
            remark(lost.get());
            System.exit(LaminaCommand.BAD_INPUT);
        }
        AttachedProcess.endWithLauncher();
        VectorModule.load();
        if (args.length == 0 && Display.available()) {
            Optional<String> hindrance = WorkbenchApp.open();
            if (hindrance.isEmpty()) {
                System.exit(0);
            }
            System.err.println(Message.of("cli.noWindow", hindrance.get()).text(Language.ofProcess()));
        }
        System.exit(LaminaCommand.execute(args.length == 0 ? LaminaCommand.QUICK_START : Arrays.asList(args)));
    }

    /** Whether only words are asked for, which any virtual machine can say without being started again. */
    private static boolean isQuestion(String[] args) {
        return args.length > 0 && List.of("-h", "--help", "-V", "--version").contains(args[args.length - 1]);
    }

    private static void remark(Message message) {
        System.err.println("lamina: " + message.text(Language.ofProcess()));
    }

    private static void print(ErrorReport report) {
        remark(Message.of("cli.unexpectedError", report.thread(), report.line(), LogPlace.file()));
        report.error().printStackTrace();
    }
}
