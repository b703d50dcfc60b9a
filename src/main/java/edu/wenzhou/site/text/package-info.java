/** Public text in two languages, and the one policy for rich text. Knows no feature. */
package edu.wenzhou.site.text;
