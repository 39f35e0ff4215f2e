package io.watertight.code.knowledge;

import java.util.Map;

/**
 * What one file says of one library.
 *
 * @param library its name, e.g. {@code scikit-learn}
 * @param source where it was read: an address and the version of the library
 * @param aliases today's names by old ones
 * @param classes by qualified name
 * @param functions by qualified name
 * @param methods by kind of receiver, then by name
 */
record KnowledgeFile(
        String library,
        String source,
        Map<String, String> aliases,
        Map<String, ClassEntry> classes,
        Map<String, Effect> functions,
        Map<String, Map<String, Effect>> methods) {}
