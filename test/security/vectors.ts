/** URLs that a browser would run, as they may be written in Markdown or HTML; some are only dangerous once they were changed. */
export const URL_VECTORS: readonly string[] = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  '&#106;avascript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  'javascript&#x3A;alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  'java&#0;script:alert(1)',
  '&#1;javascript:alert(1)',
  '&#x20;javascript:alert(1)',
  '&nbsp;javascript:alert(1)',
  'javascript\\:alert(1)',
  '\\javascript:alert(1)',
  'javascript%3Aalert(1)',
  '%6Aavascript:alert(1)',
  './javascript:alert(1)',
  '../javascript:alert(1)',
  '../../javascript:alert(1)',
  'x/../javascript:alert(1)',
  './/javascript:alert(1)',
  '..\\javascript:alert(1)',
  '~/javascript:alert(1)',
  '/javascript:alert(1)',
  '//javascript:alert(1)',
  'javascript://example.com/%0Aalert(1)',
  'javascript:/*--><svg/onload=alert(1)>*/',
  'vbscript:msgbox(1)',
  'livescript:alert(1)',
  'mocha:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg onload=alert(1)>',
  '../data:text/html,<script>alert(1)</script>',
  'DATA:text/html,x',
  'blob:https://example.com/x',
  'file:///etc/passwd',
  'filesystem:https://example.com/x',
  'view-source:javascript:alert(1)',
  'feed:javascript:alert(1)',
  'jar:javascript:alert(1)',
  'about:blank',
  'intent:x#Intent;S.browser_fallback_url=javascript:alert(1);end',
  'ms-msdt:/id x',
  'x" onmouseover="alert(1)',
  "x' onmouseover='alert(1)",
  'x` onmouseover=`alert(1)',
  'https://example.com/"onfocus=alert(1)//',
  'https://example.com/<script>alert(1)</script>',
  'https://www.youtube.com/embed/x"onload="alert(1)',
  'https://www.youtube.com.evil.example/embed/x',
  '//evil.example/x',
  '\\\\evil.example/x',
  '/\\evil.example/x',
  'a.md#"><script>alert(1)</script>',
  'a.md?"><img src=x onerror=alert(1)>',
]

/** Markup that a browser would run. */
export const MARKUP_VECTORS: readonly string[] = [
  '<script>alert(1)</script>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<script src=https://evil.example/x.js></script>',
  '<script/src=data:,alert(1)></script>',
  '<script\u000Csrc=x>alert(1)</script>',
  '<<script>alert(1)//<</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script>alert(1)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;',
  '<img src=x onerror=alert(1)>',
  '<img/src=x/onerror=alert(1)>',
  '<img src=x onerror&#61;alert(1)>',
  '<img src=x:x onerror="alert(1)"//',
  '<img """><script>alert(1)</script>">',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<img srcset="x onerror=alert(1), javascript:alert(1) 2x">',
  '<img src=x alt="`><script>alert(1)</script>">',
  '<img lowsrc="javascript:alert(1)" dynsrc="javascript:alert(1)">',
  '<image src=x href="javascript:alert(1)" onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script href="data:,alert(1)"/></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><a><animate attributeName=href values=javascript:alert(1) /><text>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></foreignObject></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">',
  '<svg><title><![CDATA[</title><script>alert(1)</script>]]></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
  '<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>',
  '<math href="javascript:alert(1)">x</math>',
  '<math><maction actiontype="statusline#x" xlink:href="javascript:alert(1)">x</maction></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<template shadowrootmode=open><script>alert(1)</script></template>',
  '<textarea><script>alert(1)</script></textarea>',
  '<title><script>alert(1)</script></title>',
  '<xmp><script>alert(1)</script></xmp>',
  '<plaintext><script>alert(1)</script>',
  '<listing>&lt;img src=x onerror=alert(1)&gt;</listing>',
  '<noembed><img title="</noembed><script>alert(1)</script>"></noembed>',
  '<noframes><style></noframes><script>alert(1)</script></style></noframes>',
  '<select><style></select><script>alert(1)</script></style></select>',
  '<option><style></option></select><b><img src=x onerror=alert(1)></style></option>',
  '<!--><script>alert(1)</script>-->',
  '<!--!><script>alert(1)</script>-->',
  '<!-- --!><script>alert(1)</script> -->',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<?xml-stylesheet href="javascript:alert(1)"?>',
  '<? foo="><script>alert(1)</script>">',
  '<!ENTITY x "<script>alert(1)</script>">',
  '<![CDATA[<script>alert(1)</script>]]>',
  '</ a onclick=alert(1)><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</textarea></noscript></template></select></svg></math><script>alert(1)</script>',
  '--><script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><script>alert(1)</script>",
  '" autofocus onfocus=alert(1) x="',
  "' autofocus onfocus=alert(1) x='",
  '` autofocus onfocus=alert(1) `',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="https://evil.example"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<object type="text/html" data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="javascript:alert(1)">',
  '<applet code=x></applet>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<meta http-equiv="Content-Security-Policy" content="script-src *">',
  '<link rel=stylesheet href="data:text/css,*{background:url(https://evil.example)}">',
  '<link rel=import href="https://evil.example">',
  '<style>@import "https://evil.example/x.css"; *{background:url(javascript:alert(1))}</style>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<div style="width:1px;background:url(https://evil.example)">x</div>',
  '<div style="width:expression(alert(1))">x</div>',
  '<div style="width:1px;/**/-moz-binding:url(x)">x</div>',
  '<body onload=alert(1)>',
  '<html onclick=alert(1)>',
  '<frameset onload=alert(1)>',
  '<form action="javascript:alert(1)"><input type=submit formaction="javascript:alert(1)"></form>',
  '<button form=x formaction="javascript:alert(1)">x</button>',
  '<isindex action="javascript:alert(1)" type=image>',
  '<input type=image src=x onerror=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<video poster=javascript:alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href="#" ping="javascript:alert(1)" onclick=alert(1)>x</a>',
  '<area shape=default href="javascript:alert(1)">',
  '<map name=x><area href="javascript:alert(1)"></map><img usemap=#x src=x>',
  '<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)">x</table>',
  '<blockquote cite="javascript:alert(1)">x</blockquote><q cite="javascript:alert(1)">x</q>',
  '<ins cite="javascript:alert(1)">x</ins><del cite="data:text/html,x">x</del>',
  '<img longdesc="javascript:alert(1)" src=x>',
  '<div id=lockstep-main name=lockstep-main>x</div><form id=document name=body><input name=children></form>',
  '<img name=getElementById><a id=querySelector name=documentElement href="javascript:alert(1)">x</a>',
  '<div class="video" data-video="javascript:alert(1)">x</div>',
  '<div data-video="https://www.youtube.com/embed/x&quot; onload=&quot;alert(1)">x</div>',
  '<div data-video="https://www.youtube.com@evil.example/embed/">x</div>',
  '<div data-alert="x onclick=alert(1)" data-zone="&quot;><script>alert(1)</script>" data-moniker="<script>alert(1)</script>">x</div>',
  '<span data-other="<script>alert(1)</script>" data-ttu-id="x&quot; onclick=alert(1)">x</span>',
  '<span data-ttu-id="x"><script>alert(1)</script></span>',
  '<span data-ttu-id="x"onclick="alert(1)">a</span><span class="sxs-lookup"><span data-stu-id="x">b</span></span>',
  '<a title="href=" class="x autofocus tabindex=0 onfocus=alert(1) y" href="b.md">x</a>',
  '<a href="b.md" title=\' data-document="b.md"><script>alert(1)</script>\'>x</a>',
  '<a class="link-number" title="</sup><script>alert(1)</script>" href="b.md">x</a>',
  '<x onclick=alert(1)>x</x><xss-y onfocus=alert(1) tabindex=0 autofocus>',
  '<p is=x-y slot=x part=x exportparts=x nonce=x popover onbeforetoggle=alert(1)>x</p>',
  '<b/onclick=alert(1)//<b>x',
  '<b onclick\u000B=alert(1)>x</b>',
  '<b "onclick"=alert(1) onclick="alert(1)">x</b>',
  '<a/href="javascript&colon;alert(1)"/>x',
  '<a href="x" onclick\n=\n"alert(1)">x</a>',
  '<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">x</p>',
  '[x](javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](&#x6A;avascript:alert(1))',
  '[x](javascript:alert(1) "a\\" onclick=alert(1)")',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![x](x" onerror="alert(1))',
  '![" onerror=alert(1) x="](a.png)',
  '<javascript:alert(1)>',
  '<data:text/html,<script>alert(1)</script>>',
  '[x][r]\n\n[r]: javascript:alert(1) "<script>alert(1)</script>"',
  '[^1]\n\n[^1]: <script>alert(1)</script> [y](javascript:alert(1))',
  '`<script>alert(1)</script>`',
  '``` "><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
  '    </code></pre><script>alert(1)</script>',
  '> [!NOTE]\n> <script>alert(1)</script>',
  '> [!"><script>alert(1)</script>]\n> x',
  '> [!VIDEO javascript:alert(1)]',
  '> [!VIDEO https://www.youtube.com/embed/x" onload="alert(1)]',
  '# [<script>alert(1)</script>](#tab/"><script>alert(1)</script>)\nx\n***',
  '# Heading <a name=\'"><script>alert(1)</script>\'></a> {#"onclick=alert(1)}',
  ':::image type="complex" source="javascript:alert(1)" alt-text="\\"><script>alert(1)</script>":::\n<script>alert(1)</script>\n:::image-end:::',
  ':::video source="javascript:alert(1)":::',
  ':::row:::\n:::column span="2\\" onclick=alert(1)":::\n<script>alert(1)</script>\n:::column-end:::\n:::row-end:::',
  ':::zone pivot="x\\"><script>alert(1)</script>"\nx\n:::zone-end',
  ':::moniker range="<script>alert(1)</script>"\nx\n:::moniker-end',
  '[!INCLUDE [<script>alert(1)</script>](javascript:alert(1))]',
  '<xref:"><script>alert(1)</script>?displayProperty=x>',
  '\uFDD0/href/b.md\uFDD1javascript:alert(1)\uFDD2 <a href="\uFDD0/href/x\uFDD1javascript:alert(1)\uFDD2">x</a>',
  '\uE000<script>alert(1)</script>\uE001 \uE0000\uE001',
  '{{{content}}} {{{{raw}}}} {{#each this}}<script>alert(1)</script>{{/each}}',
  `<h1>${'<b>'.repeat(50)}<script>alert(1)</script>`,
]

/** A unit whose both sides are the same text. */
const unit = (id: number, text: string, other = text) =>
  `<span data-ttu-id="v-${id}">${text}</span><span class="sxs-lookup"><span data-stu-id="v-${id}">${other}</span></span>`

const front = (vector: string) => `---
title: ${JSON.stringify(vector)}
description: ${JSON.stringify(vector)}
ms.contentlocale: fr-FR
ms.date: ${JSON.stringify(vector)}
ms.assetid: ${JSON.stringify(vector)}
ms.translationtype: MT
redirect_url: ${JSON.stringify(vector)}
---

`

/** A URL in each place that takes one; the parts between are texts of their own. */
function urlDocument(url: string): string {
  const half = Math.ceil(url.length / 2)
  const [first, second] = [url.slice(0, half), url.slice(half)]
  return `${front(url)}# ${unit(1, 'Titre', 'Title')}

[a](${url}) [b](<${url}>) ![c](${url}) <a href="${url}">d</a> <a href='${url}'>e</a> <img src="${url}" longdesc="${url}" alt="${url}">

<a href="${unit(2, url)}">f</a> <img src="${unit(3, url)}" alt="${unit(4, url)}"> <a href="${unit(5, first)}${unit(6, second)}">g</a>
<a href="java${unit(7, 'script:alert(1)')}">h</a> <q cite="${unit(8, url)}">i</q>

${unit(9, `[j](${url}) ![k](${url}) <a href="${url}" title="${url}">l</a>`)} ${unit(10, `[m](${first}`)}${unit(11, `${second})`)}

[!INCLUDE [n](inc/${'i'}.md)]

> [!VIDEO ${url}]

:::image source="${url}" alt-text="${url}":::

<div data-video="${url}">o</div>

| ${unit(12, `[p](${url})`)} | ${unit(13, 'Étape', 'Step')} |
|---|---|
| <a href="${url}">q</a> ![](${url}) | ${unit(14, `<a href="${url}">r</a>`)} |

## ${unit(15, 'Pour faire', 'To do')}

1. ${unit(16, `Cliquez [s](${url}).`, `Click [s](${url}).`)}
2. ${unit(17, `Cliquez <a href="${url}">t</a>`, `Click <a href="${url}">t</a>`)} [u](${url}) <a href="${unit(18, url)}">v</a>
`
}

/** Markup in the text and at the edges of units. */
const textDocument = (vector: string) => `${front(vector)}# ${unit(1, vector)}

${vector}

${unit(2, vector)} ${unit(3, `a ${vector} b`)}

${unit(4, vector.slice(0, vector.length / 2))}${unit(5, vector.slice(vector.length / 2))}

- ${unit(6, vector)}
- ${vector}
`

/** In attributes, link texts and code. */
const attributeDocument = (
  vector: string,
) => `${front(vector)}<p title="${unit(1, vector)}" id="${unit(2, vector)}" class='${unit(3, vector)}'>${unit(4, 'x')}</p>

![${unit(5, vector)}](a.png "${unit(6, vector)}") [${unit(7, vector)}](a.md '${unit(8, vector)}')

<img alt="${vector}" src="a.png" title='${vector}'> <a name="${vector}" title="${unit(9, vector)}" href="b.md">${unit(10, vector)}</a>

\`${unit(11, vector)}\`

\`\`\`${vector.split('\n', 1)[0]}
${unit(12, vector)}
\`\`\`

<div data-alert="${unit(13, vector)}" data-zone="${vector}">${unit(14, vector)}</div>

# [${unit(15, vector)}](#tab/${vector.replace(/\s.*/s, '')})
${unit(16, vector)}
***
`

/** In tables and steps, of which tables' files, runbooks and books are made. */
const stepDocument = (vector: string) => `${front(vector)}# ${unit(1, `${vector}`)}

| ${unit(2, `Phase ${vector}`, 'Call')} | ${unit(3, 'Pendant la panne', 'During outage')} | ${unit(4, 'Après la panne', 'After outage')} |
|---|---|---|
| ${unit(5, vector.replace(/[\n|]/g, ' '))} | ${unit(6, `Refusé ${vector}`.replace(/[\n|]/g, ' '))} | ${vector.replace(/[\n|]/g, ' ')} |

## ${unit(7, `Pour arrêter ${vector}`, `To stop ${vector}`).replace(/\n/g, ' ')}

${unit(8, vector)}

1. ${unit(9, `Cliquez ${vector}`, `Click ${vector}`)}
2. ${unit(10, 'Cliquez <b>x</b>.', 'Click <b>x</b>.')} ${vector}

   ${unit(11, vector)}

   | ${unit(12, vector.replace(/[\n|]/g, ' '))} |
   |---|
   | ${vector.replace(/[\n|]/g, ' ')} |
3. ${unit(13, `Lancez [là](a.md) ${vector}`, `Start [there](a.md) ${vector}`)}
`

const htmlDocument = (
  vector: string,
) => `<html lang="fr-FR"><head><title>${vector}</title><script>alert(1)</script></head><body>
<h1>${unit(1, vector)}</h1><p title="${unit(2, vector)}">${vector}</p><table><caption>${unit(3, vector)}</caption><tr><th>${unit(4, vector)}</th></tr><tr><td>${vector}</td></tr></table>
<ol><li>${unit(5, `Cliquez ${vector}`, `Click ${vector}`)}</li><li>${unit(6, 'Cliquez.', 'Click.')}</li></ol></body></html>
`

/** A docset that holds each vector in each place, as documents by path. */
export function hostileDocset(): Readonly<Record<string, string>> {
  const files: Record<string, string> = { 'a.md': '# A\n', 'b.md': stepDocument('b') }
  for (const [at, vector] of URL_VECTORS.entries()) {
    files[`url-${at}/u.md`] = urlDocument(vector)
    files[`url-${at}/inc/i.md`] =
      `[n](../${vector}) ![n](../${vector}) <a href="../${vector}">n</a> ${unit(1, `[n](../${vector})`)} [n](${vector}) <a href="${unit(2, `../${vector}`)}">n</a>\n`
  }
  for (const [at, vector] of MARKUP_VECTORS.entries()) {
    files[`text-${at}.md`] = textDocument(vector)
    files[`attribute-${at}.md`] = attributeDocument(vector)
    files[`step-${at}.md`] = stepDocument(vector)
    files[`html-${at}.html`] = htmlDocument(vector)
  }
  return files
}
