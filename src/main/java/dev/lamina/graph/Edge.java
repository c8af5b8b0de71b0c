package dev.lamina.graph;

/** The output of one node enters an input port of another; ports count from 0. */
public record Edge(String from, String to, int port) {}
