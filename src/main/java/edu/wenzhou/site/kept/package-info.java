/**
 * Lists that people of the college keep, entry by entry: how they are shown, filtered,
 * added to and changed. What is in an entry, and what it is for, is each list's own.
 */
@ApplicationModule(allowedDependencies = { "audit", "staff", "web" })
package edu.wenzhou.site.kept;

import org.springframework.modulith.ApplicationModule;
