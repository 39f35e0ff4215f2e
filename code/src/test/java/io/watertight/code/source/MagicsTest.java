package io.watertight.code.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.internal.parse.Cells;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MagicsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            %matplotlib inline|pass
            !pip install x|pass
            !!ls|pass
            ?help|pass
            obj?|pass
            df.head??|pass
            %time?|pass
            pip install x|pass
            cd ../data|pass
            ls = 1|ls = 1
            x = !ls -l|x = get_ipython()
            a, b = %sql select 1|a, b = get_ipython()
            x=!(gcloud config)|x=get_ipython()
            d['k'] = !pwd|d['k'] = get_ipython()
            %time x = f(a)|0;    x = f(a)
            %timeit -n 10 -r3 f(x)|0;                f(x)
            %timeit -r1 for a in b: c|pass
            %time|pass
            x = '?'|x = '?'
            # what?|# what?
            x = y %z|x = y %z
            x != y|x != y
            print("a=%f" % x)|print("a=%f" % x)
            s = "=%d" %x|s = "=%d" %x
            get_ipython().run_line_magic('time', '')|get_ipython().run_line_magic('time', '')
            """)
    void lineBecomesPython(String line, String python) {
        assertThat(Magics.read(List.of(line), true).python()).containsExactly(python);
        assertThat(Cells.parse(python).problem()).isEmpty();
    }

    @Test
    void namesBehindATimerKeepTheirColumn() {
        String line = "  %time model.fit(x)";

        assertThat(Magics.read(List.of(line), true).python().get(0).indexOf("model"))
                .isEqualTo(line.indexOf("model"));
    }

    @Test
    void blockWithAMagicKeepsABody() {
        List<String> python = Magics.read(List.of("if a:", "    !ls \\", "      -l", "else:", "\t%cd x"), true)
                .python();

        assertThat(python).containsExactly("if a:", "    pass", "", "else:", "\tpass");
        assertThat(Cells.parse(String.join("\n", python)).problem()).isEmpty();
    }

    @Test
    void stringsAndBracketsAreLeftAlone() {
        List<String> lines = List.of("s = '''", "%time", "!ls", "'''", "f(a", "  % b,", "  c)");

        assertThat(Magics.read(lines, true).python()).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%time", "%%capture out", "%%timeit -n 1", "%%prun", "%%wandb"})
    void cellsOfPythonKeepTheirBody(String magic) {
        Magics magics = Magics.read(List.of("", magic, "%%time", "x = 1"), true);

        assertThat(magics.python()).containsExactly("", "pass", "pass", "x = 1");
        assertThat(magics.otherLanguage()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "%%bash, %%bash",
        "%%html, %%html",
        "%%R -i df, %%R",
        "%%sql x, %%sql",
        "%%!, %%!",
        "%%writefile a.py, %%writefile",
        "%% bash, %%bash"
    })
    void cellsOfOtherLanguagesHaveNone(String line, String language) {
        Magics magics = Magics.read(List.of(line, "do something"), true);

        assertThat(magics.otherLanguage()).contains(language);
        assertThat(magics.python()).isEmpty();
    }

    @Test
    void filesThatAreRunAreNamed() {
        assertThat(Magics.read(List.of("%run -i other.py a", "%run b.ipynb"), true)
                        .runs())
                .containsExactly("other.py", "b.ipynb");
    }

    @Test
    void scriptsHaveSignsButNoBareCommands() {
        assertThat(Magics.read(List.of("!ls", "pip install x", "%%time"), false).python())
                .containsExactly("pass", "pip install x", "pass");
    }
}
