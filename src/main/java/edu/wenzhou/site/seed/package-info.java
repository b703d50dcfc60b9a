/**
 * Loads {@code seeds/} once, in a Flyway Java migration: the source text, its quoted
 * passages and every record drawn from them. Writes tables, knows no entity.
 */
@ApplicationModule(allowedDependencies = { "database", "fact", "honour", "partnership", "text" })
package edu.wenzhou.site.seed;

import org.springframework.modulith.ApplicationModule;
