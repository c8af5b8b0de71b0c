package dev.lamina;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The architecture as rules; every rule says why. A layer that does not exist yet passes. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.lamina");

    /** Who may use whom, besides tensor, which everyone may use, and setting, which all but tensor may use. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            // The WNLL head is made of the interpolation's settings.
            Map.entry("nn", List.of("manifold")),
            Map.entry("data", List.of()),
            Map.entry("metric", List.of()),
            Map.entry("manifold", List.of()),
            // Strategies are pure; what they search is a configuration's.
            Map.entry("search", List.of()),
            Map.entry("file", List.of()),
            // Everyone logs through the JDK; only who shows an error or names the log file knows the package.
            Map.entry("log", List.of()),
            Map.entry("graph", List.of("nn")),
            Map.entry("program", List.of("graph", "nn")),
            Map.entry("backend", List.of("program")),
            // Other Java processes: which one a backend needs, and its command line.
            Map.entry("launch", List.of("backend", "file")),
            Map.entry("backends", List.of("backend", "program", "nn")),
            // Settings stand as records in the package they set; a configuration is made of them.
            Map.entry("config", List.of("graph", "nn", "data", "backend", "probe", "train", "search")),
            // What training and measuring have in common: programs run on batches.
            // Which statistics a normalization reads with, running ones or the batch's, is a layer's word.
            Map.entry("batch", List.of("backend", "program", "graph", "nn", "data", "manifold")),
            Map.entry("probe", List.of("batch", "backend", "program", "graph", "nn", "data", "manifold", "metric")),
            Map.entry("bench", List.of("launch", "backend", "program", "graph", "nn", "manifold")),
            Map.entry("event", List.of("metric")),
            Map.entry("interop", List.of("backend", "program", "graph", "nn", "metric", "event", "file")),
            Map.entry(
                    "train",
                    List.of(
                            "batch",
                            "backend",
                            "program",
                            "probe",
                            "manifold",
                            "graph",
                            "nn",
                            "data",
                            "event",
                            "metric")),
            Map.entry("figure", List.of("metric", "file")),
            // What a run folder holds: a configuration, events, metrics, and checkpoints of a network's training.
            Map.entry(
                    "archive",
                    List.of(
                            "config",
                            "train",
                            "search",
                            "graph",
                            "nn",
                            "interop",
                            "event",
                            "metric",
                            "data",
                            "backend",
                            "file",
                            // The processor's name stands in reports of errors too.
                            "log")),
            Map.entry(
                    "experiment",
                    List.of(
                            "archive",
                            "config",
                            "search",
                            "graph",
                            "program",
                            "backend",
                            "launch",
                            "train",
                            "probe",
                            // Its measurements are never interrupted.
                            "batch",
                            "manifold",
                            "interop",
                            "file",
                            "event",
                            "metric",
                            "data",
                            "nn",
                            "figure")),
            Map.entry(
                    "reproduce",
                    List.of(
                            "archive",
                            "experiment",
                            "config",
                            "event",
                            "metric",
                            "figure",
                            "file",
                            "data",
                            "nn",
                            // How many cores there are to use.
                            "backend",
                            // Raw pixels and adversarial images are settings of theirs.
                            "manifold",
                            "probe")),
            Map.entry(
                    "cli",
                    List.of(
                            "archive",
                            "search",
                            "reproduce",
                            "experiment",
                            "bench",
                            "config",
                            "event",
                            "metric",
                            "figure",
                            "data",
                            "graph",
                            "backend",
                            "launch",
                            "manifold",
                            // How a probe measures is chosen on the command line, and its readings are shown there.
                            "probe",
                            "log")),
            Map.entry(
                    "ui",
                    List.of(
                            "archive",
                            "search",
                            "experiment",
                            "config",
                            "graph",
                            "program",
                            "backend",
                            "train",
                            "probe",
                            "event",
                            "metric",
                            "data",
                            "nn",
                            "figure",
                            "file",
                            "log")));

    @Test
    void dependenciesFollowTheDataFlow() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .ensureAllClassesAreContainedInArchitectureIgnoring("dev.lamina")
                .layer("message")
                .definedBy("dev.lamina.message..")
                .layer("tensor")
                .definedBy("dev.lamina.tensor..")
                .layer("setting")
                .definedBy("dev.lamina.setting..");
        for (String layer : MAY_USE.keySet()) {
            layers = layers.layer(layer).definedBy(packages(layer));
        }
        layers = layers.whereLayer("message")
                .mayNotAccessAnyLayer()
                .whereLayer("tensor")
                .mayOnlyAccessLayers("message")
                .whereLayer("setting")
                .mayOnlyAccessLayers("message", "tensor");
        for (Map.Entry<String, List<String>> row : MAY_USE.entrySet()) {
            List<String> used = new ArrayList<>(row.getValue());
            used.addAll(List.of("message", "tensor", "setting"));
            layers = layers.whereLayer(row.getKey()).mayOnlyAccessLayers(used.toArray(String[]::new));
        }
        for (String top : List.of("backends", "cli", "ui")) {
            layers = layers.whereLayer(top).mayNotBeAccessedByAnyLayer();
        }
        layers.because("config -> graph -> program -> backend -> train -> event -> experiment -> figure/ui/cli is the"
                        + " one direction of travel")
                .check(PRODUCT);
    }

    private static String packages(String layer) {
        return switch (layer) {
            case "backend" -> "dev.lamina.backend";
            case "backends" -> "dev.lamina.backend.*..";
            default -> "dev.lamina." + layer + "..";
        };
    }

    @Test
    void packagesAreFreeOfCycles() {
        check(slices().matching("dev.lamina.(*)..").should().beFreeOfCycles());
        check(slices().matching("dev.lamina.ui.(*)..").should().beFreeOfCycles());
    }

    @Test
    void networksKnowNothingOfTheirEditing() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.lamina.graph.edit..", "dev.lamina.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.lamina.graph.edit..")
                .because("positions and undo steps are the editor's; a network is the same without them"));
    }

    @Test
    void onlyTheUiKnowsJavaFx() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.lamina.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..")
                .because("training must run on a server without a toolkit"));
    }

    @Test
    void viewModelsKnowPropertiesNotNodes() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..")
                        .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections..", "javafx.util.."))))
                .because("a view model is tested without starting the toolkit"));
    }

    @Test
    void oneDoorLeadsToTheFxThread() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.lamina.ui.fx..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .because("all hand-overs to the FX thread go through FxExecutor, which tests replace"));
    }

    @Test
    void nativeLibrariesStayInTheirBackends() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "dev.lamina.backend.cpu..",
                                "dev.lamina.backend.tornado..",
                                "dev.lamina.launch..",
                                "dev.lamina.manifold..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.bytedeco..", "java.lang.foreign..", "jdk.incubator.vector..")
                        .because(
                                "every other package must run wherever Java runs; launch asks the system before it calls execv"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.lamina.backend.tornado..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("uk.ac.manchester.tornado..")
                .because("TornadoVM is optional"));
    }

    @Test
    void runsAreReadThroughTheArchive() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.lamina.archive..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("dev\\.lamina\\.archive\\.(MetricsFile|ReadingsFile)")
                .because("StoredRun is the one reader of a run, and RunRecorder the one that writes while it goes on"));
    }

    @Test
    void runsBeginThroughTheOneDoor() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.lamina.experiment..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.lamina.experiment.Experiment")
                .because("Runs alone decides in which process a run goes on"));
    }

    @Test
    void jacksonDatabindIsUsedOnlyWhereFilesAreReadAndWritten() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.lamina.setting..",
                        "dev.lamina.config..",
                        "dev.lamina.event..",
                        "dev.lamina.interop..",
                        "dev.lamina.archive..",
                        "dev.lamina.experiment..",
                        "dev.lamina.reproduce..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "tools.jackson..")
                .because("values know their names in JSON by annotations; trees and mappers belong to files"));
    }

    @Test
    void kernelsAreStaticFunctions() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.lamina.backend.tornado.kernel..")
                .and()
                .arePublic()
                .should()
                .beStatic()
                .because("TornadoVM compiles them; they may not capture object state"));
    }

    @Test
    void eventsAndCommandsAreRecords() {
        for (String root : List.of("dev.lamina.event.TrainingEvent", "dev.lamina.event.TrainingCommand")) {
            check(classes()
                    .that()
                    .resideInAPackage("dev.lamina.event..")
                    .and()
                    .areAssignableTo(root)
                    .and()
                    .areNotInterfaces()
                    .should()
                    .beRecords()
                    .because("they cross threads and processes"));
        }
    }

    @Test
    void randomnessIsHandedIn() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.lamina.nn..",
                        "dev.lamina.data..",
                        "dev.lamina.program..",
                        "dev.lamina.backend..",
                        "dev.lamina.probe..",
                        "dev.lamina.train..")
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(java.util.SplittableRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.util.concurrent.ThreadLocalRandom.class, "current")
                .orShould()
                .callMethod(java.util.random.RandomGenerator.class, "getDefault")
                .orShould()
                .callMethod(java.util.Collections.class, "shuffle", List.class)
                .because("one run seed, split per purpose; otherwise a run cannot be repeated"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.lamina.cli..", "dev.lamina")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("a window and a worker process have no terminal"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }
}
