package dev.lamina.bench;

import dev.lamina.backend.BackendName;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.launch.BackendJvm;
import dev.lamina.launch.ChildJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lamina on one device, in the virtual machine that its backend needs. */
final class DeviceContestant implements Contestant {
    private final BackendName backend;
    private final ChildJvm jvm;
    private final List<Mode> modes;

    /** @throws dev.lamina.tensor.BadInputException if the backend cannot run on this machine */
    DeviceContestant(BackendName backend, DeviceDescription device) {
        this.backend = backend;
        this.modes = device.driver().contains(" CUDA,")
                ? List.of(LaminaContestant.F32, LaminaContestant.TF32)
                : List.of(LaminaContestant.F32);
        this.jvm = BackendJvm.of(backend);
    }

    @Override
    public String name() {
        return "Lamina";
    }

    @Override
    public List<Mode> modes() {
        return modes;
    }

    @Override
    public List<String> command(Mode mode, String workload, int threads) {
        List<String> command = new ArrayList<>(new LaminaContestant().command(mode, workload, threads));
        command.addAll(List.of("--backend", backend.toString()));
        return command;
    }

    @Override
    public List<String> process(Mode mode, String workload, int threads) {
        List<String> worker = command(mode, workload, threads);
        return jvm.command(worker.getFirst(), worker.subList(1, worker.size()));
    }

    @Override
    public Map<String, String> environment(int threads) {
        return Map.of();
    }
}
