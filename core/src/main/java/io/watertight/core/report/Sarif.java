package io.watertight.core.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of SARIF 2.1.0 that a report needs, as the OASIS standard of 27 March 2020 names it. Empty lists and options are left
 * out of the JSON.
 */
final class Sarif {

    static final String VERSION = "2.1.0";
    static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private Sarif() {}

    record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

    record Run(
            Tool tool,
            AutomationDetails automationDetails,
            List<Invocation> invocations,
            List<Artifact> artifacts,
            List<Result> results,
            String columnKind) {}

    record AutomationDetails(String id) {}

    record Tool(Driver driver) {}

    record Driver(String name, String version, List<Rule> rules) {}

    record Rule(
            String id,
            String name,
            Message shortDescription,
            Optional<Message> help,
            Configuration defaultConfiguration,
            Properties properties) {}

    record Configuration(String level) {}

    record Properties(List<String> tags, Map<String, String> watertight) {}

    record Message(String text, Optional<String> markdown) {
        static Message of(String text) {
            return new Message(text, Optional.empty());
        }
    }

    record Invocation(
            boolean executionSuccessful, String startTimeUtc, List<Notification> toolExecutionNotifications) {}

    record Notification(String level, Message message, Optional<Descriptor> associatedRule) {}

    record Descriptor(String id) {}

    record Artifact(ArtifactLocation location) {}

    record ArtifactLocation(String uri) {}

    record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Message message,
            List<Location> locations,
            Map<String, String> partialFingerprints,
            List<Suppression> suppressions,
            Properties properties) {}

    record Location(Optional<PhysicalLocation> physicalLocation, List<LogicalLocation> logicalLocations) {}

    record PhysicalLocation(ArtifactLocation artifactLocation, Optional<Region> region) {}

    record Region(int startLine) {}

    record LogicalLocation(String name, String fullyQualifiedName, String kind) {}

    record Suppression(String kind, String justification) {}
}
