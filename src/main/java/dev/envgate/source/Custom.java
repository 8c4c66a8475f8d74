package dev.envgate.source;

/** What only one language has: imports, destructuring, settings classes, annotations, tags. */
interface Custom {
    Custom NONE = new Custom() {
        @Override
        public void prepare(Tokens tokens, Bindings bindings) {}

        @Override
        public void search(Tokens tokens, Bindings bindings, Scan scan) {}
    };

    /** Learns what words stand for, before anything is searched. */
    void prepare(Tokens tokens, Bindings bindings);

    /** Finds what the forms of the language do not cover. */
    void search(Tokens tokens, Bindings bindings, Scan scan);
}
