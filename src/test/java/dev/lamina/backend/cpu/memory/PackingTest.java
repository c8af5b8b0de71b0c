package dev.lamina.backend.cpu.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final long PAGE = 4096;

    private record Used(Buffer.Planned buffer, int first, int last) {}

    @Test
    void buffersInUseTogetherNeverOverlap() {
        RandomGenerator random = new Seeds(3).stream("packing");
        for (int trial = 0; trial < 50; trial++) {
            Lifetimes lifetimes = new Lifetimes();
            List<Used> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int first = random.nextInt(30);
                int last = first + random.nextInt(8);
                Used used = new Used(new Buffer.Planned(1 + random.nextInt(100_000)), first, last);
                lifetimes.touch(used.buffer, first);
                lifetimes.touch(used.buffer, last);
                all.add(used);
            }
            Packing packing = new Packing(lifetimes);
            for (Used a : all) {
                assertTrue(packing.offset(a.buffer) + a.buffer.sizeBytes() <= packing.sizeBytes());
                for (Used b : all) {
                    boolean together = a != b && a.first <= b.last && b.first <= a.last;
                    boolean overlap = packing.offset(a.buffer) < packing.offset(b.buffer) + b.buffer.sizeBytes()
                            && packing.offset(b.buffer) < packing.offset(a.buffer) + a.buffer.sizeBytes();
                    assertTrue(!together || !overlap);
                }
            }
        }
    }

    @Test
    void buffersUsedOneAfterTheOtherShareTheirMemory() {
        Lifetimes lifetimes = new Lifetimes();
        for (int step = 0; step < 10; step++) {
            lifetimes.touch(new Buffer.Planned(PAGE), step);
        }
        assertEquals(PAGE, new Packing(lifetimes).sizeBytes());
    }

    @Test
    void aChainOfOverlaysLiesInOnePlace() {
        Lifetimes lifetimes = new Lifetimes();
        Buffer.Planned[] chain = new Buffer.Planned[5];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = new Buffer.Planned(PAGE);
            lifetimes.touch(chain[i], i);
            lifetimes.touch(chain[i], i + 1);
        }
        for (int i = 1; i < chain.length; i++) {
            lifetimes.overlay(chain[i], chain[i - 1], i);
        }
        Packing packing = new Packing(lifetimes);
        assertEquals(PAGE, packing.sizeBytes());
        assertEquals(packing.offset(chain[0]), packing.offset(chain[4]));
    }

    @Test
    void anOperandStillNeededIsNotOverlaid() {
        Lifetimes lifetimes = new Lifetimes();
        Buffer.Planned operand = new Buffer.Planned(PAGE);
        Buffer.Planned result = new Buffer.Planned(PAGE);
        lifetimes.touch(operand, 0);
        lifetimes.touch(operand, 1);
        lifetimes.touch(result, 1);
        lifetimes.touch(operand, 2);
        lifetimes.overlay(result, operand, 1);
        Packing packing = new Packing(lifetimes);
        assertNotEquals(packing.offset(operand), packing.offset(result));
    }

    @Test
    void twoResultsCannotTakeTheSameOperandNorOneTooSmall() {
        Lifetimes lifetimes = new Lifetimes();
        Buffer.Planned operand = new Buffer.Planned(PAGE);
        Buffer.Planned small = new Buffer.Planned(PAGE / 2);
        Buffer.Planned first = new Buffer.Planned(PAGE);
        Buffer.Planned second = new Buffer.Planned(PAGE);
        for (Buffer.Planned buffer : List.of(operand, small, first, second)) {
            lifetimes.touch(buffer, 0);
        }
        lifetimes.touch(first, 1);
        lifetimes.touch(second, 1);
        lifetimes.overlay(first, operand, 0);
        lifetimes.overlay(second, operand, 0);
        lifetimes.overlay(second, small, 0);
        Packing packing = new Packing(lifetimes);
        assertEquals(packing.offset(operand), packing.offset(first));
        assertNotEquals(packing.offset(operand), packing.offset(second));
        assertNotEquals(packing.offset(small), packing.offset(second));
    }

    @Test
    void aBufferNoStepTouchesHasNoPlace() {
        Packing packing = new Packing(new Lifetimes());
        assertEquals(0, packing.sizeBytes());
        assertThrows(IllegalArgumentException.class, () -> packing.offset(new Buffer.Planned(1)));
    }
}
