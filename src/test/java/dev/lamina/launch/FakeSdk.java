package dev.lamina.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with the files by which an SDK is known, and nothing in them that works. */
final class FakeSdk {
    private FakeSdk() {}

    static Path in(Path folder) throws IOException {
        return in(folder, Runtime.version().feature());
    }

    static Path in(Path folder, int java) throws IOException {
        Path home = Files.createDirectories(folder.resolve("tornado"));
        Path modules = Files.createDirectories(home.resolve("share/java/tornado"));
        Files.writeString(modules.resolve("tornado-runtime-9.9.9-jdk" + java + ".jar"), "");
        Files.writeString(modules.resolve("tornado-api-9.9.9-jdk" + java + ".jar"), "");
        Files.writeString(home.resolve("tornado-argfile"), "-XX:+UseParallelGC\n");
        return home;
    }
}
