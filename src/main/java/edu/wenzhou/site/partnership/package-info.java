/** With whom the college works, at home and abroad; a page for those with a text. */
@ApplicationModule(allowedDependencies = { "drawing", "fact", "publishing", "staff", "text", "web" })
package edu.wenzhou.site.partnership;

import org.springframework.modulith.ApplicationModule;
