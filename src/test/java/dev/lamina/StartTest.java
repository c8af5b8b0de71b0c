package dev.lamina;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    private static final int JAVA_8 = 52;

    @TempDir
    private Path folder;

    private Path compiled() {
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "8",
                        "-Xlint:-options",
                        "-Werror",
                        "-d",
                        folder.toString(),
                        "src/start/java/dev/lamina/Start.java");
        assertEquals(0, exitCode);
        return folder.resolve("dev/lamina/Start.class");
    }

    @Test
    void everyJavaSinceTheEighthCanReadIt() throws Exception {
        try (InputStream in = Files.newInputStream(compiled());
                DataInputStream data = new DataInputStream(in)) {
            assertEquals(0xCAFEBABE, data.readInt());
            data.readUnsignedShort();
            assertEquals(JAVA_8, data.readUnsignedShort());
        }
    }

    @Test
    void anOlderOneIsToldWhichToGetAndHow() throws Exception {
        compiled();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            Method hindrance = loader.loadClass("dev.lamina.Start").getDeclaredMethod("hindrance", String.class);
            hindrance.setAccessible(true);
            assertEquals(
                    "this is Java 17; get JDK 25 or newer, for example from https://adoptium.net, and start lamina.jar with"
                            + " the java in its folder bin",
                    hindrance.invoke(null, "17"));
            assertEquals("", hindrance.invoke(null, "25"));
            assertEquals("", hindrance.invoke(null, "26"));
            assertEquals(
                    "this is Java 1.8",
                    String.valueOf(hindrance.invoke(null, "1.8")).substring(0, 16));
        }
    }
}
