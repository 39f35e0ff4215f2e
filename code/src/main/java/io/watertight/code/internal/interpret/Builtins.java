package io.watertight.code.internal.interpret;

import java.util.Set;

/** Names that Python knows without an import. */
final class Builtins {

    private static final Set<String> NAMES = Set.of(
            "abs", "all", "any", "bool", "bytes", "callable", "chr", "classmethod", "dict", "dir", "display", "divmod",
            "enumerate", "eval", "exec", "filter", "float", "format", "frozenset", "get_ipython", "getattr", "globals",
            "hasattr", "hash", "help", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list",
            "locals", "map", "max", "min", "next", "object", "open", "ord", "pow", "print", "property", "range",
            "repr", "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super",
            "tuple", "type", "unicode", "vars", "xrange", "zip", "Exception", "ValueError", "TypeError", "KeyError",
            "NotImplementedError", "RuntimeError", "IndexError", "ImportError", "__file__", "quit", "exit",
            "StopIteration", "KeyboardInterrupt", "AttributeError", "FileNotFoundError", "OSError", "IOError", "_",
            "self", "cls", "__import__", "ModuleNotFoundError", "ZeroDivisionError", "Warning", "UserWarning",
            "FutureWarning", "DeprecationWarning", "NotImplemented", "Ellipsis");

    private Builtins() {}

    static boolean has(String name) {
        return NAMES.contains(name);
    }
}
