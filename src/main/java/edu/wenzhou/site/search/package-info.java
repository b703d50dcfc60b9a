/**
 * Finding pages by words, and what people of the college keep so that more is found.
 */
@ApplicationModule(allowedDependencies = { "audit", "publishing", "staff", "text", "web" })
package edu.wenzhou.site.search;

import org.springframework.modulith.ApplicationModule;
