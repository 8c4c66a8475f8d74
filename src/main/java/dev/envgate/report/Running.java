package dev.envgate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.envgate.ledger.Deploying;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Newest;
import dev.envgate.ledger.Progress;
import dev.envgate.ledger.RunningTask;
import dev.envgate.ledger.Trigger;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What runs, in words and as fields of a JSON object: the revision, how far its rollout has got, and what tasks really run. */
final class Running {
    private Running() {}

    /** In one word. */
    static String state(Deployment deployment) {
        return switch (deployment) {
            case Deployment.Running _ -> "running";
            case Deployment.Started _ -> "started";
            case Deployment.Newest _ -> "newest";
            case Deployment.Missing _ -> "missing";
            case Deployment.NotSeen _, Deployment.NotAsked _ -> "unknown";
        };
    }

    /** {@code family:revision}; empty where none was seen. */
    static String revision(Deployment deployment) {
        return switch (deployment) {
            case Deployment.Running running -> running.revision();
            case Deployment.Started started -> started.revision();
            case Deployment.Newest newest -> newest.revision();
            case Deployment.Missing _, Deployment.NotSeen _, Deployment.NotAsked _ -> "";
        };
    }

    /** What is known beyond the revision; no fields where nothing more was looked at. */
    static void fields(JsonGenerator json, Deployment deployment) throws IOException {
        switch (deployment) {
            case Deployment.Running running -> progress(json, running.progress());
            case Deployment.Started started -> triggers(json, started.triggers());
            case Deployment.Newest _, Deployment.Missing _, Deployment.NotSeen _, Deployment.NotAsked _ -> {}
        }
    }

    private static void progress(JsonGenerator json, Progress progress) throws IOException {
        if (!progress.deployments().isEmpty()) {
            json.writeStringField(
                    "rollout", lower(progress.primary().map(Deploying::rollout).orElse(Deploying.Rollout.UNKNOWN)));
            json.writeBooleanField("rolledBack", progress.rolledBack());
            json.writeArrayFieldStart("deployments");
            for (Deploying each : progress.deployments()) {
                deployment(json, each);
            }
            json.writeEndArray();
        }
        if (progress.newest() instanceof Newest.Seen newest) {
            json.writeStringField("newest", newest.revision());
        }
        tasks(json, progress.tasks().seen());
    }

    private static void deployment(JsonGenerator json, Deploying each) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", each.status());
        json.writeStringField("taskDefinition", each.revision());
        json.writeStringField("rollout", lower(each.rollout()));
        json.writeStringField("reason", each.reason());
        json.writeNumberField("failedTasks", each.failedTasks());
        json.writeNumberField("running", each.running());
        json.writeEndObject();
    }

    private static void tasks(JsonGenerator json, List<RunningTask> tasks) throws IOException {
        Map<String, Long> counts = tasks.stream()
                .collect(Collectors.groupingBy(RunningTask::revision, TreeMap::new, Collectors.counting()));
        if (!counts.isEmpty()) {
            json.writeArrayFieldStart("tasks");
            for (Map.Entry<String, Long> each : counts.entrySet()) {
                json.writeStartObject();
                json.writeStringField("taskDefinition", each.getKey());
                json.writeNumberField("running", each.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void triggers(JsonGenerator json, List<Trigger> triggers) throws IOException {
        json.writeArrayFieldStart("startedBy");
        for (Trigger each : triggers) {
            json.writeStartObject();
            json.writeStringField("name", each.name());
            json.writeStringField("cluster", each.cluster());
            json.writeStringField("taskDefinition", each.revision());
            json.writeBooleanField("enabled", each.enabled());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String lower(Deploying.Rollout rollout) {
        return rollout.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In a few words. */
    static String words(Deployment deployment) {
        return switch (deployment) {
            case Deployment.Running running ->
                "running revision " + number(running.revision()) + rollout(running.progress());
            case Deployment.Started started -> "revision " + number(started.revision()) + ", started by schedules";
            case Deployment.Newest newest -> "newest revision " + number(newest.revision());
            case Deployment.Missing _ -> "not deployed";
            case Deployment.NotSeen _ -> "running revision not seen";
            case Deployment.NotAsked _ -> "AWS not asked";
        };
    }

    /** Only what is not as it should be: a rollout that is through needs no word. */
    private static String rollout(Progress progress) {
        return switch (progress.primary().map(Deploying::rollout).orElse(Deploying.Rollout.UNKNOWN)) {
            case COMPLETED, UNKNOWN -> progress.rolledBack() ? ", rolled back" : "";
            case IN_PROGRESS -> progress.rolledBack() ? ", rolling back" : ", rolling out";
            case FAILED -> ", rollout failed";
        };
    }

    private static String number(String revision) {
        return revision.substring(revision.lastIndexOf(':') + 1);
    }
}
