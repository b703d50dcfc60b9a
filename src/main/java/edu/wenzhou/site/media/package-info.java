/**
 * The library of pictures and attachments: what may be uploaded and how it is made
 * harmless, where it is kept, who sees it. Knows nothing that uses it: users tell by
 * {@link edu.wenzhou.site.media.MediaUses}.
 */
@ApplicationModule(allowedDependencies = { "audit", "staff", "text", "web" })
package edu.wenzhou.site.media;

import org.springframework.modulith.ApplicationModule;
