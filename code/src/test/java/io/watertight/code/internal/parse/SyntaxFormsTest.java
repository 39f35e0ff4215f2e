package io.watertight.code.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One example of each form of Python, and the tree it becomes. A backslash and n begin a new line. */
final class SyntaxFormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            x | x
            größe | größe
            1 | 1
            99999999999999999999 | 99999999999999999999
            0x_ff | 255
            1.5 | 1.5
            2j | Imaginary
            'a' "b" | 'ab'
            b'a' | Bytes
            "\\N{BULLET}" | '•'
            True | True
            None | None
            ... | Ellipsis
            f"a{x}b{y!r:>{w}}" | Formatted([x y w])
            f"{d["k"]}" | Formatted([Subscript(d 'k')])
            f"{f"{x}"}" | Formatted([Formatted([x])])
            t"a{x}" | Formatted([x])
            Rt"a{x}" | Formatted([x])
            a.b.c | Attribute(Attribute(a b) c)
            a[0] | Subscript(a 0)
            a[1:2, ::3] | Subscript(a TupleDisplay([Slice(1 2 -) Slice(- - 3)]))
            a[*b] | Subscript(a TupleDisplay([Starred(b)]))
            f() | Call(f [])
            f(a, *b, k=1, **m) | Call(f [Argument('' a) Argument('' Starred(b)) Argument(k 1) Argument(** m)])
            f(k=1, *b) | Call(f [Argument(k 1) Argument('' Starred(b))])
            f(x for x in y) | Call(f [Argument('' Comprehension(GENERATOR x - [Clause(x y [])]))])
            -1 | Unary(- 1)
            not a | Unary(not a)
            ~a | Unary(~ a)
            a @ b ** c | Binary(a @ Binary(b ** c))
            a // b % c | Binary(Binary(a // b) % c)
            a << 1 ^ b & c >> d | Binary(Binary(a << 1) ^ Binary(b & Binary(c >> d)))
            a and b or c and d | Logical(or [Logical(and [a b]) Logical(and [c d])])
            a < b <= c != d | Comparison(a [< <= !=] [b c d])
            a is not b | Comparison(a [is not] [b])
            a not in b | Comparison(a [not in] [b])
            a if b else c | Conditional(b a c)
            lambda: 0 | Lambda(Parameters([] [] - -) 0)
            lambda a, b=1: a | Lambda(Parameters([Parameter(a -) Parameter(b 1)] [] - -) a)
            [] | ListDisplay([])
            [a, *b] | ListDisplay([a Starred(b)])
            () | TupleDisplay([])
            a, | TupleDisplay([a])
            {a} | SetDisplay([a])
            {a: 1, **b} | DictDisplay([a -] [1 b])
            [x for x, in y if a if b] | Comprehension(LIST x - [Clause(TupleDisplay([x]) y [a b])])
            {x for x in y for z in x} | Comprehension(SET x - [Clause(x y []) Clause(z x [])])
            {k: v async for k, v in m} | Comprehension(DICT k v [Clause(TupleDisplay([k v]) m [])])
            (yield) | Yield(- false)
            (yield from x) | Yield(x true)
            await x | Await(x)
            (n := 10) | Walrus(n 10)
            """)
    void expression(String code, String tree) {
        assertThat(Cells.tree(code)).isEqualTo("[Evaluate(" + tree + ")]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            a = b = 1 | Assign([a b] 1)
            a, *b = c | Assign([TupleDisplay([a Starred(b)])] c)
            a.b[0] += 1 | AugmentedAssign(Subscript(Attribute(a b) 0) + 1)
            a @= b | AugmentedAssign(a @ b)
            a: int | AnnotatedAssign(a int -)
            a: int = 1 | AnnotatedAssign(a int 1)
            if a: b\\nelif c: d\\nelse: e | If(a [Evaluate(b)] [If(c [Evaluate(d)] [Evaluate(e)])])
            for a in b: c\\nelse: d | For(a b [Evaluate(c)] [Evaluate(d)])
            async for a in b: c | For(a b [Evaluate(c)] [])
            while a: break\\nelse: continue | While(a [Break()] [Continue()])
            with a as b, c: d | With([Context(a b) Context(c -)] [Evaluate(d)])
            with (a as b, c as (d, e),): pass | With([Context(a b) Context(c TupleDisplay([d e]))] [Pass()])
            async with a: b | With([Context(a -)] [Evaluate(b)])
            try: a\\nexcept E as e: b\\nexcept: c\\nelse: d\\nfinally: f | Try([Evaluate(a)] [Handler(E e [Evaluate(b)]) Handler(- - [Evaluate(c)])] [Evaluate(d)] [Evaluate(f)])
            try: a\\nexcept* (A, B): c | Try([Evaluate(a)] [Handler(TupleDisplay([A B]) - [Evaluate(c)])] [] [])
            try: a\\nexcept A, b.C : c | Try([Evaluate(a)] [Handler(TupleDisplay([A Attribute(b C)]) - [Evaluate(c)])] [] [])
            try: a\\nexcept* A, B: c | Try([Evaluate(a)] [Handler(TupleDisplay([A B]) - [Evaluate(c)])] [] [])
            def f(a, /, b, c=1, *d, e, g=2, **h): return a | FunctionDefinition(f Parameters([Parameter(a -) Parameter(b -) Parameter(c 1)] [Parameter(e -) Parameter(g 2)] d h) [Return(a)] [])
            def f(a: int, *, b: str = 'x') -> bool: return | FunctionDefinition(f Parameters([Parameter(a -)] [Parameter(b 'x')] - -) [Return(-)] [])
            @d(1)\\n@e.f\\ndef g(): pass | FunctionDefinition(g Parameters([] [] - -) [Pass()] [Call(d [Argument('' 1)]) Attribute(e f)])
            async def f[T: int](x: T): await x | FunctionDefinition(f Parameters([Parameter(x -)] [] - -) [Evaluate(Await(x))] [])
            @d\\nclass A(B, metaclass=M): pass | ClassDefinition(A [Argument('' B) Argument(metaclass M)] [Pass()] [d])
            class A[*Ts, **P]: x: int = 1 | ClassDefinition(A [] [AnnotatedAssign(x int 1)] [])
            class A[T = list[int], *U = *B, S: (int, str) = int](C): pass | ClassDefinition(A [Argument('' C)] [Pass()] [])
            type X[T = int] = list[T] | Pass()
            raise | Raise(-)
            raise A from b | Raise(A)
            assert a, b | Assert(a)
            del a, b[0] | Delete([a Subscript(b 0)])
            import a.b as c, d | Import([Imported(a.b c) Imported(d -)])
            from ..a import b as c | ImportFrom(a 2 [Imported(b c)])
            from . import * | ImportFrom('' 1 [Imported(* -)])
            from a.b import (c, d,) | ImportFrom(a.b 0 [Imported(c -) Imported(d -)])
            global a, b | Scope(true [a b])
            nonlocal a | Scope(false [a])
            type X[T] = list[T] | Pass()
            pass; | Pass()
            match x:\\n case [a, *b] if c: d\\n case {'k': e, **f} : g | Match(x [MatchCase([a b] c [Evaluate(d)]) MatchCase([e f] - [Evaluate(g)])])
            match x:\\n case P(a, k=b) as c: d\\n case (1): e | Match(x [MatchCase([a b c] - [Evaluate(d)]) MatchCase([] - [Evaluate(e)])])
            match = type = case = 1 | Assign([match type case] 1)
            """)
    void statement(String code, String tree) {
        assertThat(Cells.tree(code.replace("\\n", "\n"))).isEqualTo("[" + tree + "]");
    }
}
