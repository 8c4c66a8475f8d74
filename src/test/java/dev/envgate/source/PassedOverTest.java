package dev.envgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the names of files say of who has written them. */
class PassedOverTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.min.js",
                "app-MIN.mjs",
                "site.min.css",
                "main.bundle.js",
                "0.chunk.js",
                "app.js.map",
                "index.d.ts",
                "flake.lock",
                "deps-lock.json",
                "deps.lock.yml",
                "deps.lock.yaml",
                "api.pb.go",
                "api_pb2.py",
                "api_pb2_grpc.pyi",
                "model.g.dart",
                "model.freezed.dart",
                "Form.Designer.cs",
                "schema.generated.ts",
                "zz_generated.go",
                "go.sum",
                "package-lock.json"
            })
    void whatWasPackedOrMadeByAProgramIsNotSearched(String name) {
        assertThat(PassedOver.file(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.js",
                "admin.js",
                "map",
                "sitemap.ts",
                "generated.ts",
                "unlock.json",
                "pb2.py",
                "lock",
                "api.go",
                "d.ts",
                "_generated"
            })
    void whatAPersonHasWrittenIsSearched(String name) {
        assertThat(PassedOver.file(name)).isFalse();
    }
}
