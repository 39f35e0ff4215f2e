package io.watertight.code.internal.parse;

import com.oracle.graal.python.pegparser.sst.BoolOpTy;
import com.oracle.graal.python.pegparser.sst.CmpOpTy;
import com.oracle.graal.python.pegparser.sst.OperatorTy;
import com.oracle.graal.python.pegparser.sst.UnaryOpTy;

/** Operators as they are written. */
final class Operators {

    private Operators() {}

    static String text(OperatorTy operator) {
        return switch (operator) {
            case Add -> "+";
            case Sub -> "-";
            case Mult -> "*";
            case MatMult -> "@";
            case Div -> "/";
            case Mod -> "%";
            case Pow -> "**";
            case LShift -> "<<";
            case RShift -> ">>";
            case BitOr -> "|";
            case BitXor -> "^";
            case BitAnd -> "&";
            case FloorDiv -> "//";
        };
    }

    static String text(UnaryOpTy operator) {
        return switch (operator) {
            case Invert -> "~";
            case Not -> "not";
            case UAdd -> "+";
            case USub -> "-";
        };
    }

    static String text(BoolOpTy operator) {
        return switch (operator) {
            case And -> "and";
            case Or -> "or";
        };
    }

    static String text(CmpOpTy operator) {
        return switch (operator) {
            case Eq -> "==";
            case NotEq -> "!=";
            case Lt -> "<";
            case LtE -> "<=";
            case Gt -> ">";
            case GtE -> ">=";
            case Is -> "is";
            case IsNot -> "is not";
            case In -> "in";
            case NotIn -> "not in";
        };
    }
}
