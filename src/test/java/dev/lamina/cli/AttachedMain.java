package dev.lamina.cli;

import dev.lamina.launch.ChildJvm;
import java.util.List;

/** A launcher that runs Lamina in a child, whatever the system can do. */
final class AttachedMain {
    private AttachedMain() {}

    public static void main(String[] args) {
        System.exit(AttachedProcess.run(ChildJvm.here().command(List.of(args))));
    }
}
