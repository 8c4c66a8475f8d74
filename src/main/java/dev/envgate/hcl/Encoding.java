package dev.envgate.hcl;

/** A way to write a structure as text: {@code jsonencode}, {@code yamlencode}. */
public interface Encoding {
    /** The text, each hole as <code>${…}</code>. It may hold secrets. */
    String render(Value structure);
}
