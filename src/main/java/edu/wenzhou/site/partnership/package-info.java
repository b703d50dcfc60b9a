/** With whom the college works, at home and abroad; a page for those with a text. */
package edu.wenzhou.site.partnership;
