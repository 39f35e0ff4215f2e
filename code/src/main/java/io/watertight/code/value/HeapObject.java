package io.watertight.code.value;

/** The state of an object of the program that several names may refer to. Immutable; a change replaces it. */
public sealed interface HeapObject permits Data, Estimator, ListState, DictState, InstanceState {}
