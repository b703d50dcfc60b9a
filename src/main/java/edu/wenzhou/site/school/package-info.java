/** The second-level schools: a list and a page each. */
@ApplicationModule(allowedDependencies = { "drawing", "fact", "publishing", "staff", "text", "web" })
package edu.wenzhou.site.school;

import org.springframework.modulith.ApplicationModule;
