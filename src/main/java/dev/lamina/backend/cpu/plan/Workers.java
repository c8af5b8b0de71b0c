package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.Team;
import dev.lamina.backend.cpu.kernel.WinogradScratch;
import dev.lamina.backend.cpu.onednn.OpenMp;

/** What all plans of a session compute with: its threads, and the working memory of the Winograd kernels. */
public record Workers(Team team, WinogradScratch winograd) {
    public int threads() {
        return team.size();
    }

    /** OpenMP keeps its count per calling thread, and any thread may call next. */
    public void useThreads() {
        OpenMp.setThreads(threads());
    }
}
