package dev.lamina.graph;

import dev.lamina.setting.Setting;

/** The output of one node enters an input port of another; ports count from 0. */
public record Edge(
        @Setting(meaning = "id of the node the edge leaves") String from,
        @Setting(meaning = "id of the node the edge enters") String to,

        @Setting(defaultValue = "0", min = 0, meaning = "input port it enters, counted from 0")
        int port) {}
