import fc from 'fast-check'

/** Texts that became code in some messenger, forum or mail program. */
const VECTORS = [
  '<script>alert(1)</script>',
  '</p></div></li><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://example.com/seen.gif">',
  '"><svg onload=alert(1)>',
  "'-alert(1)-'",
  '" onmouseover="alert(1)',
  '<a href="javascript:alert(1)">click</a>',
  '[click](javascript:alert(1))',
  '![seen](https://example.com/seen.png)',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data="data:text/html,x"></object>',
  '<form action=https://example.com><input name=key>',
  '<meta http-equiv=refresh content="0;url=https://example.com">',
  '<base href=https://example.com/>',
  '<link rel=stylesheet href=//example.com/a.css>',
  '<style>*{display:none}</style>',
  '<!-- --!><img src=x onerror=alert(1)>',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<math><mi//xlink:href="data:x,<script>alert(4)</script>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><img src=x onerror=alert(1)></template>',
  '<details open ontoggle=alert(1)>',
  '<b style="position:fixed;inset:0">',
  '&lt;b&gt; &#60;script&#62; &amp;lt; &quot; &#x27;',
  '\u003cscript\u003e \\u003cscript\\u003e %3Cscript%3E',
  '＜script＞ ‹img›',
  'javascript:alert(1)//https://example.com',
  'java\nscript:alert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  '\\\\server\\share\\evil.exe',
  'https://example.com/"onmouseover="alert(1)',
  "https://example.com/'><script>",
  'https://example.com/\u202e\u0000<b>',
  'https://user:word@example.com/',
  'https://раypal.com/login',
  'mailto:a@b.co?bcc=c@d.co&attach=/etc/passwd',
  'mailto:a@b.co?body=<script>',
  'tel:*21*5551234%23',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)} <%= 1 %>',
  '__proto__ constructor toString',
  '\u202egnp.exe \u2066\u2067\u202d open',
  '\u0000\u0001\u001b[31m\u009b\u007f',
  '\ud800 \udfff\ud83d',
]

/** A message that tries to be more than text. */
export const hostileMessage = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...VECTORS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
      { weight: 1, arbitrary: fc.constantFrom('<', '>', '"', "'", '&', '`', '=', '/', '\n', '@', '://') },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .chain((pieces) => fc.constantFrom(' ', '', '\n').map((between) => pieces.join(between)))
