package dev.envgate.report;

/**
 * Why a task stopped.
 *
 * @param rule the rule whose page says more; empty when there is none
 * @param sentence what happened
 * @param hint what to do
 */
public record Cause(String rule, String sentence, String hint) {}
