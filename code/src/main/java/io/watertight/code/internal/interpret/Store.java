package io.watertight.code.internal.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * A map that remembers how it was, so that a branch of the program can be followed, taken back and joined with another at a cost that
 * depends on what the branch changed only. Not thread-safe.
 */
final class Store<K, V> {

    private record Change<K, V>(K key, Optional<V> before) {}

    private final Map<K, V> now = new HashMap<>();
    private final List<Change<K, V>> trail = new ArrayList<>();

    Optional<V> get(K key) {
        return Optional.ofNullable(now.get(key));
    }

    /** The keys that have a value, in no order. */
    List<K> keys() {
        return List.copyOf(now.keySet());
    }

    void put(K key, V value) {
        trail.add(new Change<>(key, Optional.ofNullable(now.put(key, value))));
    }

    void remove(K key) {
        trail.add(new Change<>(key, Optional.ofNullable(now.remove(key))));
    }

    /** A point to which one can go back. */
    int mark() {
        return trail.size();
    }

    /** Goes back to a point, and says what had changed since: the value of each changed key, empty where it was removed. */
    Map<K, Optional<V>> undoTo(int mark) {
        Map<K, Optional<V>> changed = new LinkedHashMap<>();
        for (int index = mark; index < trail.size(); index++) {
            K key = trail.get(index).key;
            changed.put(key, Optional.ofNullable(now.get(key)));
        }
        for (int index = trail.size() - 1; index >= mark; index--) {
            Change<K, V> change = trail.get(index);
            if (change.before.isPresent()) {
                now.put(change.key, change.before.get());
            } else {
                now.remove(change.key);
            }
        }
        trail.subList(mark, trail.size()).clear();
        return changed;
    }

    /** Takes over the changes of one branch. */
    void apply(Map<K, Optional<V>> changes) {
        changes.forEach((key, value) -> value.ifPresentOrElse(is -> put(key, is), () -> remove(key)));
    }

    /** Takes over the changes of two branches, either of which may have been taken; what only one of them knows is kept. */
    void applyEither(Map<K, Optional<V>> one, Map<K, Optional<V>> other, BinaryOperator<V> join) {
        Map<K, Optional<V>> all = new LinkedHashMap<>(one);
        other.forEach(all::putIfAbsent);
        for (K key : all.keySet()) {
            Optional<V> before = get(key);
            Optional<V> first = one.getOrDefault(key, before);
            Optional<V> second = other.getOrDefault(key, before);
            if (first.isPresent() && second.isPresent()) {
                put(key, first.get().equals(second.get()) ? first.get() : join.apply(first.get(), second.get()));
            } else {
                first.or(() -> second).ifPresent(value -> put(key, value));
            }
        }
    }
}
