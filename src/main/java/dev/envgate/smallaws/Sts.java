package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Who is calling, and how to become somebody else. The answers are flat; {@link Wire} writes them as XML. */
final class Sts {
    static final Map<String, Operation> OPERATIONS = Map.of(
            "sts:GetCallerIdentity",
            Sts::getCallerIdentity,
            "sts:AssumeRole",
            Sts::assumeRole,
            "sts:AssumeRoleWithWebIdentity",
            Sts::assumeRole);

    private static final String ASSUMED = "ASSUMED";

    private Sts() {}

    private static ObjectNode getCallerIdentity(World world, Call call) {
        String who = call.accessKey().equals(ASSUMED) ? "assumed-role/assumed/session" : "user/caller";
        return World.object()
                .put("Account", world.account())
                .put("UserId", "AIDAEXAMPLE")
                .put("Arn", "arn:aws:sts::" + world.account() + ":" + who);
    }

    private static ObjectNode assumeRole(World world, Call call) {
        ObjectNode answer = World.object();
        answer.putObject("Credentials")
                .put("AccessKeyId", ASSUMED)
                .put("SecretAccessKey", "of-nobody")
                .put("SessionToken", "of-nobody")
                .put("Expiration", "2099-01-01T00:00:00Z");
        answer.putObject("AssumedRoleUser")
                .put("Arn", call.text("RoleArn"))
                .put("AssumedRoleId", "AROAEXAMPLE:" + world.account());
        return answer;
    }
}
