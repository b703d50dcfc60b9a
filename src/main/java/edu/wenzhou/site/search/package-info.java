/**
 * Finding pages by words, and what people of the college keep so that more is found.
 * Knows no feature: it looks through what is public, as publishing tells it.
 */
@ApplicationModule(allowedDependencies = { "audit", "database", "fact", "kept", "publishing", "staff", "text", "web" })
package edu.wenzhou.site.search;

import org.springframework.modulith.ApplicationModule;
