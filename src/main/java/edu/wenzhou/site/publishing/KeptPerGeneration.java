package edu.wenzhou.site.publishing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a repository's method without parameters: what it found outside of transactions is
 * kept as {@link PerGeneration} says, for the pages that are all made of the same few
 * rows. Its answer is shared by all threads and must never be changed, nor may the method
 * read what changes without a new generation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KeptPerGeneration {

}
