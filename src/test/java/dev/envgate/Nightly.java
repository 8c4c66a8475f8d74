package dev.envgate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A test that runs for minutes, or needs a tool that not every machine has: {@code mvn -Pnightly verify} runs it. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "nightly", matches = "true", disabledReason = "for the profile `nightly`")
public @interface Nightly {}
