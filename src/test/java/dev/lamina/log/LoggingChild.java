package dev.lamina.log;

/** A program of its own that logs, fails and floods as its argument says, for tests of what a whole process does. */
final class LoggingChild {
    private static final int LINES = 90;

    private LoggingChild() {}

    public static void main(String[] args) throws InterruptedException {
        LogSetup.prepare();
        new UncaughtErrors(report -> System.out.println("shown: " + report.line())).install();
        System.Logger log = System.getLogger("dev.lamina.Child");
        switch (args[0]) {
            case "uncaught" -> {
                Thread failing = Thread.ofPlatform().name("training").start(() -> {
                    throw new IllegalStateException("the reservoir is empty");
                });
                failing.join();
                Thread virtual =
                        Thread.ofVirtual().name("run").start(() -> UncaughtErrors.tell(new AssertionError("told")));
                virtual.join();
                System.out.println("last: " + LogHandler.lastLines().size());
                throw new ArithmeticException("by zero");
            }
            case "many" -> {
                for (int i = 0; i < LINES; i++) {
                    log.log(System.Logger.Level.WARNING, args[1] + " " + i + " " + "x".repeat(20_000));
                }
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.getLogger("somebody.else").log(System.Logger.Level.INFO, "not of interest");
    }
}
