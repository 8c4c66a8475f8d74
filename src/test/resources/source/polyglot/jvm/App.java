package shop;

import static java.lang.System.getenv;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;

/** System.getenv("IN_JAVADOC") */
class App {
    static final String KEY = "FROM_CONSTANT";
    // System.getenv("IN_COMMENT")
    String text = "System.getenv(\"IN_STRING\")";
    String block = """
            System.getenv("IN_TEXT_BLOCK")
            """;
    char quote = '"';
    String token = System.getenv("TOKEN"); // read: TOKEN none
    String port = System.getenv().getOrDefault("PORT", "8080"); // read: PORT usable
    String map = System.getenv().get("MAP"); // read: MAP none
    String held = System.getenv(KEY); // read: FROM_CONSTANT none
    String optional = Optional.ofNullable(System.getenv("OPTIONAL")).orElse("o"); // read: OPTIONAL usable
    String thrown = Optional.ofNullable(System.getenv("THROWN")).orElseThrow(); // read: THROWN fails
    String chosen = System.getenv("CHOSEN") != null ? System.getenv("CHOSEN") : ""; // read: CHOSEN empty; CHOSEN empty
    String imported = getenv("STATIC_IMPORT"); // read: STATIC_IMPORT none
    String other = other.getenv("NOT_READ");

    @Value("${SPRING_TOKEN}") // read: SPRING_TOKEN fails
    String spring;

    @Value("${SPRING_PORT:9090}") // read: SPRING_PORT usable
    int springPort;

    @Value("${app.jwt.secret:}") // read: app.jwt.secret empty derived
    String jwt;

    @Value("${OUTER:${INNER:x}}") // read: OUTER usable; INNER usable
    String nested;

    @ConfigProperty(name = "QUARKUS_URL", defaultValue = "u") // read: QUARKUS_URL usable derived
    String quarkus;

    String made(String name) {
        return System.getenv("PRE_" + name); // read: PRE_* computed
    }
}
