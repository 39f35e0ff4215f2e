package io.watertight.core.check;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** All that a list, a page and a skip message need to know of a check. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CheckInfo {

    /** Kebab-case, named after the defect, never reused. Its page is {@code <id>.md} beside the class. */
    String id();

    /** What a finding says, in at most 70 characters, without a full stop. */
    String title();

    Category category();

    /** How bad a finding is unless the check says otherwise. */
    Severity severity();

    /** What must be there for the check to run at all. */
    Need[] requires() default {};
}
