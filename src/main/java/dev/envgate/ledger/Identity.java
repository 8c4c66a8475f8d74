package dev.envgate.ledger;

/** Which account and region AWS was asked in; either is empty when it is not known or nobody was asked. */
public record Identity(String account, String region) {
    /** Nobody was asked. */
    public static final Identity NONE = new Identity("", "");
}
