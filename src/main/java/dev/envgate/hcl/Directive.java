package dev.envgate.hcl;

import java.util.Optional;

/** What stands in <code>%{…}</code>, before the directives that belong together have found each other. */
sealed interface Directive {
    record If(Expression condition) implements Directive {}

    record For(Expression.ForIntro intro) implements Directive {}

    /** The directives that end a part. */
    enum End implements Directive {
        ELSE("else"),
        ENDIF("endif"),
        ENDFOR("endfor");

        private final String keyword;

        End(String keyword) {
            this.keyword = keyword;
        }

        String keyword() {
            return keyword;
        }

        static Optional<End> of(String keyword) {
            for (End each : values()) {
                if (each.keyword.equals(keyword)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }
}
