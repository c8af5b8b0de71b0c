package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TeamTest {
    static Stream<Team> everyKind() {
        Stream<Team> own = Stream.of(Team.inline(), Team.pool(2), Team.pool(5));
        return TestTensors.libgomp() == null
                ? own
                : Stream.concat(
                        own, Stream.of(Team.openMp(TestTensors.libgomp(), 2), Team.openMp(TestTensors.libgomp(), 5)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyMemberRunsExactlyOncePerLaunch(Team team) {
        AtomicIntegerArray runs = new AtomicIntegerArray(team.size());
        for (int launch = 1; launch <= 500; launch++) {
            team.run((member, size) -> {
                assertEquals(team.size(), size);
                runs.incrementAndGet(member);
            });
            for (int i = 0; i < runs.length(); i++) {
                assertEquals(launch, runs.get(i), "member " + i);
            }
        }
        team.close();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatAMemberThrowsReachesTheCallerAndTheTeamStaysUsable(Team team) {
        RuntimeException thrown = new IllegalStateException("from the last member");
        Team.Body failing = (member, size) -> {
            if (member == size - 1) {
                throw thrown;
            }
        };
        assertSame(thrown, assertThrows(IllegalStateException.class, () -> team.run(failing)));
        team.run((member, size) -> {});
        team.close();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyMemberHasAlignedWorkingMemoryOfItsOwn(Team team) {
        for (int i = 0; i < team.size(); i++) {
            assertEquals(0, team.scratch(i) % 64);
            for (int j = 0; j < i; j++) {
                assertEquals(true, Math.abs(team.scratch(i) - team.scratch(j)) >= Team.SCRATCH_BYTES);
            }
        }
        team.close();
    }

    @Test
    void aClosedPoolRefusesToRun() {
        Team team = Team.pool(2);
        team.close();
        assertThrows(IllegalStateException.class, () -> team.run((member, size) -> {}));
    }

    @Test
    void sharesCoverEverythingOnceAndInOrder() {
        for (int size = 1; size <= 5; size++) {
            for (int items = 0; items <= 11; items++) {
                assertEquals(0, Team.start(items, 0, size));
                assertEquals(items, Team.start(items, size, size));
                assertEquals(items, Team.start(items, 4L, size, size));
                for (int member = 0; member < size; member++) {
                    assertEquals(true, Team.start(items, member, size) <= Team.start(items, member + 1, size));
                    assertEquals(0, Team.start(items, 4L, member, size) % 4);
                }
            }
        }
    }

    @Test
    void openMpIsTestedWhereItIsInstalled() {
        assumeTrue(TestTensors.libgomp() != null, "no libgomp on this machine: OpenMP teams not tested");
        try (Team team = Team.openMp(TestTensors.libgomp(), 2)) {
            assertEquals(2, team.size());
        }
    }
}
