package dev.lamina;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Inside a package, too, dependencies have one direction: files that need each other in a circle are understood, tested and
 * changed only together. A sealed type knows its members and they know it; that is no circle here.
 */
class PackageCirclesTest {
    /** Those there still are. A circle that has gone is struck off, and none is added. */
    private static final Set<String> KNOWN = Set.of();

    @Test
    void filesOfAPackageNeedEachOtherInNoCircle() {
        assertEquals(new TreeSet<>(KNOWN), circles(uses()));
    }

    @Test
    void aCircleIsFoundAndASealedTypesMembersAreNone() {
        Map<String, Set<String>> circle = Map.of(
                "p.A",
                Set.of("p.B"),
                "p.B",
                Set.of("p.C"),
                "p.C",
                Set.of("p.A"),
                "p.D",
                Set.of("p.A"),
                "p.E",
                Set.of());
        assertEquals(Set.of("p: A B C"), circles(circle));
        assertEquals(Set.of(), circles(Map.of("p.A", Set.of("p.B"), "p.B", Set.of("p.C"))));
    }

    /** Files of the same package by file, but for the members of a sealed type. */
    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.lamina")) {
            Set<String> members = members(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                String from = file(type.getName());
                String to = file(target.getBaseComponentType().getName());
                if (!from.equals(to) && packageOf(from).equals(packageOf(to)) && !members.contains(to)) {
                    uses.computeIfAbsent(from, _ -> new TreeSet<>()).add(to);
                }
            }
        }
        return uses;
    }

    /** Of all sealed types in the file of a type, and of those that are sealed in turn. */
    private static Set<String> members(JavaClass type) {
        Set<String> members = new HashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>();
        Class<?> outermost = loaded(file(type.getName()));
        open.add(outermost);
        open.addAll(Arrays.asList(outermost.getDeclaredClasses()));
        while (!open.isEmpty()) {
            Class<?>[] permitted = open.remove().getPermittedSubclasses();
            for (Class<?> member : permitted == null ? new Class<?>[0] : permitted) {
                members.add(file(member.getName()));
                open.add(member);
            }
        }
        return members;
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, PackageCirclesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file(String type) {
        int inner = type.indexOf('$');
        return inner < 0 ? type : type.substring(0, inner);
    }

    private static String packageOf(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf('.')));
    }

    /** Files that reach each other, as "package: A B". */
    private static Set<String> circles(Map<String, Set<String>> uses) {
        Map<String, Set<String>> reached = new HashMap<>();
        uses.keySet().forEach(file -> reached.put(file, reachedFrom(file, uses)));
        Set<String> circles = new TreeSet<>();
        for (String file : uses.keySet()) {
            if (reached.get(file).contains(file)) {
                Set<String> circle = new TreeSet<>();
                reached.get(file).stream()
                        .filter(other -> reached.getOrDefault(other, Set.of()).contains(file))
                        .forEach(other -> circle.add(other.substring(other.lastIndexOf('.') + 1)));
                circles.add(packageOf(file) + ": " + String.join(" ", circle));
            }
        }
        return circles;
    }

    private static Set<String> reachedFrom(String file, Map<String, Set<String>> uses) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(uses.getOrDefault(file, Set.of()));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (reached.add(next)) {
                open.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
