package dev.envgate.repair;

/** What takes one fault away. It looks and proposes; whether a proposal is good, the whole of envgate tells by reading the result. */
public interface Repair {
    Outcome of(Fault fault);
}
