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
            boolean executionSuccessful,
            Optional<String> startTimeUtc,
            List<Notification> toolExecutionNotifications) {}

    record Notification(String level, Message message, List<Location> locations, Optional<Descriptor> associatedRule) {}

    record Descriptor(String id) {}

    record Artifact(ArtifactLocation location) {}

    record ArtifactLocation(String uri) {}

    record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Message message,
            List<Location> locations,
            List<Location> relatedLocations,
            List<CodeFlow> codeFlows,
            Map<String, String> partialFingerprints,
            List<Suppression> suppressions,
            List<Fix> fixes,
            Optional<Double> rank,
            Properties properties) {}

    record Location(
            Optional<Integer> id,
            Optional<PhysicalLocation> physicalLocation,
            List<LogicalLocation> logicalLocations,
            Optional<Message> message) {}

    record PhysicalLocation(ArtifactLocation artifactLocation, Optional<Region> region) {}

    /** Lines and columns count from 1; the end column is the one behind the last character. */
    record Region(
            int startLine,
            Optional<Integer> startColumn,
            Optional<Integer> endLine,
            Optional<Integer> endColumn,
            Optional<Message> snippet) {
        static Region line(int line) {
            return new Region(line, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    record LogicalLocation(String name, String fullyQualifiedName, String kind) {}

    record CodeFlow(List<ThreadFlow> threadFlows) {}

    record ThreadFlow(List<ThreadFlowLocation> locations) {}

    record ThreadFlowLocation(Location location, List<String> kinds) {}

    record Fix(Message description, List<ArtifactChange> artifactChanges) {}

    record ArtifactChange(ArtifactLocation artifactLocation, List<Replacement> replacements) {}

    record Replacement(Region deletedRegion, Optional<Message> insertedContent) {}

    record Suppression(String kind, String justification) {}
}
