package dev.lamina.reproduce;

import dev.lamina.archive.JsonFile;
import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunStore;
import dev.lamina.file.AtomicFile;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of one reproduction; each run has a folder of its own below it. */
public record ReproductionFolder(Path path) {
    /** Whether a folder holds a reproduction, and not a run. */
    public static boolean is(Path path) {
        return Files.isRegularFile(new ReproductionFolder(path).plan());
    }

    Path plan() {
        return path.resolve(RunStore.REPRODUCTION);
    }

    public Path report() {
        return path.resolve("report.md");
    }

    Path results() {
        return path.resolve("results.json");
    }

    public Path figures() {
        return path.resolve("figures");
    }

    Path run(Arm arm, long seed) {
        return path.resolve(arm.random() ? arm.id() + "-seed-" + seed : arm.id());
    }

    Path result(Arm arm, long seed) {
        return run(arm, seed).resolve("result.json");
    }

    /** @throws BadInputException if it is damaged */
    public ReproductionPlan readPlan() {
        return JsonFile.read(plan(), ReproductionPlan.class, ReproductionPlan.FORMAT, ReproductionPlan::upgraded);
    }

    void create(ReproductionPlan plan) {
        RunFolder.requireNew(path);
        makeFolder(path);
        JsonFile.write(plan(), plan);
    }

    Optional<ArmRun> readResult(Arm arm, long seed) {
        Path file = result(arm, seed);
        return Files.exists(file) ? Optional.of(JsonFile.read(file, ArmRun.class, ArmRun.FORMAT)) : Optional.empty();
    }

    void write(Arm arm, ArmRun result) {
        makeFolder(run(arm, result.seed()));
        JsonFile.write(result(arm, result.seed()), result);
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw AtomicFile.unwritable(folder, e);
        }
    }
}
