package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.Team;
import dev.lamina.backend.cpu.kernel.WinogradScratch;

/** What all plans of a session compute with: its threads, and the working memory of the Winograd kernels. */
public record Workers(Team team, WinogradScratch winograd) {}
