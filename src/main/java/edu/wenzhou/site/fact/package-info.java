/**
 * Figures, the texts they come from, and the way from one to the other. Shared by every
 * feature and knows none of them.
 */
@ApplicationModule(allowedDependencies = { "drawing", "publishing", "staff", "text", "web" })
package edu.wenzhou.site.fact;

import org.springframework.modulith.ApplicationModule;
