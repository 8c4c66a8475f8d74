package dev.envgate.fleet;

/**
 * An input that could not be read.
 *
 * @param file relative to the root of the fleet; empty where it is about no file
 * @param line counted from 1; 0 without a file
 * @param defect whether it is the fault of this program and not of the input
 */
public record Unread(String message, String hint, String file, int line, boolean defect) {}
