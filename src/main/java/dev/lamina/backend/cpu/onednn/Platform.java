package dev.lamina.backend.cpu.onednn;

import java.util.List;
import java.util.Locale;

/**
 * An operating system and processor the native library is published for.
 *
 * @param id the Maven classifier, such as linux-x86_64
 * @param openMp the OpenMP runtime: a file in the artifact, or the name of a system library
 * @param files the files to unpack, in loading order; the last is oneDNN itself
 */
record Platform(String id, String openMp, List<String> files) {
    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.equals("amd64") || osArch.equals("x86_64") ? "x86_64" : "arm64";
        if (os.startsWith("windows")) {
            // The Windows build uses the OpenMP runtime of the Visual C++ redistributable.
            return new Platform("windows-" + arch, "vcomp140.dll", List.of("dnnl.dll"));
        }
        if (os.startsWith("mac")) {
            return new Platform("macosx-" + arch, "libomp.dylib", List.of("libomp.dylib", "libdnnl.3.dylib"));
        }
        return new Platform("linux-" + arch, "libgomp.so.1", List.of("libgomp.so.1", "libdnnl.so.3"));
    }

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    String resource(String file) {
        return "org/bytedeco/dnnl/" + id + "/" + file;
    }
}
