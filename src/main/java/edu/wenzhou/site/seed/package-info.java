/**
 * Loads {@code seeds/} once, in a Flyway Java migration: the source text, its quoted
 * passages and every record drawn from them. Writes tables, knows no entity.
 */
package edu.wenzhou.site.seed;
